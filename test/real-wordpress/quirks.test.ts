import { afterAll, beforeAll, describe } from 'vitest';
import { wordpressQuirks } from '../sandbox/wordpress-quirks.ts';
import { startWordpress, unavailable, type WordPress } from './wordpress-server.ts';

// oxlint-disable-next-line no-console -- a skipped suite must not look like a passed one
if (unavailable !== null) console.warn(`SKIPPED, nothing is proved about a real WordPress: ${unavailable}.`);

describe.skipIf(unavailable !== null)('a real WordPress does what the stand-in does', () => {
  let wordpress: WordPress;
  beforeAll(() => {
    wordpress = startWordpress();
  }, 60_000);
  afterAll(() => wordpress.stop());
  wordpressQuirks(() => Promise.resolve(wordpress));
});
