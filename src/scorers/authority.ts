import { hedges } from 'hedges';
import { weasels } from 'weasels';
import type { Scorer } from '../core/scorer.ts';
import { isEnglish } from './model/is-english.ts';
import { isWord, tokensOf } from './model/tokens.ts';

const fewestWords = 20;
const vague = new Set([...hedges, ...weasels].filter((one) => !one.includes(' ')));

/**
 * How sure of itself a text sounds, from 1 to 10: fewer words that hedge, more. Unvalidated: there are no labelled texts
 * that it could be held against, so nothing may rest on it.
 */
export const scorer: Scorer<number> = {
  id: 'authority',
  title: 'Authority (unvalidated)',
  rubric: 'authority-1',
  score: ({ blocks }) => {
    const text = blocks.join('\n').slice(0, 100_000);
    const words = tokensOf(text).filter(isWord);
    if (words.length < fewestWords)
      return { is: 'insufficient-evidence', why: `${words.length} words; fewer than ${fewestWords} say nothing` };
    if (!isEnglish(text))
      return {
        is: 'insufficient-evidence',
        why: 'the text does not look like English, and there is no model of other languages',
      };
    const found = words.filter((one) => vague.has(one));
    const share = found.length / words.length;
    return {
      is: 'scored',
      value: Math.round(Math.max(1, Math.min(10, 10 - share * 90)) * 10) / 10,
      evidence: [
        'unvalidated',
        ...(found.length === 0 ? [] : [`hedging: ${[...new Set(found)].slice(0, 5).join(', ')}`]),
      ],
      improve: share > 0.05 ? ['Say what is known plainly; keep "may" and "some" for what is not.'] : [],
    };
  },
};
