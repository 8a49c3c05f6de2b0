/** One line of a .gitattributes file at the root. */
export interface AttributeRule {
  readonly matches: RegExp;
  /** Name to `set`, `unset`, `unspecified` or a value. */
  readonly values: readonly (readonly [name: string, value: string])[];
  readonly line: number;
}

/** Reads the lines as git does: later ones win, macros stand for what they name. */
export function parseAttributes(text: string): readonly AttributeRule[] {
  const macros = new Map<string, AttributeRule['values']>([
    ['binary', [['diff', 'unset'], ['merge', 'unset'], ['text', 'unset']]],
  ]); // prettier-ignore
  const rules: AttributeRule[] = [];
  for (const [index, line] of text.split(/\r?\n/).slice(0, 2000).entries()) {
    const [, quoted, plain, rest = ''] =
      /^\s*(?:"((?:[^"\\]|\\.)*)"|([^\s#"]\S*))\s*(.*)$/.exec(line.slice(0, 2048)) ?? [];
    const pattern = quoted?.replaceAll(/\\(.)/g, '$1') ?? plain;
    if (pattern === undefined) continue;
    const values = rest
      .split(/\s+/)
      .filter((word) => word !== '')
      .flatMap((word) => valuesOf(word, macros));
    const macro = /^\[attr\](\S+)$/.exec(pattern)?.[1];
    if (macro !== undefined) macros.set(macro, values);
    else if (!pattern.startsWith('!')) rules.push({ matches: patternToRegExp(pattern), values, line: index + 1 });
  }
  return rules;
}

/** The attributes of a path, each with the line that decides. */
export function attributesOf(
  path: string,
  rules: readonly AttributeRule[],
): ReadonlyMap<string, { readonly value: string; readonly line: number }> {
  const attributes = new Map<string, { value: string; line: number }>();
  for (const { matches, values, line } of rules) {
    if (!matches.test(path)) continue;
    for (const [name, value] of values) attributes.set(name, { value, line });
  }
  return attributes;
}

function valuesOf(word: string, macros: ReadonlyMap<string, AttributeRule['values']>): AttributeRule['values'] {
  const [, sign = '', name = '', value] = /^([-!]?)([^=]*)(?:=(.*))?$/.exec(word) ?? [];
  const own = [name, value ?? (sign === '-' ? 'unset' : sign === '!' ? 'unspecified' : 'set')] as const;
  return sign === '' && value === undefined ? [own, ...(macros.get(name) ?? [])] : [own];
}

/** A pattern without a slash matches the name alone; one with a slash matches from the root. */
function patternToRegExp(pattern: string): RegExp {
  // Many stars take exponential time to compare; who writes them has something to hide.
  if ((pattern.match(/\*+/g) ?? []).length > 6) return /^/;
  const isRooted = pattern.replace(/\/$/, '').includes('/');
  const glob = pattern.replace(/^\//, '');
  let source = '';
  for (const [token] of glob.matchAll(/\*\*\/|\/\*\*$|\*+|\?|\[!?[^\]]*\]|\\.|[^]/g)) source += tokenSource(token);
  return new RegExp(`^${isRooted ? '' : '(?:.*/)?'}${source}$`, 's');
}

function tokenSource(token: string): string {
  if (token === '**/') return '(?:.*/)?';
  if (token === '/**') return '/.*';
  if (/^\*+$/.test(token)) return '[^/]*';
  if (token === '?') return '[^/]';
  if (token.length > 2) return `[${token.slice(1, -1).replace(/^!/, '^').replaceAll(/[\\[]/g, '\\$&')}]`;
  return (token.length === 2 ? token.slice(1) : token).replaceAll(/[.*+?^${}()|[\]\\/]/g, '\\$&');
}
