import { join } from 'node:path';
import { afterAll, beforeAll, describe, it } from 'vitest';
import { wordpressReader } from '../docs/readers.ts';
import { runPage } from '../docs/run-page.ts';
import { ensureBundle } from '../support/bundle.ts';
import { startWordpress, unavailable, type WordPress } from './wordpress-server.ts';

const page = join(import.meta.dirname, '../../docs/how-to/publish-to-wordpress.md');

describe.skipIf(unavailable !== null)('what docs/how-to/publish-to-wordpress.md says', () => {
  let wordpress: WordPress;
  beforeAll(async () => {
    await ensureBundle();
    wordpress = startWordpress();
  }, 120_000);
  afterAll(() => wordpress.stop());

  it('works on a real site', { timeout: 60_000 }, async () => {
    const { url } = wordpress;
    await runPage(page, {
      ...wordpressReader,
      can: ['needs a real WordPress'],
      replace: {
        // Nobody types here.
        'read -rs ACME_BIKES_WORDPRESS_PASSWORD && export ACME_BIKES_WORDPRESS_PASSWORD': `export ACME_BIKES_WORDPRESS_PASSWORD='${wordpress.password('editor').split(':')[1] ?? ''}'`,
        'https://blog.acme-bikes.example': url,
        'blog.acme-bikes.example': new URL(url).host,
        '+    account: editor': '+    account: editor\n+    test: true',
      },
    });
  });
});
