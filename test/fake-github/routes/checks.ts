import { created, notFound, ok, page, refused, unprocessable } from '../reply.ts';
import { routes } from '../route.ts';
import { showAccount } from '../show/show-account.ts';
import { showCheck } from '../show/show-commit.ts';
import type { Asked, CheckAnnotation, CheckRun, Reply } from '../types.ts';
import { actionsApp, type World } from '../world.ts';

const mostAnnotations = 50;
const longestOutput = 65_535;
const longestDescription = 140;
const conclusions = ['action_required', 'cancelled', 'failure', 'neutral', 'success', 'skipped', 'timed_out'];

/** Check runs with annotations. */
export const checkRoutes = routes('checks', {
  'POST ~/check-runs': (world, asked) => {
    const { name, head_sha: sha } = asked.body;
    if (typeof name !== 'string' || typeof sha !== 'string') return unprocessable('name and head_sha are required');
    if (world.store.resolve(sha) === null) return unprocessable(`No commit found for SHA: ${sha}`);
    const run: CheckRun = { id: world.nextId(), app: actionsApp, name, sha, status: 'queued', conclusion: null, detailsUrl: null, title: '', summary: '', text: '', annotations: [] }; // prettier-ignore
    const refusal = change(run, asked.body);
    if (refusal !== null) return refusal;
    world.checks.push(run);
    return created(showCheck(world, run));
  },
  'PATCH ~/check-runs/:run': (world, asked) =>
    withRun(world, asked, (run) => change(run, asked.body) ?? ok(showCheck(world, run))),
  'GET ~/check-runs/:run': (world, asked) => withRun(world, asked, (run) => ok(showCheck(world, run))),
  'GET ~/check-runs/:run/annotations': (world, asked) =>
    withRun(world, asked, (run) => page(asked, run.annotations, (one) => one)),
  'GET ~/commits/:sha/check-runs': (world, asked) =>
    page(asked, world.checks.filter(({ sha }) => sha === world.store.resolve(asked.at['sha'] ?? '')).toReversed(), (run) => showCheck(world, run), 'check_runs'), // prettier-ignore
});

/** Statuses of commits. */
export const statusRoutes = routes('statuses', {
  'POST ~/statuses/:sha': ['write', (world, { at, body, user }) => {
    const { state, context = 'default', description = '', target_url: target } = body;
    if (!['error', 'failure', 'pending', 'success'].includes(String(state))) return unprocessable('State is not included in the list');
    if (String(description).length > longestDescription) return refused(422, 'Validation Failed', { errors: [{ resource: 'Status', code: 'custom', field: 'description', message: 'description is too long (maximum is 140 characters)' }] }); // prettier-ignore
    const sha = world.store.resolve(at['sha'] ?? '');
    if (sha === null) return unprocessable(`No commit found for SHA: ${at['sha']}`);
    const status = { id: world.nextId(), sha, state: String(state), context: String(context), description: String(description), targetUrl: typeof target === 'string' ? target : null, user: user?.id ?? 0 }; // prettier-ignore
    world.statuses.push(status);
    return created({ id: status.id, state, context, description, target_url: target ?? null, creator: showAccount(world, status.user) }); // prettier-ignore
  }],
  'GET ~/commits/:sha/statuses': (world, asked) =>
    page(asked, world.statuses.filter(({ sha }) => sha === asked.at['sha']).toReversed(), ({ id, state, context, description }) => ({ id, state, context, description })), // prettier-ignore
}); // prettier-ignore

function withRun(world: World, asked: Asked, answer: (run: CheckRun) => Reply): Reply {
  const run = world.checks.find(({ id }) => id === Number(asked.at['run']));
  return run === undefined ? notFound : answer(run);
}

/** Takes over what a request says; the refusal where it must not. Annotations are added to those that are there. */
function change(run: CheckRun, body: Record<string, unknown>): Reply | null {
  const { status, conclusion, details_url: url, output } = body;
  if (conclusion !== undefined && !conclusions.includes(conclusion as string))
    return unprocessable('conclusion is not included in the list');
  if (status === 'completed' && conclusion === undefined && run.conclusion === null) return unprocessable('conclusion is required when status is completed'); // prettier-ignore
  const said = (output ?? {}) as { title?: string; summary?: string; text?: string; annotations?: CheckAnnotation[] };
  if (output !== undefined && said.summary === undefined) return unprocessable('output.summary is required');
  if ([said.summary, said.text].some((one) => (one?.length ?? 0) > longestOutput)) return unprocessable('output is too long (maximum is 65535 characters)'); // prettier-ignore
  const added = said.annotations ?? [];
  if (added.length > mostAnnotations) return unprocessable('No subschema in "anyOf" matched.', 'More than 50 items; only 50 were allowed.'); // prettier-ignore
  if (!added.every(isAnnotation)) return unprocessable('annotations: path, start_line, end_line, annotation_level and message are required'); // prettier-ignore
  if (typeof conclusion === 'string') Object.assign(run, { conclusion, status: 'completed' });
  else if (typeof status === 'string') run.status = status;
  if (typeof url === 'string') run.detailsUrl = url;
  Object.assign(run, {
    title: said.title ?? run.title,
    summary: said.summary ?? run.summary,
    text: said.text ?? run.text,
  });
  run.annotations.push(...added);
  return null;
}

function isAnnotation({ path, start_line, end_line, annotation_level, message }: Partial<CheckAnnotation>): boolean {
  const levels = ['notice', 'warning', 'failure'];
  const isPlace =
    typeof path === 'string' && Number.isInteger(start_line) && Number.isInteger(end_line) && (start_line ?? 0) >= 1;
  return isPlace && levels.includes(annotation_level ?? '') && typeof message === 'string' && message !== '';
}
