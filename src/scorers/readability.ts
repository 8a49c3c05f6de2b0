import { syllable } from 'syllable';
import type { Scorer } from '../core/scorer.ts';
import { knownInFourthGrade, knownInThirdGrade } from './model/familiar-words.ts';
import { isEnglish } from './model/is-english.ts';

/** School grade in the United States (lower is easier), and ease on the scale of Flesch (higher is easier). */
export interface Readability {
  readonly grade: number;
  readonly ease: number;
}

const fewestWords = 30;
const word = /\p{L}[\p{L}\p{M}'’-]*/gu;
const sentenceEnd = /[.!?…]+["'”’)\]]*(?=\s+["'“‘([]?[\p{Lu}\p{N}]|\s*$)/gu;
/**
 * The Flesch-Kincaid grade (Kincaid et al. 1975), and an ease that is the mean of three: Flesch's reading ease (1948) and
 * the formulas of Chall & Dale (1995) and Spache (1974), each by its place among the 567 articles of OneStopEnglish, on
 * Flesch's scale. Counted per paragraph, so that headings and list items do not run into one long sentence. Made for
 * English; other languages get no value. Differences below about seven points of ease mean nothing.
 */
export const scorer: Scorer<Readability> = {
  id: 'readability',
  title: 'Readability',
  rubric: 'ease-2',
  score: ({ blocks }) => {
    const counts = countBlocks(blocks);
    if (counts.words < fewestWords)
      return {
        is: 'insufficient-evidence',
        why: `${counts.words} words; fewer than ${fewestWords} say nothing`,
      };
    if (!isEnglish(blocks.join('\n').slice(0, 2000)))
      return { is: 'insufficient-evidence', why: 'the text does not look like English' };
    const perSentence = counts.words / counts.sentences;
    const perWord = counts.syllables / counts.words;
    return {
      is: 'scored',
      value: {
        grade: round(Math.max(0, 0.39 * perSentence + 11.8 * perWord - 15.59)),
        ease: round(easeOf(counts)),
      },
      evidence: [
        `${perSentence.toFixed(1)} words a sentence`,
        `${perWord.toFixed(2)} syllables a word`,
        ...longestSentence(counts),
      ],
      improve: improvements(perSentence, perWord),
    };
  },
};

/** Mean and deviation of each formula over OneStopEnglish; the sum is brought to the deviation of Flesch's. */
function easeOf({ words, sentences, syllables, strange, newStrange }: Counts): number {
  const perSentence = words / sentences;
  const share = (100 * strange) / words;
  const flesch = 206.835 - 1.015 * perSentence - 84.6 * (syllables / words);
  const challDale = 0.1579 * share + 0.0496 * perSentence + (share > 5 ? 3.6365 : 0);
  const spache = 0.121 * perSentence + 0.082 * ((100 * newStrange) / words) + 0.659;
  return 56.55 + 3.7 * ((flesch - 56.55) / 9.97 - (challDale - 8.25) / 0.9 - (spache - 5.06) / 0.78);
}

interface Counts {
  words: number;
  sentences: number;
  syllables: number;
  /** Words that pupils of the fourth grade do not know. */
  strange: number;
  /** Words that younger pupils do not know, each once per stretch of text. */
  newStrange: number;
  met: Set<string>;
  longest: string;
  longestWords: number;
}

function countBlocks(blocks: readonly string[]): Counts {
  const counts: Counts = {
    words: 0,
    sentences: 0,
    syllables: 0,
    strange: 0,
    newStrange: 0,
    met: new Set(),
    longest: '',
    longestWords: 0,
  };
  for (const block of blocks) for (const sentence of sentencesOf(block)) countSentence(sentence, counts);
  return counts;
}

function sentencesOf(block: string): readonly string[] {
  const sentences: string[] = [];
  let start = 0;
  for (const match of block.matchAll(sentenceEnd)) {
    sentences.push(block.slice(start, match.index + match[0].length));
    start = match.index + match[0].length;
  }
  return [...sentences, block.slice(start)];
}

const known = new Map<string, number>();

function countSentence(sentence: string, counts: Counts): void {
  const words = sentence.match(word) ?? [];
  if (words.length === 0) return;
  counts.sentences += 1;
  counts.words += words.length;
  for (const one of words) countWord(one.toLowerCase().replaceAll('’', "'").slice(0, 50), counts);
  if (words.length > counts.longestWords) [counts.longest, counts.longestWords] = [sentence.trim(), words.length];
}

/** So many different strange words make a stretch; without it long texts would seem easier than short ones. */
const stretch = 60;

function countWord(lower: string, counts: Counts): void {
  counts.syllables += syllablesOf(lower);
  if (!knownInFourthGrade(lower)) counts.strange += 1;
  if (knownInThirdGrade(lower) || counts.met.has(lower)) return;
  counts.newStrange += 1;
  if (counts.met.size >= stretch) counts.met.clear();
  counts.met.add(lower);
}

function syllablesOf(lower: string): number {
  const cached = known.get(lower);
  if (cached !== undefined) return cached;
  const count = Math.max(1, syllable(lower));
  // Forgetting all at once keeps memory constant over a long stream of texts.
  if (known.size >= 20_000) known.clear();
  known.set(lower, count);
  return count;
}

function longestSentence({ longest, longestWords }: Counts): readonly string[] {
  const shown = longest.length > 80 ? `${longest.slice(0, 77)}...` : longest;
  return [`longest sentence, ${longestWords} words: "${shown}"`];
}

function improvements(perSentence: number, perWord: number): readonly string[] {
  return [
    ...(perSentence > 20 ? ['Cut long sentences in two.'] : []),
    ...(perWord > 1.6 ? ['Choose shorter words where there are any.'] : []),
  ];
}

function round(value: number): number {
  return Math.round(value * 10) / 10;
}
