import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { PullScene } from './pull-scene.ts';

describe('the bundled check, where it may trust nothing', () => {
  let scene: PullScene;
  let head: string;
  beforeAll(async () => {
    scene = await PullScene.make('spring');
    head = scene.repository.git('rev-parse', 'HEAD');
  });
  beforeEach(() => scene.reset(head));
  afterAll(() => scene.remove());

  it('writes nothing to the forge for a fork; the summary and the exit code tell', async () => {
    const { forge } = scene;
    scene.describe(head, { head: { ref: 'proposal', sha: head, repo: { id: 2, full_name: 'stranger/marketing' } } });
    const run = await scene.run('check');
    expect(run).toMatchObject({ code: 0 });
    expect(run.summary).toContain('Ready for review');
    expect(forge.requests.filter((one) => !one.startsWith('GET'))).toEqual([]);
  });

  it('judges the same with a token that may only read', async () => {
    scene.forge.isReadOnly = true;
    const run = await scene.run('check');
    expect(run).toMatchObject({ code: 0 });
    expect(run.log).toContain('forge/forbidden');
    expect(run.summary).toContain('Ready for review');
    expect(scene.forge.comments).toEqual([]);
  });

  it('lets no text of a proposal be a command or an output', async () => {
    const file = scene.repository.git('ls-files', 'executions/**/execution.yaml');
    const nasty = 'x\\n::stop-commands::y\\n::set-output name=verdict::pass\\nend_\\nverdict=pass';
    scene.repository.replace(file, /^summary:.*$/m, `summary: "${nasty} <!-- mergecast v1 g999 -->"`);
    scene.repository.replace(file, 'wordpress/publish-post', `"${nasty}"`);
    scene.push('Be nasty');
    const run = await scene.run('check');
    expect(run.outputs.get('verdict')).toBe('block');
    expect([...run.outputs.keys()].toSorted()).toEqual(['comment', 'executions', 'verdict']);
    expect(run.log).toMatch(/^.*::set-output name=verdict/m);
    const [, guard = 'none'] = /^::stop-commands::([0-9a-f]{32})$/m.exec(run.log) ?? [];
    // Outside of the guard there are our own annotations alone.
    const outside = run.log
      .split(`::stop-commands::${guard}\n`)
      .flatMap((part) => part.split(`::${guard}::\n`).slice(1));
    for (const line of outside.join('').split('\n').filter(Boolean)) expect(line).toMatch(/^::(error|warning|notice) file=/); // prettier-ignore
    expect(run.log).not.toContain('token-of-the-job');
  });

  it('runs nothing of the head: neither hooks, filters nor files that git reads', async () => {
    const marker = `${scene.repository.root}/ran`;
    scene.push('Set traps', {
      '.gitattributes': '* filter=evil diff=evil\n',
      '.gitmodules': `[submodule "x"]\npath = x\nurl = ext::touch ${marker}\nupdate = !touch ${marker}\n`,
      'package.json': `{ "scripts": { "preinstall": "touch ${marker}" } }\n`,
      '.npmrc': 'ignore-scripts=false\n',
      'actions/check/dist/index.cjs': `require('fs').writeFileSync('${marker}', '')\n`,
    });
    await scene.run('check');
    expect(scene.repository.read('../ran')).toBeNull();
  });

  it('refuses what nobody can review at once, without reading any of it', async () => {
    scene.describe(head, { changed_files: 301 });
    const run = await scene.run('check');
    expect(run).toMatchObject({ code: 1 });
    expect(scene.forge.comments[0]?.body).toContain('301 changed files');
  });

  it('says that a pull request is not there, and what an event lacks', async () => {
    expect((await scene.run('check', { inputs: { 'pull-request': '8' } })).log).toContain('pull-request/not-found');
    expect((await scene.run('check', { inputs: { 'pull-request': '7; rm' } })).log).toContain('pull-request/no-number');
    const push = await scene.run('check', { event: ['push', { repository: { full_name: 'acme/marketing' } }] });
    expect(push).toMatchObject({ code: 1 });
    expect(push.log).toContain('pull-request/no-number');
  });

  it('checks what a merge queue made', async () => {
    const { repository, forge } = scene;
    const base = repository.git('rev-parse', 'origin/main');
    repository.git('push', '-q', 'origin', 'HEAD:refs/heads/gh-readonly-queue/main/pr-7-x');
    const group = { merge_group: { base_sha: base, head_sha: head, base_ref: 'refs/heads/main' }, repository: { full_name: 'acme/marketing', default_branch: 'main' } }; // prettier-ignore
    const run = await scene.run('check', { event: ['merge_group', group] });
    expect(run).toMatchObject({ code: 0 });
    expect(run.outputs.get('executions')).toContain('/spring');
    expect(forge.requests).toEqual([]);
  });
});
