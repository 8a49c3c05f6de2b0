import { readEffects } from '../../adapters/http/sandbox-control.ts';
import { cloneAs } from './set-up.ts';
import type { SampleExecution } from './sample.ts';
import { runner, runWords, type Story } from './story.ts';

/** Part 4: the merge triggers; the result is verified; the log tells it entry by entry. */
export async function executeSpring({ stage, sandbox }: Story, spring: SampleExecution): Promise<void> {
  stage.part('The merge executes');
  stage.say(
    'Another machine executes what is approved: first everything that nobody sees (drafts, uploads, paused ads), then post, ads and e-mail; what cannot be undone goes last. Every call is announced in a signed journal before it is made, and every result is read back from the platform.',
  );
  await cloneAs(stage, runner);
  await stage.run(runner, runWords(sandbox));
  stage.say('What did the world see? The stand-in keeps its own list, which mergecast cannot touch:');
  stage.show(await witness(sandbox));

  stage.part('Git remembers');
  stage.say(
    'All of it stands in a journal in git, signed entry by entry. An auditor reads the same lines a year later, and `mergecast audit verify` proves that none was changed or left out.',
  );
  await stage.run(runner, ['mergecast', 'log', spring.id], { lines: 40 });
}

/** Part 5: a second run, from a fresh clone, does nothing. */
export async function executeAgain({ stage, sandbox }: Story): Promise<void> {
  stage.part('Running again sends nothing again');
  stage.say(
    'A pipeline is started twice, a laptop wakes up late: it does not matter. A fresh clone knows what has been done.',
  );
  const before = (await readEffects(sandbox)).length;
  const second = { ...runner, name: 'second', folder: 'second-runner' };
  await cloneAs(stage, second);
  await stage.run(second, runWords(sandbox));
  const after = (await readEffects(sandbox)).length;
  stage.say(
    after === before
      ? `The stand-in still counts ${after} effects: nothing was sent twice.`
      : `The stand-in counts ${after} effects instead of ${before}: this is a bug.`,
  );
}

/** The effects as lines: what, where, and whether it was taken back. */
export async function witness(sandbox: string, since = 0): Promise<string> {
  const words = { inert: 'nobody sees it', live: 'PEOPLE SEE IT', spend: 'COSTS MONEY' };
  const effects = (await readEffects(sandbox)).slice(since);
  return effects
    .map(
      ({ platform, operation, effect, undone }) =>
        `${platform.padEnd(12)}${operation.padEnd(22)}${words[effect]}${undone ? ', taken back' : ''}`,
    )
    .join('\n');
}
