/** One `Key: value` line at the end of a commit message. */
export interface Trailer {
  readonly key: string;
  readonly value: string;
}

/**
 * Reads the trailers of a commit message: the last paragraph, if it is not the title and if every line of it is a
 * trailer or the continuation of one. Stricter than git, so that a sentence quoted in a message is never an approval.
 */
export function parseTrailers(message: string): readonly Trailer[] {
  const paragraphs = message
    .replaceAll('\r\n', '\n')
    .trim()
    .split(/\n[ \t]*\n/);
  const last = paragraphs.at(-1);
  if (paragraphs.length < 2 || last === undefined) return [];
  const trailers: { key: string; value: string }[] = [];
  for (const line of last.split('\n')) {
    const match = /^([A-Za-z0-9][A-Za-z0-9-]*):[ \t]+(.*\S)[ \t]*$/.exec(line);
    const previous = trailers.at(-1);
    if (match?.[1] !== undefined) trailers.push({ key: match[1], value: match[2] ?? '' });
    else if (/^[ \t]+\S/.test(line) && previous !== undefined) previous.value += ` ${line.trim()}`;
    else return [];
  }
  return trailers;
}

/** Values of one key, in order; keys differ in case only by accident. */
export function trailerValues(trailers: readonly Trailer[], key: string): readonly string[] {
  return trailers.filter((one) => one.key.toLowerCase() === key.toLowerCase()).map(({ value }) => value);
}

/** Splits `Ines Roth <ines@acme.example>`; without angle brackets it is all name. */
export function readPerson(text: string): { readonly name: string; readonly email: string } {
  const match = /^\s*(.*?)\s*<([^<>\s]*)>\s*$/.exec(text);
  return match === null ? { name: text.trim(), email: '' } : { name: match[1] ?? '', email: match[2] ?? '' };
}
