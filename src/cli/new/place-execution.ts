import { join } from 'node:path';
import { exists } from '../../adapters/files/write-new-files.ts';
import { finding } from '../../core/finding.ts';
import { failure, success, type Result } from '../../core/result.ts';
import { nameOf, slugOf } from '../init/brand-facts.ts';

/** Where a new execution lies, and what it is called. */
export interface Placed {
  /** Relative to the repository, with `/`. */
  readonly folder: string;
  readonly name: string;
  readonly title: string;
}

export interface Placing {
  readonly directory: string;
  readonly brand: string;
  /** As somebody wrote it, such as `Spring is here`; without it, `usual` with a number that is free. */
  readonly asked: string | undefined;
  readonly usual: string;
  /** `2027-03`. */
  readonly month: string;
}

/** Finds the folder of a new execution. A name that is taken is refused: nothing is ever overwritten. */
export async function placeExecution({ directory, brand, asked, usual, month }: Placing): Promise<Result<Placed>> {
  const wanted = slugOf(asked ?? usual);
  if (wanted === null)
    return failure([
      finding('command/bad-value', {
        option: '--name',
        value: asked ?? usual,
        expected: 'a few words with letters or digits, such as "Spring is here"',
      }),
    ]);
  const at = (name: string): string => `executions/${brand}/${month}/${name}`;
  const isTaken = (name: string): Promise<boolean> => exists(join(directory, at(name)));
  let name = wanted;
  if (asked !== undefined && (await isTaken(name))) return failure([finding('command/exists', { path: at(name) })]);
  for (let number = 2; await isTaken(name); number += 1) name = `${wanted}-${number}`;
  const title = asked !== undefined && asked !== wanted ? asked.trim() : sentence(nameOf(name));
  return success({ folder: at(name), name, title });
}

/** `Blog And Email` -> `Blog and email`. */
function sentence(words: string): string {
  return words.charAt(0) + words.slice(1).toLowerCase();
}
