import { finding } from '../../core/finding.ts';
import type { Gate } from '../types.ts';

/** The same identity is never sent twice: changed content needs a new generation, which a reviewer sees. */
export const alreadyRan: Gate = ({ execution, plan, ran }) => {
  const { id, generation, brand } = plan.effects;
  if (ran === null) return [];
  if (ran.brand !== brand)
    return [finding('execution/other-brand', { id, brand: ran.brand }, execution.place('/brand'))];
  if (ran.digest === plan.digest) return [];
  return [finding('execution/already-ran', { id, generation }, execution.place('/generation'))];
};
