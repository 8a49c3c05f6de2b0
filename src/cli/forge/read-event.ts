/** What started a workflow, as far as a check needs to know. */
export interface WorkflowEvent {
  readonly name: string;
  /** Pull request that it is about; null where it names none. */
  readonly number: number | null;
  /** A merge queue asks about these two commits. */
  readonly group: { readonly base: string; readonly head: string } | null;
  readonly defaultBranch: string | null;
  /** The pull request comes from another repository, as the event says. */
  readonly isFork: boolean;
}

type Fields = Readonly<Record<string, unknown>>;

/** Reads the payload of an event: text from outside, of which nothing but numbers, commits and one branch is taken. */
export function readEvent(name: string, text: string): WorkflowEvent {
  const payload = parse(text);
  const pull = fields(payload['pull_request']);
  const issue = fields(payload['issue']);
  const number = count(pull['number']) ?? (issue['pull_request'] === undefined ? null : count(issue['number']));
  const group = fields(payload['merge_group']);
  const base = commit(group['base_sha']);
  const head = commit(group['head_sha']);
  const branch = fields(payload['repository'])['default_branch'];
  return {
    name,
    number: number ?? count(Number(fields(payload['inputs'])['pull-request'])),
    group: base === null || head === null ? null : { base, head },
    defaultBranch: typeof branch === 'string' && branch !== '' ? branch : null,
    isFork: isFork(pull, payload),
  };
}

function isFork(pull: Fields, payload: Fields): boolean {
  const head = fields(fields(pull['head'])['repo'])['full_name'];
  const own = fields(payload['repository'])['full_name'];
  return Object.keys(pull).length > 0 && head !== own;
}

function parse(text: string): Fields {
  try {
    return fields(JSON.parse(text));
  } catch {
    return {};
  }
}

function fields(value: unknown): Fields {
  return typeof value === 'object' && value !== null ? (value as Fields) : {};
}

function count(value: unknown): number | null {
  return typeof value === 'number' && Number.isSafeInteger(value) && value > 0 ? value : null;
}

function commit(value: unknown): string | null {
  return typeof value === 'string' && /^[0-9a-f]{40}$/.test(value) ? value : null;
}
