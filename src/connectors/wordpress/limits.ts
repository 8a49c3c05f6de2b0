import type { AssembleContext, Limit } from '../../core/contract.ts';
import { finding, type Finding } from '../../core/finding.ts';
import type { Template } from '../../generated/types/plan.ts';

const readOn = '2026-11-25';
const schema = 'https://developer.wordpress.org/reference/functions/wp_get_db_schema/';

/** `post_title` and `post_excerpt` are columns of type `text`. */
export const longestTitle: Limit = { what: 'The title', maximum: 65_535, counting: 'bytes', source: schema, readOn };
export const longestExcerpt: Limit = {
  what: 'The excerpt',
  maximum: 65_535,
  counting: 'bytes',
  source: schema,
  readOn,
};

/** A post is read back to be compared, and an answer holds it as written and as rendered within 1 MiB. */
export const longestContent: Limit = {
  what: 'The content',
  maximum: 400_000,
  counting: 'bytes',
  source: 'how much of an answer is read here, 1 MiB',
  readOn,
};

/** What an undo may keep of a former state in the journal. */
export const largestBefore = 400_000;

/** What WordPress can hold; slugs and names of terms are checked by the schemas. */
export const limits: readonly Limit[] = [
  { what: 'The slug', maximum: 200, counting: 'utf16', source: schema, readOn },
  { what: 'A category or tag', maximum: 200, counting: 'utf16', source: schema, readOn },
  longestTitle,
  longestExcerpt,
  longestContent,
];

/** Whether a text fits, counted in UTF-8 with the longest values that its placeholders can have. */
export function checkLength(
  limit: Limit,
  template: Template | undefined,
  context: AssembleContext,
  pointer: string,
): Finding[] {
  if (template === undefined) return [];
  // An open place can hold any text: three bytes for each UTF-16 unit are the most that UTF-8 needs.
  const length =
    typeof template === 'string' ? new TextEncoder().encode(template).byteLength : context.longest(template) * 3;
  if (length <= limit.maximum) return [];
  const { what, maximum, source } = limit;
  return [finding('platform/too-long', { what, length, maximum, unit: 'bytes', source }, context.place(pointer))];
}
