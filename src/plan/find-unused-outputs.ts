import { finding, type Finding } from '../core/finding.ts';
import type { PlacedExpression } from './check-expressions.ts';
import type { AssembledStep } from './types.ts';

/**
 * Expressions that the action did not turn into a placeholder: they stand in a field that takes no later value, and
 * would otherwise reach the platform as the characters `${{ ... }}`.
 */
export function findUnusedOutputs(uses: readonly PlacedExpression[], assembled: AssembledStep): readonly Finding[] {
  const filled = new Set<string>();
  collectPlaceholders(assembled.step.operations, filled);
  return uses
    .filter(({ expression }) => !filled.has(`${expression.step}.${expression.output}`))
    .map(({ expression, place }) => finding('plan/output-not-used', { source: expression.source }, place));
}

function collectPlaceholders(value: unknown, filled: Set<string>): void {
  if (typeof value !== 'object' || value === null) return;
  if ('from' in value && value.from === 'step' && 'of' in value && 'name' in value) filled.add(`${String(value.of)}.${String(value.name)}`);
  for (const child of Object.values(value)) collectPlaceholders(child, filled);
}
