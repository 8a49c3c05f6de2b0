import type { Argument, Command, Option } from 'commander';
import { createProgram } from '../../src/cli/create-program.ts';
import { code, markdownTable } from './markdown-table.ts';

const head = `# Commands

\`mergecast <command> --help\` says the same in the terminal. The result goes to stdout, progress to stderr. With
\`--format json\` the result is one JSON object that begins with \`"version": 1\`.

| exit code | means |
|---|---|
| 0 | fine, also where an execution waits for its time |
| 1 | refused, failed, or a person is needed |
| 2 | wrong usage, or a crash |

This page is generated from the commands themselves by \`npm run generate\`; do not edit it.
`;

/** docs/reference/commands.md: every command with its options and examples, as the command line itself knows them. */
export function commandsPage(): Map<string, string> {
  const written: string[] = [];
  const program = createProgram({
    stdout: (text) => void written.push(text),
    stderr: () => undefined,
    env: {},
    cwd: '/',
    colour: false,
    progress: () => undefined,
  });
  const leaves = program.commands.flatMap((command) => (command.commands.length > 0 ? command.commands : [command]));
  const list = markdownTable(
    ['command', 'does'],
    leaves.map((command) => [`[${code(nameOf(command))}](#${anchor(nameOf(command))})`, command.description()]),
  );
  const sections = leaves.map((command) => sectionOf(command, helpAfter(command, written)).join('\n'));
  return new Map([['docs/reference/commands.md', [head, ...list, ...sections].join('\n')]]);
}

function sectionOf(command: Command, after: string): string[] {
  const [words = '', examples = ''] = after.split(/^Examples:\n/m);
  return [
    `## ${nameOf(command)}`,
    '',
    `${sentence(command.description())}`,
    '',
    ...fenced('text', `mergecast ${nameOf(command)} ${command.usage()}`),
    ...markdownTable(['argument', 'means'], command.registeredArguments.map(argumentRow)),
    ...markdownTable(['option', 'means'], command.options.map(optionRow)),
    ...(words.trim() === '' ? [] : fenced('text', words)),
    ...(examples.trim() === '' ? [] : fenced('sh', examples.replaceAll(/^ {2}/gm, ''))),
  ];
}

/** What a command says below its options: it is written out, and known to nobody otherwise. */
function helpAfter(command: Command, written: string[]): string {
  written.length = 0;
  command.outputHelp();
  const all = written.join('');
  return all.slice(all.indexOf(command.helpInformation()) + command.helpInformation().length);
}

function nameOf(command: Command): string {
  return command.parent?.parent ? `${command.parent.name()} ${command.name()}` : command.name();
}

function argumentRow(argument: Argument): string[] {
  return [code(argument.name()), argument.description + choices(argument.argChoices)];
}

function optionRow(option: Option): string[] {
  const { defaultValue, mandatory, argChoices } = option;
  const usual = [undefined, 0].includes(defaultValue as number | undefined)
    ? ''
    : ` (without it: ${code(String(defaultValue))})`;
  return [code(option.flags), `${option.description}${choices(argChoices)}${usual}${mandatory ? ' (required)' : ''}`];
}

function choices(known: readonly string[] | undefined): string {
  return known === undefined ? '' : `: ${known.map(code).join(', ')}`;
}

function fenced(language: string, text: string): string[] {
  return [`\`\`\`${language}`, text.replaceAll(/^\n+|\s+$/g, ''), '```', ''];
}

function sentence(text: string): string {
  return `${text.charAt(0).toUpperCase()}${text.slice(1)}.`;
}

/** As Markdown viewers name headings. */
function anchor(heading: string): string {
  return heading.toLowerCase().replaceAll(/[^a-z0-9 -]/g, '').replaceAll(' ', '-'); // prettier-ignore
}
