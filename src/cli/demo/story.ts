import type { Person, Stage } from './stage.ts';

/** What the parts of the story share. */
export interface Story {
  readonly stage: Stage;
  /** Address of the sandbox. */
  readonly sandbox: string;
}

export const dana: Person = { name: 'dana', email: 'dana.koch@northwind-bikes.example', folder: 'dana' };
export const ines: Person = { name: 'ines', email: 'ines.roth@northwind-bikes.example', folder: 'ines' };
/** A machine that executes: in a company, the job of a pipeline. */
export const runner: Person = { name: 'runner', email: 'runner@northwind-bikes.example', folder: 'runner' };

/** Words of the command that executes what is approved, in the sandbox. */
export function runWords(sandbox: string): readonly string[] {
  return ['mergecast', 'run', '--sandbox', sandbox, '--push'];
}
