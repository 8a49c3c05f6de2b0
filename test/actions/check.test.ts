import { statSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { PullScene } from './pull-scene.ts';

describe('the bundled check of a pull request', () => {
  let scene: PullScene;
  beforeAll(async () => {
    scene = await PullScene.make('spring', 'summer', 'autumn');
  });
  afterAll(() => scene.remove());

  it('comments and reports, with few requests and in little time', async () => {
    const { forge } = scene;
    const run = await scene.run('check');
    expect(run).toMatchObject({ code: 0 });
    expect(run.outputs.get('verdict')).toBe('pass');
    expect(forge.comments).toHaveLength(1);
    expect(forge.comments[0]?.body).toMatch(/^<!-- mergecast v1 g10001 -->\n### ⏳ Ready for review: 3 executions/);
    expect(run.summary).toContain('Ready for review: 3 executions');
    expect(run.summary).not.toContain('<!-- mergecast v1');
    expect(forge.checks).toMatchObject([{ name: 'mergecast', head_sha: forge.pull['head'] && (forge.pull['head'] as { sha: string }).sha, conclusion: 'success' }]); // prettier-ignore
    expect(JSON.parse(run.outputs.get('executions') ?? '')).toMatchObject([{ path: expect.stringContaining('/autumn'), digest: expect.stringMatching(/^mc1:/) }, {}, {}]); // prettier-ignore
    expect(forge.requests.length).toBeLessThanOrEqual(12);
    // Generous: what it takes on a quiet machine is in the benchmarks.
    expect(run.firstLine).toBeLessThan(1500);
    expect(run.whole).toBeLessThan(6000);
  });

  it('edits its comment when it runs again, and keeps what a later run wrote', async () => {
    const { forge } = scene;
    await scene.run('check', { env: { GITHUB_RUN_ID: '102' } });
    await scene.run('check', { env: { GITHUB_RUN_ID: '101' } });
    expect(forge.comments).toHaveLength(1);
    expect(forge.comments[0]?.body).toMatch(/^<!-- mergecast v1 g10201 -->/);
  });

  it.each(['check', 'execute', 'setup'])('is small: %s', (name) => {
    expect(statSync(join(import.meta.dirname, `../../actions/${name}/dist/index.cjs`)).size).toBeLessThan(1.5 * 1024 * 1024); // prettier-ignore
  });
});
