import type { SchemaProblem } from './types.ts';

/**
 * Where a value may have one of several shapes, a validator lists the problems with every shape. People want those of
 * the shape that they meant: the one of the right type with the fewest problems. Where none fits, one problem remains.
 */
export function chooseBranches(problems: readonly SchemaProblem[]): readonly SchemaProblem[] {
  const choices = problems
    .filter(({ keyword }) => keyword === 'oneOf')
    .toSorted((a, b) => a.schemaPath.length - b.schemaPath.length);
  let left = [...problems];
  for (const one of choices) {
    if (!left.includes(one)) continue;
    const inside = left.filter((problem) => isInside(problem, one));
    const meant = bestBranch(inside, one);
    left = left.filter((problem) => !inside.includes(problem) || meant.includes(problem));
    if (meant.length > 0) left = left.filter((problem) => problem !== one);
  }
  return left;
}

function isInside(problem: SchemaProblem, choice: SchemaProblem): boolean {
  const isBelow =
    problem.instancePath === choice.instancePath || problem.instancePath.startsWith(`${choice.instancePath}/`);
  return isBelow && problem.schemaPath.startsWith(`${choice.schemaPath}/`);
}

function bestBranch(inside: readonly SchemaProblem[], choice: SchemaProblem): readonly SchemaProblem[] {
  const branches = new Map<string, SchemaProblem[]>();
  for (const problem of inside) {
    const branch = problem.schemaPath.slice(choice.schemaPath.length + 1).split('/')[0] ?? '';
    branches.set(branch, [...(branches.get(branch) ?? []), problem]);
  }
  const fitting = [...branches.values()].filter(
    (branch) => !branch.some(({ keyword, instancePath }) => keyword === 'type' && instancePath === choice.instancePath),
  );
  return fitting.toSorted((a, b) => a.length - b.length)[0] ?? [];
}
