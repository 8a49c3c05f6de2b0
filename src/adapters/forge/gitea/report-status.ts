import type { CheckReportOnForge, Forge } from '../../../core/forge.ts';
import { success } from '../../../core/result.ts';
import type { ForgeClient } from '../client/types.ts';

/** What waits for people is pending: it holds the merge up like a failure, and is none. */
const states: Readonly<Record<CheckReportOnForge['conclusion'], string>> = {
  success: 'success',
  failure: 'failure',
  'action-required': 'pending',
  neutral: 'success',
};

/** A commit status: Gitea has no check runs, so summary and annotations stay with the comment. */
export function reportStatus(client: ForgeClient): Forge['reportCheck'] {
  return async ({ commit, name, conclusion, title, url }) => {
    const reply = await client.ask({
      route: 'POST /repos/{owner}/{repo}/statuses/{sha}',
      parameters: {
        sha: commit,
        state: states[conclusion],
        context: name,
        description: title,
        ...(url === undefined ? {} : { target_url: url }),
      },
      what: `the status "${name}"`,
      need: 'checks: write',
    });
    return reply.ok ? success({ url: url ?? null }) : reply;
  };
}
