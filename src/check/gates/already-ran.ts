import { finding } from '../../core/finding.ts';
import type { Gate } from '../types.ts';

/** The same identity is never sent twice: changed content needs a new generation, which a reviewer sees. */
export const alreadyRan: Gate = ({ execution, plan, sealed }) => {
  const { id, generation } = plan.effects;
  const digest = sealed.get(`${id}.${generation}`);
  if (digest === undefined || digest === plan.digest) return [];
  return [finding('execution/already-ran', { id, generation }, execution.place('/generation'))];
};
