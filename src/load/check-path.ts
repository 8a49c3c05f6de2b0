import { finding, type Finding, type Place } from '../core/finding.ts';

/** What is wrong with a path as an author wrote it, before any file is looked at; null for `./name` and `./folder/name`. */
export function checkPath(path: string, place: Place): Finding | null {
  const shown = { path: path.slice(0, 200) };
  if (path.includes('\\')) return finding('path/backslash', shown, place);
  if (/%[0-9a-f]{2}/i.test(path)) return finding('path/percent-encoded', shown, place);
  if (/^(?:\/|~|[a-z][a-z0-9+.-]*:)/i.test(path)) return finding('path/absolute', shown, place);
  const parts = path.split('/');
  if (parts.includes('..')) return finding('path/leaves-folder', shown, place);
  if (parts[0] !== '.') return finding('path/no-dot-slash', shown, place);
  if (parts.slice(1).some((part) => part === '' || part === '.')) return finding('path/not-plain', shown, place);
  return path === path.normalize('NFC') ? null : finding('path/not-nfc', shown, place);
}
