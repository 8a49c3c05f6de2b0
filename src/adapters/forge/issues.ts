import type { Forge, Issue } from '../../core/forge.ts';
import { success, type Result } from '../../core/result.ts';
import { createOnce } from './client/create-once.ts';
import { readAll } from './client/read-answers.ts';
import type { ForgeClient } from './client/types.ts';
import type { LabelKeeper } from './labels.ts';
import { isPullRequest, readIssue } from './read/read-issue.ts';

/** Issues, found again by their label. */
export function issues(
  client: ForgeClient,
  keeper: LabelKeeper,
): Pick<Forge, 'issues' | 'createIssue' | 'updateIssue'> {
  const list = (label: string): Promise<Result<readonly Issue[]>> => {
    const only = client.address.kind === 'gitea' ? { type: 'issues' } : {};
    const parameters = { state: 'open', labels: label, ...only };
    return readAll(client, { route: 'GET /repos/{owner}/{repo}/issues', parameters, what: `the open issues labelled ${label}`, need: 'issues: read' }, readIssue, { skip: isPullRequest }); // prettier-ignore
  };
  return {
    issues: list,
    createIssue: async ({ title, body, labels }) => {
      const named = await keeper.namesForIssue(labels);
      if (!named.ok) return named;
      const parameters = { title, body, labels: named.value };
      return createOnce(client, { route: 'POST /repos/{owner}/{repo}/issues', parameters, what: 'a new issue', need: 'issues: write' }, readIssue, async () => {
        const found = await list(labels[0]?.name ?? '');
        return found.ok ? success(found.value.find((issue) => issue.title === title) ?? null) : found;
      }); // prettier-ignore
    },
    updateIssue: async (number, change) => {
      const reply = await client.ask({
        route: 'PATCH /repos/{owner}/{repo}/issues/{number}',
        parameters: { number, ...change },
        what: `a change of issue ${number}`,
        need: 'issues: write',
      });
      return reply.ok ? success(undefined) : reply;
    },
  };
}
