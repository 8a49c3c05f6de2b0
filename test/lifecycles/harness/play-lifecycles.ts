import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'vitest';
import { parse } from 'yaml';
import { playEvent } from './play-event.ts';
import { Stage } from './stage.ts';
import type { Lifecycle } from './types.ts';

const root = join(import.meta.dirname, '..');
const names = readdirSync(root, { withFileTypes: true })
  .filter((entry) => entry.isDirectory() && existsSync(join(root, entry.name, 'lifecycle.yaml')))
  .map(({ name }) => name);

/** Plays every second lifecycle, from the one that is named: two files, so that both cores work. */
export function playLifecycles(from: 0 | 1): void {
  for (const name of names.filter((_, index) => index % 2 === from)) {
    const folder = join(root, name);
    const lifecycle = parse(readFileSync(join(folder, 'lifecycle.yaml'), 'utf8')) as Lifecycle;
    const title = `${name}: ${lifecycle.title}`;
    if (lifecycle.todo === undefined) test(title, () => play(lifecycle, join(folder, 'expected.md')));
    else {
      process.stderr.write(`LEFT OUT ${name}: ${lifecycle.todo}\n`);
      test.skip(`${title} [LEFT OUT: ${lifecycle.todo}]`, () => undefined);
    }
  }
}

/** Plays a lifecycle and holds what people saw against what is written down. */
async function play(lifecycle: Lifecycle, file: string): Promise<void> {
  const stage = await Stage.set(lifecycle.policy ?? {});
  try {
    stage.fake.world.dismissStale = lifecycle['dismiss-stale'] === true;
    for (const event of lifecycle.events) await playEvent(stage, event);
    compare(`# ${lifecycle.title}\n\n${stage.told.join('\n')}\n`, file);
  } catch (error) {
    throw new Error(`${String(error)}\n--- so far\n${stage.told.join('\n')}`, { cause: error });
  } finally {
    await stage.end();
  }
}

function compare(told: string, file: string): void {
  const known = existsSync(file) ? readFileSync(file, 'utf8') : null;
  if (told === known) return;
  if (process.env['UPDATE_GOLDEN'] === '1') return writeFileSync(file, told);
  const [now, before] = [told.split('\n'), (known ?? '').split('\n')];
  const at = now.findIndex((line, index) => line !== before[index]);
  const near = now.slice(Math.max(0, at - 3), at + 3).join('\n');
  throw new Error(`${file} line ${at + 1} says otherwise; UPDATE_GOLDEN=1 writes it anew.\nwas: ${before[at] ?? 'the end'}\nnow: ${now[at] ?? 'the end'}\nnear:\n${near}`); // prettier-ignore
}
