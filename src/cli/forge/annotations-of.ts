import type { CheckReport } from '../../check/index.ts';
import { blocks, type Finding } from '../../core/finding.ts';
import type { Annotation } from '../../core/forge.ts';

/** Findings at their lines, those that block first; what has no file is in the comment only. */
export function annotationsOf(report: CheckReport): readonly Annotation[] {
  const all = [...report.findings, ...report.executions.flatMap(({ findings }) => findings)];
  const placed = all.filter((one): one is Finding & { file: string } => one.file !== undefined);
  const order = { failure: 0, warning: 1, notice: 2 };
  return placed.map(annotationOf).toSorted((a, b) => order[a.level] - order[b.level]);
}

function annotationOf(one: Finding & { file: string }): Annotation {
  const level = blocks(one) ? 'failure' : one.severity === 'warn' ? 'warning' : 'notice';
  return { path: one.file, line: one.line ?? 1, level, title: one.code, message: `${one.message}\n${one.hint}` };
}
