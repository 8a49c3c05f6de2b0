import type { Score, Scorer } from '../core/scorer.ts';
import { humorFeatures } from './features/humor.ts';
import { isEnglish } from './model/is-english.ts';
import { linearModel, oneToTen } from './model/linear-model.ts';
import data from './models/humor.json' with { type: 'json' };

const model = linearModel(data);
const fewestWords = 4;
/** About as long as the jokes that the model knows, in UTF-16 units. */
const passage = 400;
const mostPassages = 200;

/** How much a text sounds like a joke, from 1 to 10, after ColBERT's jokes (Annamoradnejad 2020) against sentences of six other kinds. */
export const scorer: Scorer<number> = {
  id: 'humor',
  title: 'Humor',
  rubric: 'humor-1',
  score: ({ blocks }) => {
    const text = blocks.join(' ');
    const words = text.match(/\p{L}+/gu)?.length ?? 0;
    if (words < fewestWords) return nothing(`${words} words; fewer than ${fewestWords} say nothing`);
    if (!isEnglish(text))
      return nothing('the text does not look like English, and there is no model of other languages');
    const answers = passagesOf(blocks).map((one) => ({ one, answer: model.predict(humorFeatures(one)) }));
    const mean = answers.reduce((sum, { answer }) => sum + answer, 0) / answers.length;
    const best = answers.reduce((a, b) => (b.answer > a.answer ? b : a));
    const shown = best.one.length > 100 ? `${best.one.slice(0, 97)}...` : best.one;
    return { is: 'scored', value: oneToTen(mean, data), evidence: [`most like a joke: "${shown}"`], improve: [] };
  },
};

function passagesOf(blocks: readonly string[]): readonly string[] {
  const passages: string[] = [];
  let current = '';
  for (const block of blocks) {
    current = current === '' ? block : `${current} ${block}`;
    if (current.length >= passage) current = keep(current, passages);
  }
  return (current === '' ? passages : [...passages, current]).slice(0, mostPassages);
}

/** Cuts whole passages off; returns the rest. */
function keep(text: string, passages: string[]): string {
  let rest = text;
  while (rest.length >= passage && passages.length < mostPassages) {
    const end = rest.indexOf(' ', passage);
    passages.push(end < 0 ? rest.slice(0, passage * 2) : rest.slice(0, end));
    rest = end < 0 ? '' : rest.slice(end + 1);
  }
  return rest;
}

function nothing(why: string): Score<number> {
  return { is: 'insufficient-evidence', why };
}
