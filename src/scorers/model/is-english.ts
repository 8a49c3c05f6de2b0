import { francAll } from 'franc-min';

/** Fewer letters say nothing about the language. */
const fewestLetters = 60;
const longestLook = 1500;

/**
 * Whether a text may be English, the language of the models. Short texts count as English where they are written in
 * Latin letters; longer ones are compared with 82 languages by their triples of letters.
 */
export function isEnglish(text: string): boolean {
  const sample = text.slice(0, longestLook);
  const letters = sample.match(/\p{L}/gu)?.length ?? 0;
  const latin = sample.match(/\p{Script=Latin}/gu)?.length ?? 0;
  if (latin < letters * 0.8) return false;
  if (letters < fewestLetters) return true;
  const english = francAll(sample).find(([language]) => language === 'eng');
  // The first of the list has 1. Close behind it is English with names and jargon.
  return english !== undefined && english[1] > 0.9;
}
