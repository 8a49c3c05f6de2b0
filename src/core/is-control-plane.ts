const patterns: readonly RegExp[] = [
  /^mergecast\.yaml$/,
  /^\.mergecast\//,
  /^brands\/[^/]+\/(profile\.(json|yaml)|connections\.yaml)$/,
  /^brands\/[^/]+\/(guidelines|evidence)\//,
  /^(schemas|actions)\//,
  /^\.(github|gitea|forgejo)\//,
  /^(package\.json|package-lock\.json|npm-shrinkwrap\.json|pnpm-lock\.yaml|yarn\.lock|\.npmrc|\.mailmap|\.gitmodules)$/,
  /(^|\/)(CODEOWNERS|\.gitattributes)$/,
];

/** Whether a path of the repository decides about executions instead of being sent: it is read from base only. */
export function isControlPlane(path: string): boolean {
  return patterns.some((pattern) => pattern.test(path));
}

/** Records that an execution may bring along; they are shown as new and need their own role. */
export function isEvidence(path: string): boolean {
  return /^brands\/[^/]+\/evidence\//.test(path);
}
