import type { World } from '../../fake-github/world.ts';
import { normalise } from './normalise.ts';
import type { Stage } from './stage.ts';

/** What is on the forge, to see afterwards what changed. */
export interface View {
  readonly comments: ReadonlyMap<number, string>;
  readonly issues: ReadonlyMap<number, string>;
  readonly checks: number;
  readonly requests: number;
}

export function takeView(world: World): View {
  return {
    comments: new Map(world.comments.map(({ id, body }) => [id, body])),
    issues: new Map([...world.issues.values()].map((issue) => [issue.number, sign(world, issue.number)])),
    checks: world.checks.length,
    requests: world.requests.length,
  };
}

function sign(world: World, number: number): string {
  const issue = world.issues.get(number);
  const asked = askedOf(world, number);
  return JSON.stringify([issue?.state, issue?.title, issue?.body, issue?.labels, asked]);
}

/** Whom the pull request asks, in the order of the alphabet: which request comes first is chance. */
function askedOf(world: World, number: number): string[] {
  const ids = world.issues.get(number)?.pull?.requested ?? [];
  return ids.map((id) => world.users.get(id)?.login ?? '').toSorted();
}

/** Writes down what a job changed on the forge, as people see it there. */
export function tellChanges(stage: Stage, before: View, title: string, done: { readonly summary: string }): void {
  const { world } = stage.fake;
  stage.tell(title);
  for (const run of world.checks.slice(before.checks)) stage.tell(`  check run ${run.name}: ${run.conclusion}, "${run.title}"`); // prettier-ignore
  for (const issue of world.issues.values()) {
    if (before.issues.get(issue.number) === sign(world, issue.number)) continue;
    const asked = askedOf(world, issue.number);
    const kind = issue.pull === null ? 'issue' : 'pull request';
    const isNew = !before.issues.has(issue.number);
    stage.tell(`  ${isNew ? 'new ' : ''}${kind} ${issue.number} "${issue.title}": ${issue.state}; labels ${issue.labels.join(', ') || 'none'}; asked ${asked.join(', ') || 'nobody'}`); // prettier-ignore
    if (isNew) stage.tell(quoted(issue.body));
  }
  for (const { id, body, issue } of world.comments) {
    if (before.comments.get(id) === body) continue;
    stage.tell(`  ${before.comments.has(id) ? 'changed' : 'new'} comment on ${issue}`);
    stage.tell(quoted(body));
  }
  if (world.comments.length === 0 && done.summary !== '') stage.tell(quoted(done.summary));
}

const most = 6_000;

function quoted(text: string): string {
  const shown = normalise(text);
  const cut = shown.length > most ? `${shown.slice(0, most)}\n… and ${Math.round((shown.length - most) / 1000)} thousand characters more` : shown; // prettier-ignore
  return cut.split('\n').map((line) => `    | ${line}`.trimEnd()).join('\n'); // prettier-ignore
}

interface Seen {
  readonly code: number;
  readonly stdout: string;
  readonly seen: string;
  readonly token: string;
  readonly requests: number;
  /** Most requests, where the lifecycle says nothing. */
  readonly usual?: number;
}

interface Wish {
  readonly exit?: number;
  readonly says?: readonly string[];
  readonly never?: readonly string[];
  readonly 'requests-at-most'?: number;
}

/** Throws where a job did not do what the lifecycle says; and always where the fake failed or a token got out. */
export function expectOutcome(stage: Stage, wish: Wish, { code, stdout, seen, token, requests, usual }: Seen): void {
  const fail = (what: string): never => {
    throw new Error(`${what}\n--- log\n${stdout}\n--- requests\n${stage.fake.world.requests.slice(-requests).map(({ method, path, status }) => `${method} ${path} ${status}`).join('\n')}\n--- seen\n${seen}`); // prettier-ignore
  };
  if (code !== (wish.exit ?? 0)) fail(`ended with ${code}, not ${wish.exit ?? 0}`);
  for (const text of wish.says ?? []) if (!seen.includes(text)) fail(`nobody says "${text}"`);
  for (const text of wish.never ?? []) if (seen.includes(text)) fail(`somebody says "${text}"`);
  if (seen.includes(token)) fail('the token got out');
  const broken = stage.fake.world.requests.find(({ status }) => status === 599);
  if (broken !== undefined) fail(`the fake failed at ${broken.method} ${broken.path}`);
  const allowed = wish['requests-at-most'] ?? usual;
  const asked = stage.fake.world.requests.slice(-requests || Infinity);
  const faulty = asked.some(({ fault }) => fault !== undefined);
  if (allowed !== undefined && !faulty && requests > allowed) fail(`${requests} requests, ${allowed} are allowed`);
}
