import { finding } from '../../core/finding.ts';
import { nearestWord } from '../../core/nearest-word.ts';
import type { Gate } from '../types.ts';

/** A campaign that is named must exist, or its report would be empty. */
export const campaign: Gate = ({ execution, brand }) => {
  const name = execution.manifest.campaign;
  if (name === undefined || brand.campaigns.has(name)) return [];
  const known = [...brand.campaigns];
  const parameters = { name, brand: brand.slug, known, nearest: nearestWord(name, known) };
  return [finding('plan/unknown-campaign', parameters, execution.place('/campaign'))];
};
