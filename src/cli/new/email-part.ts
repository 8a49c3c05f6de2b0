import type { Part } from './types.ts';

/** An e-mail to a list. */
export const emailPart: Part = {
  platform: 'sendgrid',
  file: 'email.md',
  words: 'the text of the e-mail, with the link to unsubscribe',
  content: ({ title, brandName, address, hasBlog }) => `Hello,

${title}: say in two sentences what is new, and why it matters to the reader.

${hasBlog ? '[Read all about it](${{ steps.blog.url }})' : 'Say what to do next, and until when.'}

${brandName}

---

You get this because you signed up for our newsletter. You no longer want it? [Unsubscribe]({{{unsubscribe}}}).

${address}
`,
  step: ({ title, audience, hasBlog }, connection) => `    uses: sendgrid/send-campaign
${hasBlog ? '    needs: [blog] # sent after the post, because it links to it\n' : ''}    connection: ${connection}
    with:
      subject: ${JSON.stringify(title)}
      preheader: The line that inboxes show beside the subject
      content: ./email.md
      # To whom: the list, how many people are on it, and the record in evidence/ of how they agreed.
      audience: { list: ${audience?.list ?? 'newsletter'}, size: ${audience?.size ?? 1000}, consent: ${audience?.consent ?? 'newsletter-consent'} }
`,
};
