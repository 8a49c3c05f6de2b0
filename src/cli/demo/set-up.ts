import { dana, ines } from './story.ts';
import type { Person, Stage } from './stage.ts';
import { sampleBrand } from './sample.ts';

/** Part 1: an origin, a checkout, a brand. */
export async function setUp(stage: Stage): Promise<void> {
  stage.part('A repository for a brand');
  stage.say(
    'Northwind Bikes sells bicycles. Its marketing lives in a plain git repository: no server, no account. Dana sets it up. The brand is a folder: voice, budget, guidelines, how subscribers agreed, and where it publishes.',
  );
  await stage.prepare('.', ['git', 'init', '--quiet', '--bare', '--initial-branch=main', 'origin.git']);
  await cloneAs(stage, dana);
  await stage.run(dana, ['mergecast', 'init', '--yes', '--from', await sampleBrand()], { lines: 14 });
  await cloneAs(stage, ines);
}

/** Gives somebody a checkout of their own, under their own name. */
export async function cloneAs(stage: Stage, person: Person): Promise<void> {
  await stage.prepare('.', ['git', 'clone', '--quiet', 'origin.git', person.folder]);
  await stage.prepare(person.folder, ['git', 'config', 'user.name', person.name]);
  await stage.prepare(person.folder, ['git', 'config', 'user.email', person.email]);
}
