import { finding } from '../../../core/finding.ts';
import type { Question } from '../types.ts';

export const brandsUsable: Question = {
  code: 'doctor/brand-unusable',
  fine: () => 'The files of all brands can be read.',
  ask: ({ local: { brokenBrands } }) => {
    const [first] = brokenBrands;
    if (first === undefined) return null;
    return finding('doctor/brand-unusable', { brands: brokenBrands.map(({ brand }) => brand), why: first.why });
  },
};
