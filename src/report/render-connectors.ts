import type { Action, Connector, Limit } from '../core/contract.ts';
import { formatCount } from './format-count.ts';
import { wrapLines } from './wrap-lines.ts';

/** One thing that a step can use, for people who choose. */
export interface ListedAction {
  readonly uses: string;
  readonly title: string;
  readonly channel: Action['channel'];
  /** Null where the action does not say. */
  readonly reversibility: NonNullable<Action['reversibility']> | null;
  readonly riskFloor: Action['riskFloor'];
  readonly outputs: readonly string[];
  readonly limits: readonly Limit[];
}

/** A platform with its actions. */
export interface ListedConnector {
  readonly id: string;
  readonly title: string;
  readonly docs: string;
  readonly api: Connector['api'];
  /** Roles of secrets. */
  readonly secrets: readonly string[];
  /** What a connection must state besides, and what that means. */
  readonly settings: Connector['settings'];
  readonly actions: readonly ListedAction[];
}

/** A connector and its actions as data. */
export function listConnector(connector: Connector, actions: readonly Action[]): ListedConnector {
  const { id, title, docs, api, secrets, settings } = connector;
  return {
    id,
    title,
    docs,
    api,
    secrets,
    settings,
    actions: actions.map((action) => listAction(id, action)),
  };
}

function listAction(connector: string, action: Action): ListedAction {
  const { id, title, channel, riskFloor, limits } = action;
  const uses = id.includes('/') ? id : `${connector}/${id}`;
  const outputs = Object.keys(action.outputs);
  return { uses, title, channel, reversibility: action.reversibility ?? null, riskFloor, outputs, limits };
}

const undoWords = {
  full: 'can be undone',
  'stop-further': 'can be stopped',
  none: 'cannot be undone',
} as const;

/** The list in words, 80 columns. Where each limit was read stands in the JSON. */
export function renderConnectors(connectors: readonly ListedConnector[]): string {
  const sources =
    'mergecast connectors --format json names the source of every limit, and the day on which it was read.';
  return [...connectors.map(renderConnector), wrapLines(sources, 80, 0)].join('\n\n') + '\n';
}

function renderConnector({ id, title, api, docs, secrets, settings, actions }: ListedConnector): string {
  const lines = [
    `${title} (${id}), API ${api.version}`,
    `  ${docs}`,
    secrets.length === 0 ? '  no secret' : `  secrets: ${secrets.join(', ')}`,
    ...Object.entries(settings).map(([name, meaning]) => `  setting ${name}: ${meaning}`),
    ...actions.flatMap(renderAction),
  ];
  return wrapLines(lines.join('\n'), 80);
}

function renderAction({ uses, title, channel, reversibility, outputs, limits }: ListedAction): string[] {
  const undo = reversibility === null ? [] : [undoWords[reversibility]];
  return [
    '',
    `  ${uses}`,
    `    ${[title, `channel ${channel}`, ...undo].join('; ')}`,
    ...(outputs.length === 0 ? [] : [`    later steps can use: ${outputs.join(', ')}`]),
    ...(limits.length === 0 ? [] : [`    at most: ${limits.map(limitWords).join('; ')}`]),
  ];
}

function limitWords({ what, maximum, counting }: Limit): string {
  const unit = { utf16: 'characters', 'code-points': 'characters', bytes: 'bytes', items: 'items' }[counting];
  return `${what.replace(/^(The|A|An) /, '')} ${formatCount(maximum)} ${unit}`;
}
