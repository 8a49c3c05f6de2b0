import { ulid } from 'ulid';
import { approve, openScene } from './scene.mjs';

const post = (slug) =>
  `    uses: wordpress/publish-post\n    connection: main-site\n    with: { title: Bench, slug: ${slug}, content: { text: "Spring is here." } }\n`;
const note = (text) =>
  `    uses: slack/post-message\n    connection: team-chat\n    with: { channel: C0123456789, content: { text: "${text}" } }\n`;
const email = (text) =>
  `    uses: sendgrid/send-campaign\n    connection: newsletter\n    with:\n      subject: Bench\n      content: { text: "${text} [Unsubscribe]({{{unsubscribe}}}). Acme, Main Street 1, 10000 Sampletown" }\n      audience: { list: newsletter, size: 1200, consent: newsletter-double-opt-in }\n`;

/** Executions of several shapes; the limit is activations + 3, + 1 for each prepare that needs a live output. */
const shapes = [
  // The first one of the month opens its ledger: one push more.
  { what: 'one post, the first of the month', steps: `  blog:\n${post('bench-a')}`, limit: 1 + 3 + 1 },
  { what: 'one post', steps: `  blog:\n${post('bench-b')}`, limit: 1 + 3 },
  {
    what: 'a post, a message and an e-mail, independent',
    steps: `  blog:\n${post('bench-c')}  note:\n${note('Hello')}  email:\n${email('Hello.')}`,
    limit: 3 + 3,
  },
  {
    what: 'a post, and an e-mail whose draft needs the address of the post',
    steps: `  blog:\n${post('bench-d')}  email:\n    needs: [blog]\n${email('Read it: ${{ steps.blog.url }}')}`,
    limit: 2 + 3 + 1,
  },
];

/** How many pushes reach the origin for one execution, counted there; the sealing of the log apart. */
export async function countPushes(program) {
  const scene = await openScene(program);
  try {
    return shapes.map(({ what, steps, limit }, index) => {
      approve(scene, `bench-${index}`, ulid(), steps);
      scene.pushes();
      scene.mergecast('run', '--sandbox', scene.url, '--push', '--format', 'json');
      const pushes = scene.pushes();
      const isJournal = (refs) => refs.some((ref) => /^refs\/heads\/mergecast-sandbox\/(x|budget)\//.test(ref));
      const isSealing = (refs) =>
        refs.includes('refs/heads/mergecast-sandbox/log') && !refs.some((ref) => ref.includes('/budget/'));
      return { what, count: pushes.filter((refs) => isJournal(refs) && !isSealing(refs)).length, all: pushes, limit };
    });
  } finally {
    await scene.close();
  }
}
