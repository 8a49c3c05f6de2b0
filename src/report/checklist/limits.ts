/** How much of everything a comment shows; forges refuse more than 65,536 characters. */
export interface Limits {
  /** Characters of one preview. */
  readonly preview: number;
  /** Steps, approvals, problems, suggestions and scores of one execution, each. */
  readonly findings: number;
  /** Whether there is anything to open. */
  readonly details: boolean;
  /** Executions with a section of their own. */
  readonly executions: number;
}

/** From everything to the least: previews become shorter first, because `preview` shows them better anyway. */
export const limits: readonly Limits[] = [
  ...[20_000, 8000, 4000, 2000, 1000, 400].map((preview) => ({
    preview,
    findings: 20,
    details: true,
    executions: 100,
  })),
  { preview: 200, findings: 5, details: true, executions: 50 },
  { preview: 0, findings: 5, details: false, executions: 50 },
  { preview: 0, findings: 3, details: false, executions: 20 },
  { preview: 0, findings: 1, details: false, executions: 5 },
];
