import { syllable } from 'syllable';
import type { Scorer } from '../core/scorer.ts';

/** School grade in the United States (lower is easier), and Flesch reading ease (higher is easier). */
export interface Readability {
  readonly grade: number;
  readonly ease: number;
}

const fewestWords = 30;
const word = /\p{L}[\p{L}\p{M}'’-]*/gu;
const sentenceEnd = /[.!?…]+["'”’)\]]*(?=\s+["'“‘([]?[\p{Lu}\p{N}]|\s*$)/gu;
/** Words that no English text of this length does without. */
const functionWords = new Set(
  'the of and to a in is it you that for on are with as at be this have from or by not but we our your an will'.split(
    ' ',
  ),
);

/**
 * Flesch reading ease and the Flesch-Kincaid grade (Kincaid et al. 1975), counted per paragraph, so that headings and
 * list items do not run into one long sentence. Made for English; other languages get no value. Differences below about
 * seven points of ease mean nothing.
 */
export const scorer: Scorer<Readability> = {
  id: 'readability',
  title: 'Readability',
  rubric: 'flesch-1',
  score: ({ blocks }) => {
    const counts = countBlocks(blocks);
    if (counts.words < fewestWords)
      return {
        is: 'insufficient-evidence',
        why: `${counts.words} words; fewer than ${fewestWords} say nothing`,
      };
    if (counts.functionWords / counts.words < 0.15)
      return { is: 'insufficient-evidence', why: 'the text does not look like English' };
    const perSentence = counts.words / counts.sentences;
    const perWord = counts.syllables / counts.words;
    return {
      is: 'scored',
      value: {
        grade: round(Math.max(0, 0.39 * perSentence + 11.8 * perWord - 15.59)),
        ease: round(206.835 - 1.015 * perSentence - 84.6 * perWord),
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

interface Counts {
  words: number;
  sentences: number;
  syllables: number;
  functionWords: number;
  longest: string;
  longestWords: number;
}

function countBlocks(blocks: readonly string[]): Counts {
  const counts: Counts = {
    words: 0,
    sentences: 0,
    syllables: 0,
    functionWords: 0,
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
  for (const one of words) {
    const lower = one.toLowerCase().slice(0, 50);
    if (functionWords.has(lower)) counts.functionWords += 1;
    counts.syllables += syllablesOf(lower);
  }
  if (words.length > counts.longestWords) [counts.longest, counts.longestWords] = [sentence.trim(), words.length];
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
