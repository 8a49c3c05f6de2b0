import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import {
  controlRepositoryFiles,
  workflowFiles,
  type ActionSource,
} from '../../src/cli/init/workflows/workflow-files.ts';

const root = join(import.meta.dirname, '../..');
const copied: ActionSource = { is: 'copied', folder: '.mergecast/actions' };
const pinned: ActionSource = {
  is: 'pinned',
  repository: 'mergecast/mergecast',
  commit: 'a'.repeat(40),
  version: 'v0.1.0',
};
const common = {
  defaultBranch: 'main',
  secrets: ['ACME_WORDPRESS_PASSWORD', 'ACME_SENDGRID_KEY'],
  environment: 'mergecast',
};

/** Everything that `init` can write, by a name and its path. */
export const written = new Map(
  [copied, pinned].flatMap((actions) => [
    ...(['github', 'gitea'] as const).flatMap((forge) =>
      workflowFiles({ ...common, forge, actions }).map(
        ({ path, content }) => [`${forge} ${actions.is} ${path}`, String(content)] as const,
      ),
    ),
    ...controlRepositoryFiles({ ...common, actions, executionsOf: 'https://git.acme.example/acme/marketing' }).map(
      ({ path, content }) => [`control ${actions.is} ${path}`, String(content)] as const,
    ),
  ]),
);

/** Workflows and actions of this repository. */
export const own = [
  ...readdirSync(join(root, '.github/workflows')).map((name) => join(root, '.github/workflows', name)),
  ...['check', 'execute', 'setup'].map((name) => join(root, 'actions', name, 'action.yml')),
];

/** A folder with files in it; the linters read files. */
export class LintFolder {
  readonly folder = mkdtempSync(join(tmpdir(), 'mergecast-workflows-'));

  put(name: string, text: string): string {
    const file = join(this.folder, name.replaceAll(' ', '/'));
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, text);
    return file;
  }

  remove(): void {
    rmSync(this.folder, { recursive: true, force: true });
  }
}
