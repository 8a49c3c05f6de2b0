import { join, resolve } from 'node:path';
import { makeEmptyFolder, makeScratchFolder, removeFolder, writeFileAt } from '../../adapters/files/scratch-folder.ts';
import { startServer, type Server } from '../../adapters/process/run-command.ts';
import { executeAgain, executeSpring } from '../demo/execute.ts';
import { changeOneByte, failAndUndo } from '../demo/go-wrong.ts';
import { approveSpring, proposeSpring } from '../demo/propose.ts';
import { setUp } from '../demo/set-up.ts';
import { openStage, StoryBroken, type Stage } from '../demo/stage.ts';
import type { Io } from '../io.ts';

/** Shows the whole loop with real commands in a folder of its own, and leaves nothing behind unless asked. */
export async function handle(options: Record<string, unknown>, io: Io): Promise<number> {
  const { keep } = options as { keep?: string };
  const root =
    keep === undefined ? await makeScratchFolder('mergecast-demo') : await makeEmptyFolder(resolve(io.cwd, keep));
  if (root === null) {
    io.stderr(`${keep ?? ''} is not empty. Name a folder that is, or that does not exist yet.\n`);
    return 2;
  }
  const ending = new AbortController();
  const end = (): void => ending.abort();
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.once(signal, end);
  try {
    return await tell(root, keep, io, ending.signal);
  } finally {
    if (keep === undefined) await removeFolder(root);
  }
}

async function tell(root: string, keep: string | undefined, io: Io, signal: AbortSignal): Promise<number> {
  const env = await ownEnvironment(root, io);
  const program = process.argv[1] ?? '';
  const stage = openStage(io, { root, env, signal, program });
  const words = [program, 'sandbox', '--state', join(root, 'sandbox-state.ndjson')];
  let server: Server | undefined;
  try {
    server = await startServer(process.execPath, words, { cwd: root, env, signal });
    const { url } = JSON.parse(server.firstLine) as { url: string };
    await perform(stage, url);
    io.stdout(farewell(keep));
    return 0;
  } catch (error) {
    if (signal.aborted) return 130;
    if (!(error instanceof StoryBroken)) throw error;
    io.stderr(`\nThe demo stopped, which is a bug: ${error.message}\n`);
    return 1;
  } finally {
    await server?.stop();
  }
}

async function perform(stage: Stage, sandbox: string): Promise<void> {
  const story = { stage, sandbox };
  stage.say(
    `This is the whole of mergecast in a minute. Every command below is run as it stands here, in ${stage.root}. The platforms are stand-ins on this machine (${sandbox}): nothing leaves it.`,
  );
  await setUp(stage);
  const spring = await proposeSpring(story);
  await approveSpring(story, spring);
  await executeSpring(story, spring);
  await executeAgain(story);
  await failAndUndo(story, spring);
  await changeOneByte(story, spring);
}

/** Nothing of this machine's git or mergecast settings takes part, and nothing of the demo stays in them. */
async function ownEnvironment(root: string, io: Io): Promise<Record<string, string | undefined>> {
  const settings = join(root, 'gitconfig');
  await writeFileAt(settings, '[init]\n\tdefaultBranch = main\n[advice]\n\tdetachedHead = false\n');
  const inherited = Object.entries(io.env).filter(
    ([name]) => !/^(GIT_|MERGECAST_|XDG_CONFIG_HOME$|NODE_OPTIONS$)/.test(name),
  );
  const own = {
    XDG_CONFIG_HOME: join(root, 'config'),
    GIT_CONFIG_GLOBAL: settings,
    GIT_CONFIG_NOSYSTEM: '1',
    NO_COLOR: '1',
  };
  return { ...Object.fromEntries(inherited), ...own };
}

function farewell(keep: string | undefined): string {
  const folder =
    keep === undefined
      ? 'Nothing of it is left on this machine. `mergecast demo --keep DIR` keeps it to\nlook at.'
      : `Everything is in ${keep}. Look at dana/executions, and at the history:\n  git -C ${keep}/origin.git log --graph main`;
  return `
That was all of it: proposed, checked, approved, executed once, remembered,
undone, refused.

${folder}

Next:
  mergecast init       in an empty folder: a repository for your brand
  mergecast new blog   in that repository: your first execution
  mergecast check      in the folder of mergecast itself: two sample brands
  docs/tutorial/first-pull-request.md tells it step by step, in five minutes.
  (In a clone of mergecast, \`npm link\` puts the command on your PATH.)
`;
}
