import type { ForgeKind } from '../../core/forge.ts';

/** One line of a file of owners. */
export interface OwnerRule {
  matches(path: string): boolean;
  readonly owners: readonly string[];
  /** On Gitea every line that matches asks its owners; on GitHub the last one alone counts. */
  readonly adds: boolean;
}

interface BadLine {
  readonly line: number;
  readonly why: string;
}

/** Reads CODEOWNERS as the forge does; lines that it skips are told. Pure. */
export function readOwners(
  text: string,
  kind: ForgeKind,
): { readonly rules: readonly OwnerRule[]; readonly invalid: readonly BadLine[] } {
  const rules: OwnerRule[] = [];
  const invalid: BadLine[] = [];
  for (const [index, raw] of text.split(/\r?\n/).slice(0, 3000).entries()) {
    const [pattern, ...owners] = raw.replace(/(^|\s)#.*$/, '').trim().split(/\s+/); // prettier-ignore
    if (pattern === undefined || pattern === '') continue;
    const rule = kind === 'github' ? githubRule(pattern, owners) : giteaRule(pattern, owners);
    if (typeof rule === 'string') invalid.push({ line: index + 1, why: rule });
    else rules.push(rule);
  }
  return { rules, invalid };
}

/** Who is asked about a path; nobody where no line matches, or the one that counts names nobody. */
export function ownersOf(path: string, rules: readonly OwnerRule[]): readonly string[] {
  const matching = rules.filter((rule) => rule.matches(path));
  return matching.some(({ adds }) => adds) ? matching.flatMap(({ owners }) => owners) : (matching.at(-1)?.owners ?? []);
}

function githubRule(pattern: string, owners: readonly string[]): OwnerRule | string {
  if (pattern.startsWith('!')) return 'a line cannot begin with !';
  if (/[[\]]/.test(pattern)) return '[ ] cannot be used';
  if (pattern.startsWith(String.raw`\#`)) return String.raw`\# cannot be used`;
  const bad = owners.find((owner) => !/^(@[\w.-]+(\/[\w.-]+)?|[^\s@]+@[^\s@]+)$/.test(owner));
  if (bad !== undefined) return `${bad} is no account, team or address`;
  const form = globOf(pattern);
  return { matches: (path) => form.test(path), owners, adds: false };
}

/** A pattern as .gitignore has it, except what was refused above. */
function globOf(pattern: string): RegExp {
  const path = pattern.replace(/^\/|\/$/g, '');
  const isRooted = pattern.startsWith('/') || path.includes('/');
  const source = path.replace(/\*\*\/|\*\*|\*|\?|[.+^${}()|\\]/g, (part) => {
    if (part === '**/') return '(?:.*/)?';
    if (part === '**') return '.*';
    if (part === '*') return '[^/]*';
    return part === '?' ? '[^/]' : `\\${part}`;
  });
  // `docs/*` means the files there; `docs` and `docs/` mean everything below.
  const isFilesOnly = isRooted && !pattern.endsWith('/') && (path.split('/').at(-1) ?? '').includes('*');
  const below = pattern.endsWith('/') ? '/.*' : isFilesOnly ? '' : '(?:/.*)?';
  return new RegExp(`^${isRooted ? '' : '(?:.*/)?'}${source}${below}$`);
}

function giteaRule(pattern: string, owners: readonly string[]): OwnerRule | string {
  const isNegative = pattern.startsWith('!');
  const source = `^${isNegative ? pattern.slice(1) : pattern}$`;
  try {
    const form = new RegExp(source);
    return { matches: (path) => form.test(path) !== isNegative, owners, adds: true };
  } catch {
    return 'it is no regular expression';
  }
}
