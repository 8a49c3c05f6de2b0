import { mkdtempSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startSandbox, type RunningSandbox } from '../../src/sandbox/start-sandbox.ts';
import { caller } from '../support/sandbox-fixture.ts';
import { startGitea, unavailable, type Gitea } from './gitea-server.ts';
import { MarketingRepository } from './marketing-repository.ts';

const api = '/repos/acme/marketing';

interface RunJson {
  readonly executions: readonly {
    readonly path: string;
    readonly state: string;
    readonly reason?: string;
    readonly finishedBefore?: boolean;
  }[];
}

describe.skipIf(unavailable !== null)(
  `lifecycles on a real Gitea${unavailable === null ? '' : ` (${unavailable})`}`,
  () => {
    let gitea: Gitea;
    let repository: MarketingRepository;
    let sandbox: RunningSandbox;
    let home: string;
    const before = { ...process.env };

    beforeAll(async () => {
      home = mkdtempSync(join(tmpdir(), 'mergecast-gitea-home-'));
      process.env['HOME'] = home;
      process.env['XDG_CONFIG_HOME'] = join(home, 'config');
      gitea = startGitea({ runner: true });
      const started = await startSandbox({ stateFile: join(home, 'state.ndjson') });
      if (!started.ok) throw new Error('no sandbox');
      sandbox = started.value;
      repository = await MarketingRepository.make(gitea);
    });
    afterAll(async () => {
      await sandbox.close();
      await repository.remove();
      await gitea.stop();
      process.env = before;
      await rm(home, { recursive: true, force: true });
    });

    /** Writes an execution, proposes it and opens its pull request. */
    async function propose(name: string): Promise<{ path: string; number: number }> {
      repository.begin(`execution/acme/${name}`);
      const made = await repository.run('author', 'new', 'chat', '--name', name, '--format', 'json');
      const { path } = made.json<{ path: string }>();
      repository.push(`execution/acme/${name}`, 'author', `Add ${name}`);
      return { path, number: await repository.open(`execution/acme/${name}`, `Tell the team: ${name}`) };
    }

    const effects = async (): Promise<number> =>
      (await caller(sandbox.url).effects()).filter(({ effect }) => effect === 'live').length;

    const stateOf = (run: RunJson, path: string): string | undefined =>
      run.executions.find((one) => one.path === path)?.state;

    it('check, approval, merge, execution, log, and a second run that sends nothing', async () => {
      const { path, number } = await propose('hello');
      expect(await repository.checklist(number, /Ready for review: 1 approval missing/)).toContain(
        'Brand: Rita Viewer',
      );
      await repository.approve(number, 'reviewer');
      expect(await repository.checklist(number, /Ready: nothing to fix/)).toContain('Rita Viewer');
      await repository.merge(number);
      const sent = await effects();
      const first = (await repository.execute(sandbox.url)).json<RunJson>();
      expect(stateOf(first, path)).toBe('SEALED');
      expect(await effects()).toBe(sent + 1);
      const result = (await repository.comments(number)).filter(({ body }) => body.startsWith('<!-- mergecast r1'));
      expect(result.map(({ body }) => body)).toEqual([expect.stringContaining('### ✅ Done')]);
      const again = (await repository.execute(sandbox.url)).json<RunJson>();
      expect(again.executions.find((one) => one.path === path)).toMatchObject({
        state: 'SEALED',
        finishedBefore: true,
      });
      expect(await effects()).toBe(sent + 1);
      expect(
        (await repository.comments(number)).filter(({ body }) => body.startsWith('<!-- mergecast r1')),
      ).toHaveLength(1);
    });

    it('squash, and a run again: one effect', async () => {
      const { path, number } = await propose('squash');
      await repository.approve(number, 'reviewer');
      await repository.merge(number, 'squash');
      const sent = await effects();
      const runs = [await repository.execute(sandbox.url), await repository.execute(sandbox.url)];
      expect(stateOf(runs[1]?.json<RunJson>() ?? { executions: [] }, path)).toBe('SEALED');
      expect(await effects()).toBe(sent + 1);
    });

    it('one changed byte after the approval: asked again, and nothing is executed of it', async () => {
      const { path, number } = await propose('changed');
      await repository.approve(number, 'reviewer');
      await repository.checklist(number, /Ready: nothing to fix/);
      repository.write(`${path}/note.md`, `${repository.read(`${path}/note.md`)} Really.\n`);
      repository.push('execution/acme/changed', 'author', 'Change one thing');
      expect(await repository.checklist(number, /1 approval missing/)).toMatch(/Rita Viewer.*does not count/s);
      await expect(repository.merge(number)).rejects.toThrow(/approvals/);
    });

    it('an author cannot approve, and a push past the review executes nothing and opens one issue', async () => {
      const { path, number } = await propose('pushed');
      await expect(repository.approve(number, 'author')).rejects.toThrow(/422/);
      await gitea.call('root-admin', 'DELETE', `${api}/branch_protections/main`);
      repository.git('push', '-q', gitea.cloneAs('root-admin'), 'HEAD:refs/heads/direct');
      repository.begin('direct-work');
      repository.git('merge', '-q', '--squash', 'execution/acme/pushed');
      repository.push('main', 'root-admin', 'Push it directly');
      const sent = await effects();
      const run = await repository.execute(sandbox.url);
      expect(run.code).toBe(1);
      expect(run.json<RunJson>().executions.find((one) => one.path === path)).toMatchObject({
        state: 'REFUSED',
        reason: expect.stringContaining('without a pull request'),
      });
      await repository.execute(sandbox.url);
      expect(await effects()).toBe(sent);
      const issues = await gitea.call<{ title: string; pull_request: unknown }[]>(
        'author',
        'GET',
        `${api}/issues?state=open&type=issues`,
      );
      expect(issues.filter(({ title }) => title.includes(path))).toHaveLength(1);
    });
  },
);
