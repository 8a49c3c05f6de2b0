import type { Action, AssembleContext, StepPlan } from '../../../core/contract.ts';
import { finding, type Finding } from '../../../core/finding.ts';
import { failure, success, type Result } from '../../../core/result.ts';
import { showTemplate } from '../../../core/template.ts';
import type { Input } from '../../../generated/types/actions/wordpress.publish-post.ts';
import { checkLength, limits, longestContent, longestExcerpt, longestTitle } from '../limits.ts';
import { completeDraft, planCompletion } from '../operations/complete-draft.ts';
import { createDraft, planDraft, type Texts } from '../operations/create-draft.ts';
import { ensureTerm, planTerm, type Taxonomy } from '../operations/ensure-term.ts';
import { planPublication, publishDraft } from '../operations/publish-draft.ts';
import { deletion, unpublish } from '../operations/take-back.ts';
import { isImage, planImage, uploadImage } from '../operations/upload-image.ts';
import { outputsOf, outputTypes } from '../outputs.ts';
import { previewPost } from '../preview-post.ts';
import { verifyPublication } from '../verify-publication.ts';

/** A new post: terms, image and a complete draft first, and when all of it is as approved, the draft is published. */
export const action: Action<Input> = {
  id: 'wordpress/publish-post',
  title: 'Blog post',
  version: 1,
  channel: 'web',
  references: [
    { pointer: '/content', as: 'content' },
    { pointer: '/image/file', as: 'media' },
  ],
  outputs: outputTypes,
  limits,
  riskFloor: 'low',
  reversibility: 'full',
  assemble,
  preview: (step) => previewPost(step, 'create-draft'),
  operations: {
    'ensure-term': ensureTerm,
    'upload-image': uploadImage,
    'create-draft': createDraft,
    'complete-draft': completeDraft,
    publish: publishDraft,
    unpublish,
    'delete-draft': deletion,
    'delete-image': deletion,
  },
  verify: verifyPublication,
};

function assemble(input: Input, context: AssembleContext): Result<StepPlan> {
  const { title, slug, content, excerpt } = input;
  const texts: Texts = {
    title: context.template(title, 'html'),
    slug,
    content: context.html(content),
    ...(excerpt !== undefined && { excerpt: context.template(excerpt, 'html') }),
  };
  const problems = findProblems(input, texts, context);
  if (problems.length > 0) return failure(problems);
  const { origin } = context.connection;
  const operations = planOperations(input, texts, context);
  return success({
    operations,
    outputs: outputsOf('publish', origin),
    fees: [],
    reversibility: 'full',
    'undo-in-words': 'The post is taken offline and deleted with its image; new categories and tags stay.',
    words: `Post "${showTemplate(texts.title, () => '...')}" on ${new URL(origin).host}, address "${slug}"`,
  });
}

function planOperations(input: Input, texts: Texts, context: AssembleContext): StepPlan['operations'] {
  const { image: picture, slug } = input;
  const terms = (taxonomy: Taxonomy, names: readonly string[] = []): StepPlan['operations'] =>
    distinct(names).map((name, index) => planTerm(taxonomy, index + 1, context.template(name, 'none')));
  const categories = terms('category', input.categories);
  const tags = terms('tag', input.tags);
  const image = picture && planImage(picture.file, context.template(picture.alt, 'none'), slug);
  const draft = planDraft(texts);
  const completion = planCompletion({ draft, slug, categories, tags, ...(image && { image }) });
  const prepares = [...categories, ...tags, ...(image ? [image] : []), draft, completion];
  return [...prepares, planPublication(draft, completion)];
}

/** For WordPress names that differ in capital letters alone are the same term. */
function distinct(names: readonly string[]): readonly string[] {
  return [...new Map(names.map((name) => [name.toLowerCase(), name])).values()];
}

/** Addresses that WordPress keeps for feeds: it would put a number behind them. */
const reserved = ['atom', 'embed', 'feed', 'rdf', 'rss', 'rss2'];

function findProblems({ slug, image }: Input, texts: Texts, context: AssembleContext): Finding[] {
  const { title, content, excerpt } = texts;
  return [
    ...(reserved.includes(slug) ? [finding('platform/reserved-slug', { slug }, context.place('/slug'))] : []),
    ...checkLength(longestTitle, title, context, '/title'),
    ...checkLength(longestContent, content, context, '/content'),
    ...checkLength(longestExcerpt, excerpt, context, '/excerpt'),
    ...(image === undefined || isImage(image.file)
      ? []
      : [finding('platform/no-image', { type: image.file.type }, context.place('/image/file'))]),
  ];
}
