import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { commandLine, type CommandOutput, type CommandSurroundings } from './command-line.ts';
import { GitFixture } from './git-fixture.ts';

/** A repository that `mergecast init` has set up for the brand acme, with command lines that run in it. */
export class BrandRepository extends GitFixture {
  /** Sets it up as Dana; with an origin, that has it too. */
  static async make(options: { origin?: boolean } = {}): Promise<BrandRepository> {
    const repository = new BrandRepository(options);
    await repository.succeed('init', '--brand', 'acme', '--market', 'DE');
    return repository;
  }

  /** Runs a command line here, in this process. */
  run(words: readonly string[], around: Partial<CommandSurroundings> = {}): Promise<CommandOutput> {
    return commandLine(words, { cwd: this.folder, ...around });
  }

  /** Runs a command that must end with 0; gives its JSON. */
  async succeed<T = Record<string, unknown>>(...words: string[]): Promise<T> {
    const done = await this.run([...words, '--format', 'json']);
    if (done.code !== 0) throw new Error(`${words.join(' ')} ended with ${done.code}:\n${done.stdout}${done.stderr}`);
    return done.json<T>();
  }

  /** Codes of the findings of a command that must end with 1. */
  async refusals(...words: string[]): Promise<string[]> {
    const done = await this.run([...words, '--format', 'json']);
    if (done.code !== 1) throw new Error(`${words.join(' ')} ended with ${done.code}:\n${done.stdout}${done.stderr}`);
    return done.json<{ findings?: { code: string }[] }>().findings?.map(({ code }) => code) ?? [];
  }

  /** Writes, proposes (as Dana) and approves (as Ines) an execution of a kind; gives its path and id. */
  async approved(kind: string, name: string): Promise<{ path: string; id: string }> {
    const made = await this.succeed<{ path: string; id: string }>('new', kind, '--name', name);
    const { branch } = await this.succeed<{ branch: string }>('propose', made.path);
    this.become('ines');
    await this.succeed('approve', branch);
    this.become('dana');
    return made;
  }

  /** Changes a file by a replacement that must find something. */
  replace(path: string, what: string | RegExp, by: string): void {
    const file = join(this.folder, path);
    const before = readFileSync(file, 'utf8');
    const after = before.replace(what, by);
    if (after === before) throw new Error(`${path} holds no ${String(what)}`);
    writeFileSync(file, after);
  }
}
