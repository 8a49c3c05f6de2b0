import { existsSync, readFileSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** Links of a page that lead nowhere inside the repository: a file that is not there, or a heading that it has not. */
export function findBrokenLinks(file: string): readonly string[] {
  const text = withoutCode(readFileSync(file, 'utf8'));
  const targets = [...text.matchAll(/\]\(([^()\s]+(?:\([^()\s]*\)[^()\s]*)*)(?:\s+"[^"]*")?\)/g)].map(
    ([, target = '']) => target,
  );
  return targets.filter((target) => !/^(https?:|mailto:)/.test(target) && !resolves(file, target));
}

function resolves(file: string, target: string): boolean {
  const [path = '', anchor] = target.split('#');
  const found = path === '' ? file : join(dirname(file), decodeURIComponent(path));
  if (!existsSync(found)) return false;
  if (anchor === undefined) return true;
  return statSync(found).isFile() && headingsOf(readFileSync(found, 'utf8')).has(anchor);
}

/** Headings as Markdown viewers name them in addresses. */
function headingsOf(text: string): ReadonlySet<string> {
  const headings = [...withoutCode(text).matchAll(/^#{1,6} (.+)$/gm)].map(([, heading = '']) => heading);
  return new Set(headings.map(anchorOf));
}

function anchorOf(heading: string): string {
  return heading
    .trim()
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}\s_-]/gu, '')
    .replaceAll(' ', '-');
}

function withoutCode(text: string): string {
  return text.replaceAll(/^```[\s\S]*?^```$/gm, '').replaceAll(/`[^`\n]*`(?!\])/g, 'x');
}
