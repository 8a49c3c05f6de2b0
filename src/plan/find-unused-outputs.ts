import { finding, type Finding } from '../core/finding.ts';
import { placeholdersIn } from '../core/template.ts';
import type { PlacedExpression } from './check-expressions.ts';
import type { AssembledStep } from './types.ts';

/**
 * Expressions that the action did not turn into a placeholder: they stand in a field that takes no later value, and
 * would otherwise reach the platform as the characters `${{ ... }}`.
 */
export function findUnusedOutputs(uses: readonly PlacedExpression[], assembled: AssembledStep): readonly Finding[] {
  const later = placeholdersIn(assembled.step.operations).filter(({ from }) => from === 'step');
  const filled = new Set(later.map(({ of, name }) => `${of ?? ''}.${name}`));
  return uses
    .filter(({ expression }) => !filled.has(`${expression.step}.${expression.output}`))
    .map(({ expression, place }) => finding('plan/output-not-used', { source: expression.source }, place));
}
