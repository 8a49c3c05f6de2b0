import { afterAll, beforeAll, expect, it } from 'vitest';
import type { BrandRepository } from '../support/brand-repository.ts';
import { CrashPlace, makeTemplate, reported } from './crash-fixture.ts';

let template: BrandRepository;

beforeAll(async () => {
  template = await makeTemplate('blog');
});

afterAll(() => template.remove());

it('a platform that dies with the runner and comes back: one post, which the next run finds', async () => {
  const place = await CrashPlace.make(template, { isProcess: true });
  try {
    expect(await place.run('blog/publish:after-call')).toMatchObject({ signal: 'SIGKILL' });
    await place.restartSandbox();
    const again = await place.run();
    expect(reported(again).executions, again.stderr).toMatchObject([{ state: 'SEALED' }]);
    const effects = await place.world.effects();
    expect(effects.map(({ operation }) => operation)).toEqual(['create-draft', 'publish']);
    expect(await place.audit()).toMatchObject({ verdict: 'intact' });
  } finally {
    await place.remove();
  }
});

it('a platform that is away when the next run comes: nothing is sent, nothing is lost', async () => {
  const place = await CrashPlace.make(template, { isProcess: true });
  try {
    expect(await place.run('blog/create-draft:after-call')).toMatchObject({ signal: 'SIGKILL' });
    await place.killSandbox();
    expect((await place.run()).code).not.toBe(0);
    await place.restartSandbox();
    expect(reported(await place.run()).executions).toMatchObject([{ state: 'SEALED' }]);
    const effects = await place.world.effects();
    expect(effects.map(({ operation }) => operation)).toEqual(['create-draft', 'publish']);
  } finally {
    await place.remove();
  }
});
