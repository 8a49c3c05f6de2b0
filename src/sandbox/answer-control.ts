import { chooseSite, knownScopes } from './choose-site.ts';
import { addFault, readFault, waitingFaults } from './faults.ts';
import { json, type Effect, type SandboxAnswer, type SandboxPart, type SandboxRequest } from './kit/index.ts';
import { matchRoute } from './match-route.ts';
import { effectsTable, openStore } from './open-store.ts';
import { operationNames } from './operation-names.ts';
import { readFields, type Arrived } from './read-request.ts';
import type { StateFile } from './state-file.ts';
import { Draft } from './state.ts';

type Scene = {
  readonly state: StateFile;
  readonly parts: Parts;
  readonly arrived: Arrived;
  readonly url: string;
};
type Parts = ReadonlyMap<string, SandboxPart>;

/** Answers `/_sandbox/...`: who this is, what the world saw, which faults wait, begin anew, set the scene. */
export function answerControl(state: StateFile, parts: Parts, arrived: Arrived, url: string): SandboxAnswer {
  const path = arrived.url.pathname.replace(/^\/_sandbox\/?/, '').replace(/\/$/, '');
  switch (`${arrived.method} ${path}`) {
    case 'GET ':
      return json(200, {
        version: 1,
        instance: state.instance(),
        platforms: Object.fromEntries(operationNames(parts)),
      });
    case 'GET effects':
      return json(200, listEffects(state, parts));
    case 'GET faults':
      return json(200, waitingFaults(new Draft(state.tables)));
    case 'POST faults':
      return askForFault(state, parts, arrived);
    case 'POST reset':
      state.reset();
      return json(200, { version: 1, instance: state.instance() });
    default:
      return setScene({ state, parts, arrived, url }, path);
  }
}

/** Every effect in the order in which it happened, after what has become due meanwhile. */
function listEffects(state: StateFile, parts: Parts): Effect[] {
  const draft = new Draft(state.tables);
  for (const part of parts.values())
    for (const site of knownScopes(state.tables, part.id))
      part.tick?.(openStore(draft, { platform: part.id, site, operation: 'tick', now: new Date() }));
  state.commit(draft.changes());
  return draft.entries(effectsTable).map(([, value]) => {
    const { at, platform, operation, effect, key, id, undone } = value as Effect;
    return { at, platform, operation, effect, key, id, undone };
  });
}

function askForFault(state: StateFile, parts: Parts, arrived: Arrived): SandboxAnswer {
  const fault = readFault(readBody(arrived), operationNames(parts));
  if (typeof fault === 'string') return json(400, { version: 1, message: fault });
  const draft = new Draft(state.tables);
  addFault(draft, fault);
  state.commit(draft.changes());
  return json(201, { version: 1, ...fault });
}

function setScene({ state, parts, arrived, url }: Scene, path: string): SandboxAnswer {
  const [platform = '', ...rest] = path.split('/');
  const part = parts.get(platform);
  const match = matchRoute(part?.controls ?? [], arrived.method, `/${rest.join('/')}`);
  if (part === undefined || match === null)
    return json(404, {
      version: 1,
      message: `The sandbox has no ${arrived.method} ${arrived.url.pathname}.`,
    });
  const draft = new Draft(state.tables);
  const { origin, scope } = chooseSite(state.tables, part, arrived.headers, url);
  const request: SandboxRequest = {
    method: arrived.method,
    path: arrived.url.pathname,
    parameters: match.parameters,
    query: arrived.url.searchParams,
    headers: arrived.headers,
    body: arrived.body,
    fields: readBody(arrived),
    isBroken: false,
    origin,
  };
  const answer = match.route.handle(
    request,
    openStore(draft, { platform, site: scope, operation: '', now: new Date() }),
  );
  state.commit(draft.changes());
  return answer;
}

/** Tests often forget the content type; the control routes take JSON either way. */
function readBody(arrived: Arrived): Readonly<Record<string, unknown>> {
  return readFields({ ...arrived, headers: { 'content-type': 'application/json' } }).fields;
}
