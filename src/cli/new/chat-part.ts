import type { Part } from './types.ts';

/** A message to the team. */
export const chatPart: Part = {
  platform: 'slack',
  file: 'note.md',
  words: 'the message to the team',
  content: ({ title, hasBlog }) => `${title}: what the team must know today, and what to answer when somebody asks.
${hasBlog ? '\nIt is on the website: ${{ steps.blog.url }}\n' : ''}`,
  step: ({ hasBlog }, connection) => `    uses: slack/post-message
${hasBlog ? '    needs: [blog]\n' : ''}    connection: ${connection}
    with:
      channel: C0123456789 # id of the channel: in Slack, at the end of "Copy link"
      content: ./note.md
`,
};
