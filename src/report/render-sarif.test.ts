import { describe, expect, it } from 'vitest';
import type { CheckReport } from '../check/index.ts';
import { finding } from '../core/finding.ts';
import { renderSarif } from './render-sarif.ts';

describe('renderSarif', () => {
  it('puts each finding at its line, with a level that SARIF knows and a rule that it lists', () => {
    const place = { file: 'executions/acme/2027-03/frühling/execution.yaml', line: 3, column: 7 };
    const findings = [
      finding('approval/client-missing', { rule: 'Legal' }, place),
      finding('approval/team-unreadable', { rule: 'Legal', team: 'acme/legal' }),
    ];
    const report: CheckReport = {
      version: 1,
      verdict: 'block',
      executions: [],
      findings,
      notes: [],
      checkedAt: new Date(0),
    };
    const [run] = (
      JSON.parse(renderSarif(report)) as {
        runs: {
          tool: { driver: { rules: { id: string }[] } };
          results: { ruleId: string; ruleIndex: number; level: string; locations: unknown[] }[];
        }[];
      }
    ).runs;
    expect(run?.results.map(({ level }) => level)).toEqual(['error', 'error']);
    expect(run?.results.map(({ ruleId, ruleIndex }) => run.tool.driver.rules[ruleIndex]?.id === ruleId)).toEqual([
      true,
      true,
    ]);
    expect(run?.results[0]?.locations).toEqual([
      {
        physicalLocation: {
          artifactLocation: { uri: 'executions/acme/2027-03/fr%C3%BChling/execution.yaml' },
          region: { startLine: 3, startColumn: 7 },
        },
      },
    ]);
    expect(run?.results[1]?.locations).toEqual([]);
  });
});
