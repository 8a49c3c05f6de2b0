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
}

/** Longest review that is read, in UTF-16 units. */
const longest = 65_536;

/**
 * Reads lines such as `Spend: 12500.00 EUR`, `Over by: 2500.00 EUR`, `Answer claim: yes`, `Client: Jo Doe, by e-mail of
 * 3 March` and `Digest: mc1:sha256:...`. A line counts only as a whole, outside quotations and code; the same thing
 * stated in two ways is not stated.
 */
export function readStatements(body: string): Statements {
  const lines = linesOf(body.slice(0, longest));
  const all = (name: string): readonly string[] => lines.flatMap((line) => valueOf(line, name) ?? []);
  const one = (name: string): string | undefined => {
    const values = [...new Set(all(name))];
    return values.length === 1 ? values[0] : undefined;
  };
  const [spend, overage, client] = [one('spend'), one('over by'), one('client')];
  return {
    digests: all('digest').filter((value) => /^mc1:sha256:[0-9a-f]{64}$/.test(value)),
    answers: readAnswers(lines),
    ...(spend !== undefined && { spend }),
    ...(overage !== undefined && { overage }),
    ...(client !== undefined && { client }),
  };
}

/** Lines that the approver wrote: what is quoted or shown as code was written by somebody else. */
function linesOf(body: string): readonly string[] {
  let isCode = false;
  return body
    .replaceAll('\r', '')
    .split('\n')
    .filter((line) => {
      const isFence = /^\s*(```|~~~)/.test(line);
      if (isFence) isCode = !isCode;
      return !isCode && !isFence && !/^\s*>/.test(line);
    })
    .map((line) =>
      line
        .replace(/^\s*[-*]\s+/, '')
        .replaceAll(/[`*]/g, '')
        .trim(),
    );
}

function valueOf(line: string, name: string): string | null {
  const prefix = `${name}:`;
  if (!line.toLowerCase().startsWith(prefix)) return null;
  const value = line.slice(prefix.length).trim();
  return value === '' ? null : value;
}

function readAnswers(lines: readonly string[]): Readonly<Record<string, string>> {
  const found = new Map<string, Set<string>>();
  for (const line of lines) {
    const [, id, text] = /^answer\s+([a-z0-9][a-z0-9/_-]{0,79}):\s*(\S.*)$/i.exec(line) ?? [];
    if (id === undefined || text === undefined) continue;
    found.set(id.toLowerCase(), (found.get(id.toLowerCase()) ?? new Set()).add(text.trim()));
  }
  return Object.fromEntries([...found].flatMap(([id, texts]) => (texts.size === 1 ? [[id, [...texts][0] ?? '']] : [])));
}
