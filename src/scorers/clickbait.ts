import type { Scorer } from '../core/scorer.ts';
import { shortTextFeatures } from './features/clickbait.ts';
import { isEnglish } from './model/is-english.ts';
import { linearModel, zeroToHundred } from './model/linear-model.ts';
import data from './models/clickbait.json' with { type: 'json' };

const model = linearModel(data);
/** A longer first line is no headline. */
const mostWords = 30;

/** How much the headline (the first line of other texts) promises without telling, 0 to 100, 50 is flagged; after Chakraborty et al. 2016. */
export const scorer: Scorer<number> = {
  id: 'clickbait',
  title: 'Clickbait',
  rubric: 'clickbait-1',
  score: ({ blocks }) => {
    const [headline = ''] = blocks;
    const words = headline.match(/[\p{L}\p{N}]+/gu)?.length ?? 0;
    if (words < 2 || words > mostWords) return { is: 'insufficient-evidence', why: 'there is no headline' };
    if (!isEnglish(headline))
      return {
        is: 'insufficient-evidence',
        why: 'the headline does not look like English, and there is no model of other languages',
      };
    const features = shortTextFeatures(headline);
    const value = zeroToHundred(model.predict(features), data);
    const reasons = model.reasons(features, 1);
    return {
      is: 'scored',
      value,
      evidence: reasons.length === 0 ? [] : [`sounds like clickbait: ${reasons.join(', ')}`],
      improve: value < 50 ? [] : ['Say in the headline what readers will learn.'],
    };
  },
};
