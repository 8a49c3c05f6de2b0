import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { PullScene } from './pull-scene.ts';

describe('mergecast review', () => {
  let scene: PullScene;
  beforeAll(async () => {
    scene = await PullScene.make('spring');
    // As a workflow of the forge would say where it is.
    Object.assign(process.env, { GITHUB_API_URL: scene.forge.url, GITHUB_REPOSITORY: 'acme/marketing' });
  });
  afterAll(async () => {
    delete process.env['GITHUB_API_URL'];
    delete process.env['GITHUB_REPOSITORY'];
    await scene.remove();
  });

  it('shows the checklist and what the review has to say, and writes nothing on the forge', async () => {
    const { repository, forge } = scene;
    const shown = await repository.run(['review', '7']);
    expect(shown.stderr).toBe('');
    expect(shown.code).toBe(0);
    const json = (await repository.run(['review', '7', '--format', 'json'])).json<{
      executions: { digest: string }[];
      review: { lines: string[] }[];
    }>();
    expect(json.review.map(({ lines }) => lines[0])).toEqual([`Digest: ${json.executions[0]?.digest}`]);
    expect(shown.stdout).toContain(`Digest: ${json.executions[0]?.digest}`);
    expect(forge.requests.filter((line) => !line.startsWith('GET'))).toEqual([]);
  });

  it('says of a blocked one that an approval now would not count, and of a number that it is none', async () => {
    const { repository } = scene;
    const { path } = (await repository.run(['review', '7', '--format', 'json'])).json<{
      executions: [{ path: string }];
    }>().executions[0];
    scene.push('Break it', { [`${path}/execution.yaml`]: 'version: 2\n' });
    const blocked = await repository.run(['review', '7']);
    expect(blocked.code).toBe(1);
    expect(blocked.stdout).toContain('Do not approve yet');
    expect((await repository.run(['review', 'seven'])).code).toBe(2);
  });
});
