import { finding } from '../../core/finding.ts';
import { nearestWord } from '../../core/nearest-word.ts';
import type { Gate } from '../types.ts';

/** Records that the steps rely on must exist; one that the proposal brings or changes is shown as such. */
export const evidence: Gate = ({ execution, plan, brand, newEvidence, changedEvidence }) =>
  plan.effects.steps.flatMap(({ id, audience }) => {
    if (audience === undefined) return [];
    const name = audience.consent;
    const place = execution.place(`/steps/${id}/with/audience/consent`);
    const record = brand.evidence.get(name);
    if (record === undefined) {
      const known = [...brand.evidence.keys()];
      return [
        finding('evidence/unknown', { name, brand: brand.slug, known, nearest: nearestWord(name, known) }, place),
      ];
    }
    const { file } = record;
    if (newEvidence.has(name)) return [finding('evidence/new', { name, file }, place)];
    return changedEvidence.has(name) ? [finding('evidence/changed', { name, file }, place)] : [];
  });
