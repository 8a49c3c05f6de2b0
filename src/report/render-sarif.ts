import type { CheckReport } from '../check/index.ts';
import type { Finding, Severity } from '../core/finding.ts';

/** SARIF knows three levels; what could not be verified is as bad as what is wrong. */
const levels: Readonly<Record<Severity, 'error' | 'warning' | 'note'>> = {
  block: 'error',
  'cannot-verify': 'error',
  warn: 'warning',
  suggest: 'note',
};

/** Findings as SARIF 2.1.0 (OASIS, 2020), for forges and editors that show them at their lines. */
export function renderSarif(report: CheckReport): string {
  const findings = [...report.findings, ...report.executions.flatMap((one) => one.findings)];
  const codes = [...new Set(findings.map(({ code }) => code))].toSorted();
  const driver = {
    name: 'mergecast',
    informationUri: 'https://github.com/mergecast/mergecast',
    rules: codes.map((id) => ({
      id,
      helpUri: `https://github.com/mergecast/mergecast/blob/main/docs/findings.md#${anchorOf(id)}`,
    })),
  };
  const log = {
    $schema: 'https://json.schemastore.org/sarif-2.1.0.json',
    version: '2.1.0',
    runs: [{ tool: { driver }, columnKind: 'utf16CodeUnits', results: findings.map((one) => resultOf(one, codes)) }],
  };
  return `${JSON.stringify(log, null, 2)}\n`;
}

function resultOf({ code, severity, message, hint, file, line, column }: Finding, codes: readonly string[]): object {
  const region =
    line === undefined ? {} : { region: { startLine: line, ...(column !== undefined && { startColumn: column }) } };
  const place =
    file === undefined ? [] : [{ physicalLocation: { artifactLocation: { uri: encodeURI(file) }, ...region } }];
  return {
    ruleId: code,
    ruleIndex: codes.indexOf(code),
    level: levels[severity],
    message: { text: `${message} ${hint}` },
    locations: place,
  };
}

/** As forges make it of a heading: without the slash. */
function anchorOf(code: string): string {
  return code.replaceAll('/', '');
}
