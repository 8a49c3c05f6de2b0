import type { Annotation, CheckReportOnForge, Forge } from '../../../core/forge.ts';
import { success } from '../../../core/result.ts';
import { readOne } from '../client/read-answers.ts';
import type { ForgeClient } from '../client/types.ts';
import { githubFacts } from '../facts.ts';
import { integer, webAddress } from '../read/fields.ts';

/** A check run, with all its annotations: fifty in the first request, the others in portions added to it. */
export function reportCheckRun(client: ForgeClient): Forge['reportCheck'] {
  return async (report) => {
    const size = githubFacts.annotationsPerRequest.value;
    const created = await readOne(
      client,
      {
        route: 'POST /repos/{owner}/{repo}/check-runs',
        parameters: {
          name: report.name,
          head_sha: report.commit,
          status: 'completed',
          conclusion: report.conclusion === 'action-required' ? 'action_required' : report.conclusion,
          ...(report.url === undefined ? {} : { details_url: report.url }),
          output: outputOf(report, report.annotations.slice(0, size)),
        },
        what: `the check "${report.name}"`,
        need: 'checks: write',
      },
      (data) => {
        const id = integer(data, 'id');
        return id === undefined ? null : { id, url: webAddress(data, 'html_url') || null };
      },
    );
    if (!created.ok) return created;
    for (let start = size; start < report.annotations.length; start += size) {
      const more = await client.ask({
        route: 'PATCH /repos/{owner}/{repo}/check-runs/{check_run_id}',
        parameters: {
          check_run_id: created.value.id,
          output: outputOf(report, report.annotations.slice(start, start + size)),
        },
        what: `more lines of the check "${report.name}"`,
        need: 'checks: write',
      });
      if (!more.ok) return more;
    }
    return success({ url: created.value.url });
  };
}

function outputOf(report: CheckReportOnForge, annotations: readonly Annotation[]): Record<string, unknown> {
  return {
    title: report.title,
    summary: report.summary,
    annotations: annotations.map(({ path, line, level, title, message }) => ({
      path,
      start_line: line,
      end_line: line,
      annotation_level: level,
      title,
      message,
    })),
  };
}
