import type { Action, AssembleContext, StepPlan } from '../../../core/contract.ts';
import { finding, type Finding } from '../../../core/finding.ts';
import { failure, success, type Result } from '../../../core/result.ts';
import type { Input } from '../../../generated/types/actions/wordpress.update-post.ts';
import { listWords } from '../compare-entry.ts';
import { checkLength, limits, longestContent, longestExcerpt, longestTitle } from '../limits.ts';
import { withMarker } from '../operations/create-draft.ts';
import { chooseEntry, lookUp, planLookUps, type EntryType, type Wanted } from '../operations/find-entry.ts';
import { planUpdate, restoreEntry, updateEntry, type Changes } from '../operations/update-entry.ts';
import { outputsOf, outputTypes } from '../outputs.ts';
import { previewPost } from '../preview-post.ts';
import { verifyUpdate } from '../verify-update.ts';

/** Other texts for a post or page that the site already has; the former ones are kept for the undo. */
export const action: Action<Input> = {
  id: 'wordpress/update-post',
  title: 'Change of a page or post',
  version: 1,
  channel: 'web',
  references: [{ pointer: '/content', as: 'content' }],
  outputs: outputTypes,
  limits,
  riskFloor: 'low',
  reversibility: 'full',
  assemble,
  preview: (step) => previewPost(step, 'update'),
  operations: { 'look-up': lookUp, 'choose-entry': chooseEntry, update: updateEntry, restore: restoreEntry },
  verify: verifyUpdate,
};

function assemble(input: Input, context: AssembleContext): Result<StepPlan> {
  const { title, content, excerpt } = input;
  const changes: Changes = {
    ...(title !== undefined && { title: context.template(title, 'html') }),
    ...(content !== undefined && { content: withMarker(context.html(content)) }),
    ...(excerpt !== undefined && { excerpt: context.template(excerpt, 'html') }),
  };
  const wanted = wantedBy(input);
  const problems = findProblems(changes, wanted, context);
  if (wanted === null || problems.length > 0) return failure(problems);
  const { origin } = context.connection;
  const lookUps = planLookUps(wanted, typesOf(input));
  const update = lookUps.slice(-1).map((found) => planUpdate(found, changes));
  const fields = Object.keys(changes).map((field) => `the ${field}`);
  return success({
    operations: [...lookUps, ...update],
    outputs: outputsOf('update', origin),
    fees: [],
    reversibility: 'full',
    'undo-in-words': 'The former text is written back, unless somebody has edited the new one meanwhile.',
    words: `Change ${listWords(fields)} of ${nameOf(input)} on ${new URL(origin).host}`,
  });
}

function wantedBy({ slug, id }: Input): Wanted | null {
  if (slug !== undefined && id !== undefined) return null;
  if (slug !== undefined) return { slug };
  return id === undefined ? null : { include: String(id) };
}

/** Pages first: where both have the same address, visitors see the page. */
function typesOf({ type }: Input): readonly EntryType[] {
  return type === undefined ? ['page', 'post'] : [type];
}

function nameOf({ slug, id, type }: Input): string {
  const word = type ?? 'page or post';
  return slug === undefined ? `the ${word} with the number ${id ?? ''}` : `the ${word} "${slug}"`;
}

function findProblems(changes: Changes, wanted: Wanted | null, context: AssembleContext): Finding[] {
  const hasChanges = Object.keys(changes).length > 0;
  return [
    ...(wanted === null ? [finding('platform/which-post', {}, context.place(''))] : []),
    ...(hasChanges ? [] : [finding('platform/nothing-to-change', {}, context.place(''))]),
    ...checkLength(longestTitle, changes.title, context, '/title'),
    ...checkLength(longestContent, changes.content, context, '/content'),
    ...checkLength(longestExcerpt, changes.excerpt, context, '/excerpt'),
  ];
}
