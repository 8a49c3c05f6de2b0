import type { Score, ScoredText } from '../../core/scorer.ts';
import { isEnglish } from './is-english.ts';
import { oneToTen, type Features, type LinearModel } from './linear-model.ts';

/** A measure of tone: each sentence is judged, and the text is their mean. */
export interface SentenceMeasure {
  readonly features: (sentence: string) => Features;
  readonly model: LinearModel;
  /** Fewer words say nothing. */
  readonly fewest: number;
  /** How its ends are called, low first. */
  readonly ends: readonly [string, string];
  readonly improve: (value: number) => readonly string[];
}

/** Longest text that is looked at, in UTF-16 units: tone does not change after a book's worth. */
const longest = 100_000;
const sentenceEnd = /(?<=[.!?…]["'”’)]?)\s+(?=["'“‘(]?[\p{Lu}\p{N}])/u;
const word = /\p{L}+/gu;

/** Scores from 1 to 10 by the place among the texts that the model was made from. */
export function scoreSentences({ blocks }: ScoredText, measure: SentenceMeasure): Score<number> {
  const text = blocks.join('\n').slice(0, longest);
  const sentences = sentencesOf(text);
  const words = sentences.reduce((sum, one) => sum + one.words, 0);
  if (words < measure.fewest) return nothing(`${words} words; fewer than ${measure.fewest} say nothing`);
  if (!isEnglish(text)) return nothing('the text does not look like English, and there is no model of other languages');
  const judged = sentences.map((one) => {
    const features = measure.features(one.text);
    return { ...one, features, answer: measure.model.predict(features) };
  });
  const mean = judged.reduce((sum, { answer, words: weight }) => sum + answer * weight, 0) / words;
  const value = oneToTen(mean, measure.model.data);
  const isHigh = mean > measure.model.data.mean;
  return { is: 'scored', value, evidence: evidenceOf(judged, measure, isHigh), improve: measure.improve(value) };
}

interface Judged {
  readonly text: string;
  readonly features: Features;
  readonly answer: number;
}

/** The sentence that speaks loudest for the answer, and its words. */
function evidenceOf(judged: readonly Judged[], { model, ends }: SentenceMeasure, isHigh: boolean): readonly string[] {
  const direction = isHigh ? 1 : -1;
  const strongest = judged.reduce((a, b) => (b.answer * direction > a.answer * direction ? b : a));
  const words = model.reasons(strongest.features, direction);
  const shown = strongest.text.length > 100 ? `${strongest.text.slice(0, 97)}...` : strongest.text;
  return [
    `most ${isHigh ? ends[1] : ends[0]}: "${shown}"`,
    ...(words.length === 0 ? [] : [`because of: ${words.join(', ')}`]),
  ];
}

function sentencesOf(text: string): readonly { readonly text: string; readonly words: number }[] {
  return text
    .split('\n')
    .flatMap((line) => line.split(sentenceEnd))
    .map((one) => ({ text: one.trim(), words: one.match(word)?.length ?? 0 }))
    .filter(({ words }) => words > 0);
}

function nothing(why: string): Score<number> {
  return { is: 'insufficient-evidence', why };
}
