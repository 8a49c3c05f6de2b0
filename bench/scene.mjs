import { spawn, spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** Runs a program and gives its output; throws with everything it said where it ends with another code than 0. */
function run(words, options) {
  const [file, ...rest] = words;
  const { status, stdout, stderr } = spawnSync(file, rest, { encoding: 'utf8', ...options });
  if (status !== 0) throw new Error(`${words.join(' ')} ended with ${status}:\n${stdout}${stderr}`);
  return stdout;
}

/**
 * A brand's repository with a bare origin that notes every push it receives, a sandbox, and nothing of this machine's
 * settings. `program` is the bundle.
 */
export async function openScene(program) {
  const root = mkdtempSync(join(tmpdir(), 'mergecast-bench-'));
  const [folder, origin, pushed] = ['work', 'origin.git', 'pushes.txt'].map((name) => join(root, name));
  const settings = join(root, 'gitconfig');
  writeFileSync(settings, '[user]\n\tname = Dana\n\temail = dana@acme.example\n[init]\n\tdefaultBranch = main\n');
  const inherited = Object.entries(process.env).filter(([name]) => !/^(GIT_|MERGECAST_|XDG_CONFIG_HOME$)/.test(name));
  const own = { XDG_CONFIG_HOME: join(root, 'config'), GIT_CONFIG_GLOBAL: settings, GIT_CONFIG_NOSYSTEM: '1' };
  const env = { ...Object.fromEntries(inherited), ...own };
  mkdirSync(folder);
  const git = (...words) => run(['git', ...words], { cwd: folder, env });
  const mergecast = (...words) => run([process.execPath, program, ...words], { cwd: folder, env });
  git('init', '--quiet', '--bare', origin);
  notePushes(origin, pushed);
  git('init', '--quiet');
  git('remote', 'add', 'origin', origin);
  mergecast('init', '--brand', 'acme', '--market', 'DE', '--currency', 'EUR', '--format', 'json');
  const sandbox = await startSandbox(program, root, env);
  return {
    folder,
    env,
    git,
    mergecast,
    url: sandbox.url,
    /** Ref names of each push since the last question, one list a push. */
    pushes: () => takePushes(pushed),
    close: async () => {
      await sandbox.stop();
      rmSync(root, { recursive: true, force: true });
    },
  };
}

/** What a push brought stands on one line: git calls the hook once a push, with a line for every ref. */
function notePushes(origin, file) {
  const hook = join(origin, 'hooks', 'post-receive');
  writeFileSync(hook, `#!/bin/sh\ncut -d' ' -f3 | tr '\\n' ' ' >> '${file}'\necho >> '${file}'\n`, { mode: 0o755 });
}

function takePushes(file) {
  if (!existsSync(file)) return [];
  const lines = readFileSync(file, 'utf8').trim().split('\n').filter(Boolean);
  writeFileSync(file, '');
  return lines.map((line) => line.trim().split(' '));
}

async function startSandbox(program, root, env) {
  const words = [program, 'sandbox', '--state', join(root, 'sandbox.ndjson')];
  const child = spawn(process.execPath, words, { cwd: root, env, stdio: ['ignore', 'pipe', 'ignore'] });
  const ended = new Promise((done) => child.once('exit', done));
  const first = await new Promise((ready) => child.stdout.once('data', ready));
  const { url } = JSON.parse(String(first));
  const stop = async () => {
    child.kill('SIGTERM');
    await ended;
  };
  return { url, stop };
}

/** Writes an execution, and has it approved; `steps` is the YAML below `steps:`. Gives its folder. */
export function approve(scene, name, id, steps) {
  const folder = join('executions', 'acme', '2026-11', name);
  mkdirSync(join(scene.folder, folder), { recursive: true });
  const manifest = `version: 1\nid: ${id}\ngeneration: 1\nbrand: acme\nsummary: ${name}\nsteps:\n${steps}`;
  writeFileSync(join(scene.folder, folder, 'execution.yaml'), manifest);
  scene.mergecast('propose', folder, '--format', 'json');
  scene.mergecast('approve', `execution/acme/${name}`, '--format', 'json');
  return folder;
}
