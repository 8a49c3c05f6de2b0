/** What an approver states in a review, line by line, besides approving. */
export interface Statements {
  /** Digests that the approver names, as `mergecast review` printed them. */
  readonly digests: readonly string[];
  /** Amount restated, such as `12500.00 EUR`. */
  readonly spend?: string;
  /** How far that lies above the limit. */
  readonly overage?: string;
  /** Answers by the id of the question. */
  readonly answers: Readonly<Record<string, string>>;
  /** Who of the client agreed, how and when. */
  readonly client?: string;
  /** What is stated in several ways, so not at all: `Spend`, `Over by`, `Client`, `Answer claim`. */
  readonly unclear?: readonly string[];
}

/** Longest review that is read, in UTF-16 units. */
const longest = 65_536;

/**
 * Reads lines such as `Spend: 12500.00 EUR`, `Over by: 2500.00 EUR`, `Answer claim: yes`, `Client: Jo Doe, by e-mail of
 * 3 March` and `Digest: mc1:sha256:...`. A line counts only as a whole, outside quotations, code and what nobody sees;
 * the same thing stated in two ways is not stated.
 */
export function readStatements(body: string): Statements {
  const lines = linesOf(body.slice(0, longest));
  const stated = new Map<string, Set<string>>();
  for (const [name, value] of lines.flatMap(statementIn)) stated.set(name, (stated.get(name) ?? new Set()).add(value));
  const digests = [...(stated.get('digest') ?? [])].filter((value) => /^mc1:sha256:[0-9a-f]{64}$/.test(value));
  stated.delete('digest');
  const sure = [...stated].flatMap(([name, values]) => [...values].map((value) => [name, value] as const).filter(() => values.size === 1)); // prettier-ignore
  const unclear = [...stated].filter(([, values]) => values.size > 1).map(([name]) => shown(name));
  const answers = sure.filter(([name]) => name.startsWith('answer '));
  return {
    digests,
    answers: Object.fromEntries(answers.map(([name, value]) => [name.slice('answer '.length), value])),
    ...Object.fromEntries(
      sure.flatMap(([name, value]) => (Object.hasOwn(fields, name) ? [[fields[name], value]] : [])),
    ),
    ...(unclear.length > 0 && { unclear }),
  };
}

/** Where a statement is kept, by the word that begins its line. */
const fields: Readonly<Record<string, 'spend' | 'overage' | 'client'>> = {
  spend: 'spend',
  'over by': 'overage',
  client: 'client',
};

/** Lines that the approver wrote: what is shown as code was written by somebody else; quoted lines begin with `>` and match nothing. */
function linesOf(body: string): readonly string[] {
  let isCode = false;
  return body
    .replaceAll('\r', '')
    .replaceAll(/<!--[^]*?(?:-->|$)/g, '')
    .split('\n')
    .filter((line) => {
      const isFence = /^\s*(```|~~~)/.test(line);
      if (isFence) isCode = !isCode;
      return !isCode && !isFence;
    })
    .map((line) =>
      line
        .replace(/^\s*[-*]\s+/, '')
        .replaceAll(/[`*]/g, '')
        .trim(),
    );
}

/** `Answer claim: yes` -> `answer claim` and `yes`. */
function statementIn(line: string): readonly (readonly [name: string, value: string])[] {
  const [, name, value] =
    /^(spend|over by|client|digest|answer\s+[a-z0-9][a-z0-9/_-]{0,79}):\s*(\S.*)$/i.exec(line) ?? [];
  return name === undefined || value === undefined
    ? []
    : [[name.toLowerCase().replace(/\s+/, ' '), value.trim()] as const];
}

function shown(name: string): string {
  return name.charAt(0).toUpperCase() + name.slice(1);
}
