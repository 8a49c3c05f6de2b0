import { orderFault, readEffects } from '../../adapters/http/sandbox-control.ts';
import { witness } from './execute.ts';
import { approve, writeExecution } from './propose.ts';
import { priceExecution, weekendExecution, type SampleExecution } from './sample.ts';
import { dana, ines, runner, runWords, type Story } from './story.ts';

/** Part 6: a step fails, and what was done before it is undone. */
export async function failAndUndo(story: Story, { folder: springFolder }: SampleExecution): Promise<void> {
  const { stage, sandbox } = story;
  stage.part('When something fails, it is undone');
  stage.say(
    'The next execution publishes a post and starts ads. This time the ads platform refuses at the last moment:',
  );
  const weekend = await weekendExecution();
  await proposeAndApprove(story, weekend);
  const before = (await readEffects(sandbox)).length;
  await orderFault(sandbox, { platform: 'google-ads', operation: 'enable', kind: '401', times: 5 });
  await stage.run(runner, runWords(sandbox), { code: 1, until: springFolder });
  stage.say('The post was already public, so it was taken down again. Nothing is left half done:');
  stage.show(await witness(sandbox, before));
}

/** Part 7: one changed byte, and the approval is worth nothing. */
export async function changeOneByte(story: Story, { folder: springFolder }: SampleExecution): Promise<void> {
  const { stage, sandbox } = story;
  stage.part('An approval is for these bytes only');
  stage.say(
    'Ines approves one more post. After that somebody changes one character on the main branch, without a review: 49 euros become 99.',
  );
  const price = await priceExecution();
  await proposeAndApprove(story, price);
  const path = `${price.folder}/blog.md`;
  await stage.prepare(ines.folder, ['git', 'pull', '--quiet', '--ff-only', 'origin', 'main']);
  await stage.write(ines, path, String(price.files.get(path)).replace('49', '99'));
  await stage.run(ines, ['git', 'diff', '--unified=0', '--', path], { from: '@@' });
  await stage.prepare(ines.folder, ['git', 'commit', '--quiet', '--all', '--message', 'Tidy up']);
  await stage.run(ines, ['git', 'push', '--quiet', 'origin', 'main']);
  await stage.run(runner, runWords(sandbox), { code: 1, from: price.folder, until: springFolder });
  stage.say('Refused, with the reason. Nothing was sent; a new approval of the new text would heal it.');
}

async function proposeAndApprove({ stage }: Story, execution: SampleExecution): Promise<void> {
  await writeExecution(stage, dana, execution);
  await stage.run(dana, ['mergecast', 'propose', execution.folder], { until: 'Next:' });
  await approve(stage, execution, { until: 'The approval is' });
}
