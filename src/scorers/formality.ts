import type { Scorer } from '../core/scorer.ts';
import { formalityFeatures } from './features/formality.ts';
import { linearModel } from './model/linear-model.ts';
import { scoreSentences } from './model/score-sentences.ts';
import data from './models/formality.json' with { type: 'json' };

const model = linearModel(data);

/** How formal a text is, from 1 (chat) to 10 (official letter), after the judgements of Pavlick & Tetreault 2016. */
export const scorer: Scorer<number> = {
  id: 'formality',
  title: 'Formality',
  rubric: 'formality-1',
  score: (text) =>
    scoreSentences(text, {
      features: formalityFeatures,
      model,
      fewest: 3,
      ends: ['casual', 'formal'],
      improve: (value) =>
        value > 8
          ? ['More casual: shorter words, "you", contractions.']
          : value < 3
            ? ['More formal: full sentences, no slang.']
            : [],
    }),
};
