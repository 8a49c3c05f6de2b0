import { isMap, parseDocument } from 'yaml';
import type { FollowUp } from '../../history/follow-up-of.ts';

export interface ContinuedFacts {
  readonly followUp: FollowUp;
  /** New ULID. */
  readonly id: string;
  /** Steps that remain. */
  readonly remaining: readonly string[];
  /** False where its time is over. */
  readonly keepsSchedule: boolean;
}

/** The approved manifest with a new identity and only the steps that remain; comments and content stay. Pure. */
export function continuedManifest(text: string, facts: ContinuedFacts): string {
  const { followUp, id, remaining, keepsSchedule } = facts;
  const manifest = parseDocument(text);
  const summary = manifest.get('summary');
  manifest.set('id', id);
  manifest.set('generation', 1);
  manifest.set(
    'summary',
    `Continue: ${typeof summary === 'string' ? summary.replace(/^(Continue: )+/, '') : ''}`.slice(0, 300),
  );
  for (const key of ['rolls-back', 'proposed-by', ...(keepsSchedule ? [] : ['schedule'])]) manifest.delete(key);
  const steps = manifest.get('steps');
  if (isMap(steps)) steps.items = steps.items.filter(({ key }) => remaining.includes(String(key)));
  manifest.set('continues', followUp.executionId);
  const body = manifest.toString({ lineWidth: 0, flowCollectionPadding: true });
  const [first = ''] = body.split('\n');
  const schema = first.startsWith('# yaml-language-server') ? `${first}\n` : '';
  return `${schema}${noteOn(facts)}${body.slice(schema.length)}`;
}

function noteOn({ followUp: { path, id, generation }, keepsSchedule }: ContinuedFacts): string {
  const when = keepsSchedule ? '' : '# Without a schedule it goes out as soon as it is approved and merged.\n';
  return `# The remainder of ${path} (${id}, generation ${generation}). What is done stands in continues.json, a copy of
# the sealed log, and is not sent again. Content may be changed here; steps may be left out, none may be added.
${when}`;
}
