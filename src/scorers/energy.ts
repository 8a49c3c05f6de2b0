import type { Scorer } from '../core/scorer.ts';
import { energyFeatures } from './features/energy.ts';
import { linearModel } from './model/linear-model.ts';
import { scoreSentences } from './model/score-sentences.ts';
import data from './models/energy.json' with { type: 'json' };

const model = linearModel(data);

/** How excited a text is, from 1 (calm) to 10, after the arousal ratings of EmoBank (Buechel & Hahn 2017). A weak measure: people agree little on it. */
export const scorer: Scorer<number> = {
  id: 'energy',
  title: 'Energy',
  rubric: 'energy-1',
  score: (text) =>
    scoreSentences(text, {
      features: energyFeatures,
      model,
      fewest: 3,
      ends: ['calm', 'excited'],
      improve: () => [],
    }),
};
