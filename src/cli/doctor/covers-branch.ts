import type { BranchRule, ForgeKind } from '../../core/forge.ts';

/**
 * Whether a rule concerns a branch. GitHub says that it uses fnmatch with FNM_PATHNAME: a star ends at a slash, and two
 * stars reach below folders only with a slash behind them. On Gitea two stars reach everything.
 */
export function coversBranch(rule: Pick<BranchRule, 'branches'>, branch: string, kind: ForgeKind): boolean {
  const included = rule.branches.filter((pattern) => !pattern.startsWith('!'));
  const excluded = rule.branches.filter((pattern) => pattern.startsWith('!')).map((pattern) => pattern.slice(1));
  const matches = (pattern: string): boolean => patternOf(pattern, kind).test(branch);
  return included.some(matches) && !excluded.some(matches);
}

/** Also branches that a person would take `mergecast/**` for. */
export function meansBranch(rule: Pick<BranchRule, 'branches'>, branch: string): boolean {
  return coversBranch(rule, branch, 'gitea');
}

function patternOf(pattern: string, kind: ForgeKind): RegExp {
  // Every branch, as the port writes `~ALL`.
  if (pattern === '**' || pattern === '**/*') return /^/;
  const source = pattern.replace(/\*\*\/|\*\*|\*|\?|[.+^${}()|[\]\\]/g, (part) => {
    if (part === '**/') return '(?:.*/)?';
    if (part === '**') return kind === 'github' ? '[^/]*' : '.*';
    if (part === '*') return '[^/]*';
    return part === '?' ? '[^/]' : `\\${part}`;
  });
  return new RegExp(`^${source}$`);
}
