import { dana, ines, type Story } from './story.ts';
import { farewellOfEmail, springExecution, type SampleExecution } from './sample.ts';
import type { Person, Showing, Stage } from './stage.ts';

/** Part 2: a branch with three steps, a check that finds a real problem, the fix, the proposal. */
export async function proposeSpring({ stage }: Story): Promise<SampleExecution> {
  stage.part('A plan that anybody can read');
  stage.say(
    'Dana plans the start of spring: a blog post, an e-mail to 12,400 subscribers, search ads. The plan is a folder: the texts, an image, and this file, which says what goes where (`mergecast new` writes it):',
  );
  const spring = await springExecution();
  await writeExecution(stage, dana, spring);
  stage.show(String(spring.files.get(`${spring.folder}/execution.yaml`)), 60);

  stage.part('A check that finds what people overlook');
  stage.say('Before anybody reviews it, the check looks at everything that would be sent.');
  await stage.run(dana, ['mergecast', 'check', spring.folder], { code: 1, until: 'Approvals' });
  stage.say('It is right: nobody could leave the list. Dana adds the lines that were missing, and proposes it all:');
  const farewell = await farewellOfEmail();
  await addToEmail(stage, spring, farewell);
  stage.show(farewell.trim());
  await stage.run(dana, ['mergecast', 'propose', spring.folder]);
  return spring;
}

/** Part 3: the checklist as a reviewer sees it, and the approval. */
export async function approveSpring({ stage }: Story, spring: SampleExecution): Promise<void> {
  stage.part('A review by somebody else');
  stage.say(
    'Ines fetches the branch. The checklist tells her what goes out, to whom, at what cost, what cannot be undone, and whose approval is missing:',
  );
  await stage.run(ines, ['git', 'fetch', '--quiet', 'origin']);
  await stage.run(ines, ['git', 'switch', '--quiet', branchOf(spring)]);
  await stage.run(ines, ['mergecast', 'check', '--base', 'origin/main'], { until: 'Read: ' });
  stage.say('(After that come all texts, word for word, as people will get them.)');
  stage.say(
    'She approves. Her approval is a merge that names the exact content by its digest: it is for these bytes and no others.',
  );
  await stage.run(ines, ['git', 'switch', '--quiet', 'main']);
  await approve(stage, spring);
  stage.say('(In the sandbox her word is enough. For a real audience she would sign it with her key.)');
}

/** Writes an execution into somebody's checkout. */
export async function writeExecution(stage: Stage, person: Person, execution: SampleExecution): Promise<void> {
  for (const [path, content] of execution.files) await stage.write(person, path, content);
}

/** Ines approves the branch of an execution. */
export async function approve(stage: Stage, execution: SampleExecution, showing: Showing = {}): Promise<void> {
  await stage.run(ines, ['mergecast', 'approve', branchOf(execution)], showing);
}

/** Branch that `propose` makes. */
export function branchOf({ folder }: SampleExecution): string {
  const [, brand = '', , name = ''] = folder.split('/');
  return `execution/${brand}/${name}`;
}

async function addToEmail(stage: Stage, { folder, files }: SampleExecution, farewell: string): Promise<void> {
  const path = `${folder}/email.md`;
  await stage.write(dana, path, `${String(files.get(path)).trimEnd()}\n${farewell}`);
}
