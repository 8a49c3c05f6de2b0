import { afterAll, beforeAll, describe, it } from 'vitest';
import type { BrandRepository } from '../support/brand-repository.ts';
import { CrashPlace, makeTemplate, reported } from './crash-fixture.ts';

const operations = ['blog/create-draft', 'blog/complete-draft', 'blog/publish', 'email/draft', 'email/send'];
const points = ['before-intent', 'after-intent', 'after-call', 'after-result'];
const all = operations.flatMap((operation) => points.map((point) => `${operation}:${point}`));

let template: BrandRepository;

beforeAll(async () => {
  template = await makeTemplate('blog-and-email');
});

afterAll(() => template.remove());

describe.concurrent('a runner that is killed, and another run', () => {
  it.for(all)('at %s: every effect once, sealed, intact', async (point, { expect }) => {
    const place = await CrashPlace.make(template);
    try {
      expect(await place.run(point)).toMatchObject({ signal: 'SIGKILL' });
      const again = await place.run();
      expect(reported(again).executions, again.stderr).toMatchObject([{ state: 'SEALED' }]);
      expect(again.code).toBe(0);
      const effects = await place.world.effects();
      expect(effects.map(({ operation }) => operation).toSorted()).toEqual([
        'create-draft', 'create-single-send', 'publish', 'schedule',
      ]); // prettier-ignore
      expect(await place.audit()).toMatchObject({ verdict: 'intact' });
    } finally {
      await place.remove();
    }
  });

  it('while it undoes what it did: undone once, and told so', async ({ expect }) => {
    const place = await CrashPlace.make(template);
    try {
      await place.world.fault({ platform: 'sendgrid', operation: 'schedule', kind: '401', times: 9 });
      expect(await place.run('email/send:after-result')).toMatchObject({ signal: 'SIGKILL' });
      expect(await place.run('blog/publish:after-call')).toMatchObject({ signal: 'SIGKILL' });
      const last = await place.run();
      expect(reported(last).executions).toMatchObject([{ state: 'COMPENSATED' }]);
      expect(last.code).toBe(1);
      const effects = await place.world.effects();
      expect(effects.filter(({ effect }) => effect === 'live')).toMatchObject([{ operation: 'publish', undone: true }]);
      expect(await place.audit()).toMatchObject({ verdict: 'intact' });
    } finally {
      await place.remove();
    }
  });

  it('that was only stopped, wakes up after another one has taken over, and does nothing', async ({ expect }) => {
    const place = await CrashPlace.make(template);
    try {
      await place.world.fault({ platform: 'wordpress', operation: 'publish', kind: 'timeout-after-effect', times: 1 });
      const first = place.start(['run', '--sandbox', place.url, '--format', 'json']);
      while ((await place.liveEffects()).length === 0) await new Promise((resolve) => setImmediate(resolve));
      first.child.kill('SIGSTOP');
      const second = await place.run();
      expect(reported(second).executions).toMatchObject([{ state: 'SEALED' }]);
      const before = await place.world.effects();
      first.child.kill('SIGCONT');
      const woken = await first.ended;
      expect(reported(woken).executions, woken.stderr).toMatchObject([{ state: 'SEALED' }]);
      expect(await place.world.effects()).toEqual(before);
      expect(before.map(({ operation }) => operation).filter((one) => one === 'publish')).toHaveLength(1);
      expect(await place.audit()).toMatchObject({ verdict: 'intact' });
    } finally {
      await place.remove();
    }
  });
});
