import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ulid } from 'ulid';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openEngine } from '../../../src/cli/engine/open-engine.ts';
import type { Engine } from '../../../src/execute/engine.ts';
import { runDue, type RunReport } from '../../../src/execute/run-due.ts';
import { sandboxTimings } from '../../../src/journal/timings.ts';
import { BrandRepository } from '../../support/brand-repository.ts';
import { recordingIo } from '../../support/recording-io.ts';
import { sandboxFixture, type SandboxFixture } from '../../support/sandbox-fixture.ts';
import { png } from './plan-step.ts';

const folder = 'executions/acme/2027-03/spring';
const manifest = (connection: string): string => `version: 1
id: ${ulid()}
generation: 1
brand: acme
summary: Publish the spring announcement.
steps:
  blog:
    uses: wordpress/publish-post
    connection: ${connection}
    with:
      title: Spring & mudguards
      slug: spring-is-here
      content: ./blog.md
      categories: [News, R & D]
      tags: [new bikes]
      image: { file: ./bikes.png, alt: Three bikes in a row }
`;

/** One approved post; every sandbox is a world of its own, in which it was never sent. */
let repository: BrandRepository;

beforeAll(async () => {
  repository = await BrandRepository.make();
  const connections = readFileSync(join(repository.folder, 'brands/acme/connections.yaml'), 'utf8');
  const connection = /^ {2}([a-z-]+):\s*(?:#.*)?\n\s+platform: wordpress/m.exec(connections)?.[1] ?? '';
  repository.write(`${folder}/execution.yaml`, manifest(connection));
  repository.write(`${folder}/blog.md`, 'Three **new** bikes.\n');
  repository.write(`${folder}/bikes.png`, png);
  const { branch } = await repository.succeed<{ branch: string }>('propose', folder);
  repository.become('ines');
  await repository.succeed('approve', branch);
});
afterAll(() => repository.remove());

/** Runs everything that is due, on a clock that does not wait. */
async function run(sandbox: SandboxFixture): Promise<RunReport> {
  const opened = await openEngine({ repo: repository.folder, sandbox: sandbox.url }, recordingIo(repository.folder));
  if (!opened.ok) throw new Error(opened.error[0]?.message);
  let ahead = 0;
  const engine: Engine = {
    ...opened.value.engine,
    timings: { ...sandboxTimings, callMaximum: 300 },
    clock: {
      now: () => new Date(Date.now() + ahead),
      sleep: (milliseconds) => {
        ahead += milliseconds;
        return Promise.resolve();
      },
    },
  };
  try {
    return await runDue(engine, { once: false });
  } finally {
    await opened.value.close();
  }
}

async function standing(sandbox: SandboxFixture): Promise<string[]> {
  return (await sandbox.effects()).filter(({ undone }) => !undone).map(({ operation }) => operation);
}

const whole = ['create-draft', 'ensure-category', 'ensure-category', 'ensure-tag', 'publish', 'update', 'upload-image'];

describe('a post through the whole engine', () => {
  it.each([
    ['create-draft', 'malformed'],
    ['upload-image', 'timeout-after-effect'],
    ['ensure-category', '500-after-effect'],
    ['publish', 'timeout-after-effect'],
    ['publish', 'reset-after-effect'],
    ['publish', '500-before-effect'],
    ['publish', '429'],
    ['publish', 'malformed'],
  ])('meets, at %s, %s: everything is there once, and read back as approved', async (operation, kind) => {
    const sandbox = await sandboxFixture();
    await sandbox.fault({ platform: 'wordpress', operation, kind });
    const [execution] = (await run(sandbox)).executions;
    expect(execution).toMatchObject({ state: 'SEALED', verification: [{ step: 'blog', verdict: 'as-approved' }] });
    expect((await standing(sandbox)).toSorted()).toEqual(whole);
  });

  it('meets 401 when it is to be published: nothing is public, and what was prepared is gone', async () => {
    const sandbox = await sandboxFixture();
    await sandbox.fault({ platform: 'wordpress', operation: 'publish', kind: '401' });
    const [execution] = (await run(sandbox)).executions;
    expect(execution).toMatchObject({ state: 'COMPENSATED', reason: expect.stringContaining('credentials') });
    expect((await standing(sandbox)).toSorted()).toEqual(['ensure-category', 'ensure-category', 'ensure-tag']);
  });

  it('is not sent while the site says no before anything began', async () => {
    const sandbox = await sandboxFixture();
    await sandbox.fault({ platform: 'wordpress', operation: 'read-user', kind: '401' });
    const [execution] = (await run(sandbox)).executions;
    expect(execution).toMatchObject({ state: 'REFUSED', findings: [{ code: 'platform/wrong-credentials' }] });
    expect(await sandbox.effects()).toEqual([]);
    expect((await run(sandbox)).executions[0]).toMatchObject({ state: 'SEALED' });
  });
});
