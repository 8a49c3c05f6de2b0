import type { Content } from '../core/contract.ts';
import { finding, type Finding, type Place } from '../core/finding.ts';
import type { Measure, TextScore } from './types.ts';

/** A text above the highest school grade that the policy or the brand asks of its readers; the stricter one counts. */
export function judgeReadability(
  { scores, details }: TextScore,
  content: Content,
  { policy: { policy }, brand: { profile } }: Pick<Measure, 'policy' | 'brand'>,
): readonly Finding[] {
  const { 'grade-max': ofPolicy, severity } = policy.thresholds?.readability ?? {};
  const limit = Math.min(ofPolicy ?? Infinity, profile.readability?.grade_max ?? Infinity);
  const { grade } = scores.readability ?? { grade: 0 };
  if (grade <= limit) return [];
  const { evidence, improve } = details.find(({ scorer }) => scorer === 'readability') ?? { evidence: [], improve: [] };
  return [finding('score/readability', { grade, limit, improve }, placeOfLongest(content, evidence), severity)];
}

/** Where to begin: the longest sentence, as the scorer quotes it. */
function placeOfLongest(content: Content, evidence: readonly string[]): Place {
  const longest = evidence.find((line) => line.startsWith('longest sentence'));
  if (longest === undefined) return content.place;
  const [, sentence] = /"([^]*)"$/.exec(longest) ?? [];
  return { ...placeOfSentence(content, sentence), evidence: longest };
}

/** The line on which the first words of a sentence stand. Text inside the manifest has the place of its value. */
function placeOfSentence({ text, place }: Content, sentence = ''): Place {
  const isInline = /\.ya?ml$/.test(place.file ?? '');
  const words = sentence
    .replace(/\.{3}$/, '')
    .split(/\s+/)
    .filter(Boolean);
  if (isInline || words.length === 0) return place;
  const lines = text.split('\n');
  // Markup and line ends may stand between the words: as many of them as fit decide.
  for (let count = Math.min(words.length, 5); count > 0; count -= 1) {
    const start = words.slice(0, count).join(' ');
    const index = lines.findIndex((line) => line.includes(start));
    if (index >= 0) return { ...place, line: index + 1, column: (lines[index] ?? '').indexOf(start) + 1 };
  }
  return place;
}
