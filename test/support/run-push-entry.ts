// Writes one entry and pushes it once standard input says so; prints `ready`, then the outcome.
// Usage: run-push-entry.ts REPOSITORY REF TEXT [EXPECTED]
import { once } from 'node:events';
import { openJournalStore } from '../../src/adapters/git/journal-store.ts';

const [, , directory = '', ref = '', text = '', expected = ''] = process.argv;
const store = await openJournalStore({ directory, remote: 'origin', prefix: 'refs/heads/mergecast/', branch: 'main' });
await store.refresh();
const parent = expected === '' ? null : expected;
const next = await store.write(text, '0 CLAIMED', parent);
process.stdout.write('ready\n');
await once(process.stdin, 'data');
const { is } = await store.push([{ ref, expect: parent, next }]);
process.stdout.write(`${is}\n`);
await store.close();
