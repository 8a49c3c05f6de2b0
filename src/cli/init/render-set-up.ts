import type { FileResult } from '../../adapters/files/write-new-files.ts';
import { wrapLines } from '../../report/wrap-lines.ts';
import { keyWords } from '../key-words.ts';
import { renderFindings } from '../print.ts';
import type { JournalStart } from './begin-journal.ts';
import { forgeSteps } from './forge-steps.ts';
import { takenOver } from './repository-files.ts';
import type { SetUp } from './set-up-repository.ts';

/** What a person does next, in order; a command stands behind its words. */
export interface NextStep {
  readonly words: string;
  readonly command?: string;
  /** Lines to paste as they are. */
  readonly paste?: string;
}

/** What is left to do after `init`. Pure. */
export function nextSteps(setUp: SetUp, journal: JournalStart, unknownHost: string | null): readonly NextStep[] {
  const steps: NextStep[] = [];
  if (setUp.policyLines !== '')
    steps.push({
      words: 'Before going live, add these lines under `secrets:` in mergecast.yaml:',
      paste: setUp.policyLines,
    });
  if (!setUp.hasUser)
    steps.push(
      { words: 'Tell git who you are', command: 'git config user.name "Ines Roth"' },
      { words: 'and your e-mail address', command: 'git config user.email ines@acme.example' },
      { words: 'then finish setting up', command: 'mergecast init' },
    );
  else if (journal.state === 'pending')
    steps.push(
      {
        words: `Put the new files on ${journal.branch}${setUp.forge === null ? '' : ', by a pull request of their own'}`,
        command: 'git add --all && git commit --message "Set up mergecast"',
      },
      { words: 'then begin the live journal', command: 'mergecast init' },
    );
  const brand = setUp.brands[0] ?? 'BRAND';
  const choice = setUp.brands.length > 1 ? ` --brand ${brand}` : '';
  return [
    ...steps,
    ...(unknownHost === null
      ? []
      : [{ words: `Say which forge ${unknownHost} is, so that its workflows are written too`, command: 'mergecast init --forge gitea' }]), // prettier-ignore
    ...forgeSteps(setUp),
    { words: 'Write something', command: `mergecast new blog${choice}` },
    { words: 'See what would go out, and what is wrong', command: 'mergecast check' },
    { words: 'Propose it on a branch of its own', command: 'mergecast propose' },
  ];
}

/** The result in words, 80 columns. */
export function renderSetUp(setUp: SetUp, journal: JournalStart, next: readonly NextStep[]): string {
  const changed = setUp.files.filter(({ status }) => status !== 'kept');
  const title =
    changed.length === 0
      ? 'Nothing had to be changed: this is a mergecast repository already.'
      : `Ready for ${setUp.brands.join(', ')}.`;
  const blocks = [title, '', ...renderFiles(changed)];
  const kept = setUp.files.filter(({ status }) => status === 'kept').map(({ path }) => path);
  if (changed.length > 0 && kept.length > 0)
    blocks.push('', `Kept as they were: ${[...new Set(kept.map(shortName))].join(', ')}.`);
  if (setUp.left.length > 0) blocks.push('', `Not taken over: ${setUp.left.length} other files of the old folder.`);
  if (setUp.commit !== null)
    blocks.push('', `All of it is in the first commit, ${setUp.commit.slice(0, 7)}, on the branch main.`);
  blocks.push('', ...renderJournal(journal), '', 'Next:');
  const facts = wrapLines(blocks.join('\n').replaceAll(/\n{3,}/g, '\n\n'), 80);
  return `${facts}\n${next.map(renderStep).join('')}`;
}

/** Words are wrapped; a wrapped line of YAML would be another line, so what is to be pasted stays as it is. */
function renderStep({ words, command, paste }: NextStep): string {
  const lines = command === undefined ? `  ${words}` : `  ${words}\n    ${command}`;
  return `${wrapLines(lines, 80)}\n${paste === undefined ? '' : `\n${paste}\n`}`;
}

/** What is many and of no interest is one line: schemas, and what was taken over as it was. */
function renderFiles(files: readonly FileResult[]): readonly string[] {
  const lines = new Map<string, string>();
  for (const { path, why } of files) lines.set(nameFor(path, why), why);
  return [...lines].flatMap(([name, why]) => [`  ${name}`, `    ${why}`]);
}

function nameFor(path: string, why: string): string {
  if (shortName(path) !== path) return shortName(path);
  return why === takenOver ? path.split('/').slice(0, 2).join('/') : path;
}

/** Folders whose files nobody looks at one by one. */
const folders = ['schemas/', '.mergecast/actions/', '.mergecast/executor/.mergecast/actions/'];

function shortName(path: string): string {
  return folders.find((folder) => path.startsWith(folder)) ?? path;
}

function renderJournal(journal: JournalStart): readonly string[] {
  switch (journal.state) {
    case 'begun':
      return [
        'The live journal has begun. Its key lies in your configuration folder, never in the repository: keep a copy of it.',
        ...(journal.publicKey === undefined ? [] : [keyWords(journal.publicKey)]),
      ];
    case 'known':
      return ['The live journal began before.'];
    case 'pending':
      return [`The live journal begins when mergecast.yaml is on ${journal.branch}. The sandbox needs none.`];
    case 'failed':
      return [renderFindings(journal.findings).trimEnd()];
  }
}
