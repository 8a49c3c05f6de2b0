import type { Command } from 'commander';
import { beforeAll, describe, expect, it } from 'vitest';
import { createProgram } from '../../src/cli/create-program.ts';
import type { Io } from '../../src/cli/io.ts';
import { ensureBundle, mergecast } from '../support/bundle.ts';

/** The contract of the command line: names that tests and pipelines outside this project rely on. */
const contract = [
  'demo', 'init', 'doctor', 'new', 'propose', 'check', 'plan', 'preview', 'score', 'approve', 'run', 'status', 'log', 'resume', 'rollback', 'policy explain', 'policy test', 'review', 'resolve',
  'freeze', 'unfreeze', 'audit verify', 'sandbox', 'connectors',
]; // prettier-ignore

describe('the command line', () => {
  const commands = leaves(createProgram(silent()));

  it('has every command of the contract', () => {
    expect(commands.map(([name]) => name).toSorted()).toEqual(contract.toSorted());
  });

  it.each(commands)('%s --help shows examples that name it', (name, command) => {
    expect(helpOf(command)).toContain(`Examples:\n  mergecast ${name}`);
  });

  it.each(commands.filter(([name]) => name !== 'demo'))('%s takes --repo and --format json', (_name, command) => {
    expect(command.options.map(({ long }) => long)).toEqual(expect.arrayContaining(['--repo', '--format']));
    expect(command.options.find(({ long }) => long === '--format')?.argChoices).toEqual(
      expect.arrayContaining(['text', 'json']),
    );
  });
});

describe('a mistake on the command line', () => {
  beforeAll(ensureBundle, 60_000);

  it.each([
    { words: ['rnu'], says: 'Did you mean run?' },
    { words: ['chekc'], says: 'Did you mean check?' },
    { words: ['audit', 'verfy'], says: 'Did you mean verify?' },
    { words: ['run', '--sandbx', 'http://127.0.0.1:1'], says: 'Did you mean --sandbox?' },
    { words: ['status', '--format', 'jsn'], says: 'Allowed choices are text, json' },
    { words: ['run', '--now', 'tomorrow', '--sandbox', 'http://127.0.0.1:1'], says: '2027-03-02T08:00:00Z' },
    { words: ['status', 'everything'], says: 'too many arguments' },
    { words: ['log'], says: "missing required argument 'ID'" },
    { words: [], says: 'Usage: mergecast' },
  ])('$words ends with 2 and says: $says', ({ words, says }) => {
    const { status, stdout, stderr } = mergecast(words);
    expect({ status, stdout }).toEqual({ status: 2, stdout: '' });
    expect(stderr).toContain(says);
    expect(stderr).not.toMatch(/\n\s+at /);
  });

  it('help and version are no mistakes', () => {
    expect(mergecast(['--help'])).toMatchObject({ status: 0, stderr: '' });
    expect(mergecast(['help', 'run'])).toMatchObject({ status: 0, stderr: '' });
    expect(mergecast(['--version'])).toMatchObject({
      status: 0,
      stdout: expect.stringMatching(/^\d+\.\d+\.\d+\n$/) as string,
    });
  });
});

/** Commands that do something, with their full names. */
function leaves(command: Command, prefix = ''): [string, Command][] {
  return command.commands.flatMap((child): [string, Command][] => {
    const name = `${prefix}${child.name()}`;
    return child.commands.length > 0 ? leaves(child, `${name} `) : [[name, child]];
  });
}

function helpOf(command: Command): string {
  let text = '';
  command.configureOutput({ writeOut: (part) => (text += part) }).outputHelp();
  return text;
}

function silent(): Io {
  return {
    stdout: () => undefined,
    stderr: () => undefined,
    env: {},
    cwd: '.',
    colour: false,
    progress: () => undefined,
  };
}
