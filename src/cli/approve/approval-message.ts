/** One execution as an approval names it. */
export interface NamedExecution {
  readonly path: string;
  /** Live identity. */
  readonly executionId: string;
  readonly digest: string;
}

export interface ApprovalWords {
  readonly executions: readonly NamedExecution[];
  readonly name: string;
  readonly email: string;
  /** Newest log that the approver's repository knows, or null. */
  readonly logHead: string | null;
  /** Amount as the approver restated it. */
  readonly spend?: string | undefined;
}

/** Message of an approval merge: for people above, for machines in the trailers. */
export function approvalMessage(words: ApprovalWords): string {
  const [first, ...more] = words.executions;
  const title = `Merge execution ${first?.path ?? ''}${more.length === 0 ? '' : ` and ${more.length} more`}`;
  return [
    title,
    '',
    'Approved in exactly the content that the digest names.',
    '',
    `Approved-by: ${words.name} <${words.email}>`,
    ...words.executions.map(({ executionId, digest }) => `Mergecast-Digest: ${executionId} ${digest}`),
    `Mergecast-Log-Head: ${words.logHead ?? 'none'}`,
    ...(words.spend === undefined ? [] : [`Mergecast-Confirm-Spend: ${words.spend}`]),
    '',
  ].join('\n');
}
