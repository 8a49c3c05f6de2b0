import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { openRepository } from '../../src/adapters/git/open-repository.ts';
import { secretNames } from '../../src/cli/init/secret-names.ts';
import { workflowFiles } from '../../src/cli/init/workflows/workflow-files.ts';

const root = join(import.meta.dirname, '../..');

describe('the workflows of this repository', () => {
  it('are those that init writes, with the actions beside them; MERGECAST_UPDATE=1 writes them', async () => {
    const repository = await openRepository(root);
    if (!repository.ok) throw new Error('this is no repository');
    const secrets = await secretNames(repository.value.workTree(), ['harbor-savings', 'northwind-bikes']);
    await repository.value.close();
    const files = workflowFiles({
      forge: 'github',
      defaultBranch: 'main',
      actions: { is: 'copied', folder: 'actions' },
      secrets,
      environment: 'mergecast',
      // A copy of this repository has no environment, and its runs would only fail.
      onlyIf: "github.repository == 'mergecast/mergecast'",
    });
    for (const { path, content } of files) {
      if (process.env['MERGECAST_UPDATE'] === '1') writeFileSync(join(root, path), content);
      expect(readFileSync(join(root, path), 'utf8')).toBe(content);
    }
  });
});
