const types: Readonly<Record<string, string>> = {
  string: 'a text',
  integer: 'a whole number',
  number: 'a number',
  boolean: 'true or false',
  array: 'a list',
  object: 'keys and values',
  null: 'empty',
};

/** A type of a schema as people say it: `a text`. */
export function typeInWords(type: unknown): string {
  const all = Array.isArray(type) ? type : [type];
  return all.map((one) => (typeof one === 'string' ? (types[one] ?? one) : 'something else')).join(' or ');
}

/** What kind of value somebody wrote. */
export function kindInWords(value: unknown): string {
  if (value === null || value === undefined) return 'empty';
  if (Array.isArray(value)) return 'a list';
  if (typeof value === 'object') return 'keys and values';
  if (typeof value === 'boolean') return `${value} (true or false)`;
  return typeof value === 'number' ? `the number ${value}` : 'a text';
}

/** An example as one would write it in YAML on one line. */
export function exampleOf(value: unknown): string {
  const json = JSON.stringify(value) ?? '';
  // A plain word needs no quotes; a date, a number or anything with signs does.
  return typeof value === 'string' && /^[A-Za-z./][\w ./@-]*$/.test(value) ? value : json.slice(0, 200);
}

const patterns: readonly (readonly [test: RegExp, words: string])[] = [
  [/^\^\[a-z0-9\]\+\(-\[a-z0-9\]\+\)\*\$$/, 'only lower-case letters, digits and single hyphens'],
  [/\[0-9A-HJKMNP-TV-Z\]/, 'an id has 26 capital letters and digits; `mergecast new` makes one'],
  [/\[A-Z\]\{3\}\$$/, 'an amount is written like 400.00 EUR'],
  [/\[0-9a-f\]\{64\}/, 'an identity has 64 digits and letters from a to f'],
  [/^\^P\(\?!\$\)/, 'a duration is written like PT2H or P3D'],
  [/T\\d\{2\}:\\d\{2\}/, 'a time is written like 2027-03-02T09:00, without zone'],
  [/^\^\\d\{4\}-\\d\{2\}-\\d\{2\}/, 'a day is written like 2027-03-02'],
  [/^\^\[a-z0-9-\]\+\/\[a-z0-9-\]\+\$$/, 'it has the form platform/action'],
  [/^\^\[A-Z\]\{2\}/, 'a market is two capital letters, such as DE, or DE-BY for a part of it'],
];

/** What a pattern asks for, in words; empty where only the example can tell. */
export function patternInWords(pattern: string): string {
  return patterns.find(([test]) => test.test(pattern))?.[1] ?? '';
}
