import { execFile, spawn } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { program } from '../support/bundle.ts';
import { missingLine } from './compare-output.ts';
import { readPage, type Block } from './read-page.ts';

/** What a page's reader has, apart from an empty folder. */
export interface Reader {
  /** Words of the page that are others in the test, such as the address of a site. */
  readonly replace?: Readonly<Record<string, string>>;
  readonly environment?: Readonly<Record<string, string>>;
  /** Blocks that this test can run although they are marked as skipped, by the reason in the mark. */
  readonly can?: readonly string[];
  /** Commands before the first one of the page. */
  readonly before?: string;
  /** A sandbox is there from the beginning. */
  readonly sandbox?: boolean;
}

/** The port that pages show. */
const shownPort = '4010';
const sandboxBlock: Block = {
  language: 'sh',
  text: `mergecast sandbox --port ${shownPort}`,
  line: 0,
  directive: 'second terminal',
};
/** The id that pages show; it stands for the one that a command has printed before. */
const shownId = '01JD8Q6C9V5Y3M7R2T4W8X0ZAB';

/**
 * Does what a page says, in order, as somebody who has nothing set up: an own home, an own folder, `mergecast` being the
 * bundle. Throws at the first command that ends otherwise than the page says, or prints something else than it shows.
 */
export async function runPage(file: string, reader: Reader = {}): Promise<void> {
  const desk = await openDesk(reader);
  try {
    if (reader.sandbox === true) await desk.follow(sandboxBlock, file);
    if (reader.before !== undefined)
      await desk.follow({ language: 'sh', text: reader.before, line: 0, directive: '' }, `before ${file}`);
    for (const block of readPage(file)) await desk.follow(block, `${file}:${block.line}`);
  } finally {
    await desk.close();
  }
}

/** Blocks of a page that are marked as not to be run here, with the reason. */
export function skippedBlocks(file: string): readonly { line: number; why: string }[] {
  return readPage(file).flatMap(({ line, directive }) => {
    const [, why] = /^skip (.*)$/.exec(directive) ?? [];
    return why === undefined ? [] : [{ line, why }];
  });
}

interface Desk {
  follow(block: Block, where: string): Promise<void>;
  close(): Promise<void>;
}

async function openDesk(reader: Reader): Promise<Desk> {
  const root = mkdtempSync(join(tmpdir(), 'mergecast-page-'));
  const env = environment(root, reader);
  const words: Record<string, string> = {
    ...reader.replace,
    [shownPort]: String(await freePort()),
    '2026-11': thisMonth(),
  };
  const local = (text: string): string =>
    Object.entries(words).reduce((all, [shown, real]) => all.replaceAll(shown, real), text);
  const servers: (() => Promise<void>)[] = [];
  let output = '';
  const run = async (script: string, code: number, where: string): Promise<void> => {
    const ended = await execute(wrap(root, script), join(root, 'folder'), env);
    ({ output } = ended);
    words[shownId] = /^id: ([0-9A-Z]{26})/m.exec(output)?.[1] ?? words[shownId] ?? shownId;
    if (ended.code !== code) throw new Error(`${where}: ended with ${ended.code}, not ${code}\n${script}\n${output}`);
  };
  let isSkipped = false;
  const follow = async ({ language, text, directive }: Block, where: string): Promise<void> => {
    const [verb = '', ...rest] = directive.split(' ');
    // What depends on a block that is skipped, or shows its output, is skipped with it.
    isSkipped = language === 'text' || verb === 'as' ? isSkipped : verb === 'skip' && reader.can?.includes(rest.join(' ')) !== true; // prettier-ignore
    if (isSkipped) return;
    if (verb === 'write') writeAt(join(currentFolder(root), local(rest.join(' '))), `${local(text)}\n`);
    else if (verb === 'edit') editAt(join(currentFolder(root), local(rest.join(' '))), local(text), where);
    else if (verb === 'as') await run(asSomebody(rest.join(' '), local(text)), 0, where);
    else if (directive === 'second terminal') servers.push(await startServer(local(text), currentFolder(root), env));
    else if (language === 'sh') await run(local(text), verb === 'exit' ? Number(rest[0]) : 0, where);
    else if (language === 'text') compare(local(text), output, where);
  };
  const close = async (): Promise<void> => {
    for (const stop of servers) await stop();
    rmSync(root, { recursive: true, force: true });
  };
  return { follow, close };
}

function environment(root: string, reader: Reader): NodeJS.ProcessEnv {
  for (const folder of ['home', 'folder', 'bin']) mkdirSync(join(root, folder));
  writeAt(join(root, 'home/.gitconfig'), '[init]\n\tdefaultBranch = main\n');
  const shim = join(root, 'bin/mergecast');
  writeFileSync(shim, `#!/bin/sh\nexec '${process.execPath}' '${program}' "$@"\n`, { mode: 0o755 });
  return {
    PATH: `${join(root, 'bin')}:${dirname(process.execPath)}:${process.env['PATH'] ?? ''}`,
    HOME: join(root, 'home'),
    XDG_CONFIG_HOME: join(root, 'home/.config'),
    GIT_CONFIG_NOSYSTEM: '1',
    LANG: 'C.UTF-8',
    ...reader.environment,
  };
}

/** Blocks are typed into one terminal: the folder and the exported variables of one are there in the next. */
function wrap(root: string, script: string): string {
  const state = join(root, 'state');
  return [
    'set -eo pipefail',
    `if [ -f '${state}.env' ]; then source '${state}.env'; cd "$(cat '${state}.folder')"; fi`,
    `trap "pwd > '${state}.folder'; export -p > '${state}.env'" EXIT`,
    script,
  ].join('\n');
}

function currentFolder(root: string): string {
  const file = join(root, 'state.folder');
  return existsSync(file) ? readFileSync(file, 'utf8').trim() : join(root, 'folder');
}

function writeAt(file: string, text: string): void {
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, text);
}

/** The same terminal with the git settings of somebody else, from `~/<name>.gitconfig`. */
function asSomebody(name: string, script: string): string {
  return `export GIT_CONFIG_GLOBAL="$HOME/${name}.gitconfig"\n${script}\nunset GIT_CONFIG_GLOBAL`;
}

/** Does what a diff of whole lines says; the lines may go on behind what it shows. */
function editAt(file: string, diff: string, where: string): void {
  const lines = (sign: string): string =>
    diff
      .split('\n')
      .filter((line) => line.startsWith(sign))
      .map((line) => line.slice(1))
      .join('\n');
  const text = readFileSync(file, 'utf8');
  if (!text.includes(lines('-')))
    throw new Error(`${where}: this does not stand in ${file}:\n${lines('-')}\n---\n${text}`);
  writeFileSync(
    file,
    text.replace(lines('-'), () => lines('+')),
  );
}

function compare(shown: string, output: string, where: string): void {
  const missing = missingLine(shown, output);
  if (missing !== null)
    throw new Error(`${where}: the page shows this line, the output does not:\n${missing}\n---\n${output}`);
}

/** Asynchronous, because pages are followed side by side: much of their time is waiting for claims to run out. */
function execute(
  script: string,
  cwd: string,
  env: NodeJS.ProcessEnv,
): Promise<{ code: number | null; output: string }> {
  return new Promise((done) => {
    const child = execFile('bash', ['-c', script], { cwd, env }, (_error, stdout, stderr) =>
      done({ code: child.exitCode, output: `${stdout}${stderr}` }),
    );
    child.stdin?.end();
  });
}

/** Starts what runs in a terminal of its own, and waits for its first line. Gives what ends it. */
async function startServer(script: string, cwd: string, env: NodeJS.ProcessEnv): Promise<() => Promise<void>> {
  const child = spawn('bash', ['-c', `exec ${script}`], { cwd, env, stdio: ['ignore', 'pipe', 'inherit'] });
  const ended = new Promise<void>((done) => child.once('exit', () => done()));
  await Promise.race([
    new Promise((ready) => child.stdout.once('data', ready)),
    ended.then(() => Promise.reject(new Error(`${script} ended at once`))),
  ]);
  return async () => {
    child.kill('SIGTERM');
    await ended;
  };
}

async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready));
  const { port } = server.address() as AddressInfo;
  await new Promise((closed) => server.close(closed));
  return port;
}

function thisMonth(): string {
  return new Date().toISOString().slice(0, 7);
}
