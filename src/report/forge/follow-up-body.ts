import type { FollowUp } from '../../history/follow-up-of.ts';
import { inline } from '../checklist/escape-markdown.ts';
import { wordsOfFate } from '../follow-up-text.ts';

/** Text of a pull request that carries out what remains: first what became of each step, then what approving does. */
export function followUpBody({ path, why, steps, orphans }: FollowUp, folder: string): string {
  return [
    `**${inline(path, 200)}** did not go out as planned: ${inline(why, 300)}`,
    '',
    ...steps.map((step) => `- ${inline(step.step)}: ${inline(wordsOfFate(step), 300)}`),
    ...orphans.map((one) => `- left behind: ${inline(one, 200)}`),
    '',
    `This proposes the remainder as \`${folder}\`. Approved and merged, it carries out only what is not done; nothing that went out is sent again. Mend what was wrong first, here or on the platform. Close it if nothing more should go out.`,
    '',
    'Pull requests of machines start no workflow by themselves: if there is no checklist, push a commit or reopen it.',
  ].join('\n');
}
