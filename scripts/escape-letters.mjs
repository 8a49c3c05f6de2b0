/** esbuild leaves letters such as ẞ in regular expressions; as codes they mean the same, and the file is ASCII. */
export function escapeLetters(text) {
  const code = (letter) => `\\u${letter.charCodeAt(0).toString(16).padStart(4, '0')}`;
  return text.replaceAll(/[^\0-\x7f]/g, code);
}
