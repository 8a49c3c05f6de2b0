import { daleChall } from 'dale-chall';
import { spache } from 'spache';

/** A list of words that children know, asked with their inflections. */
export type WordList = (lower: string) => boolean;

const endings: readonly (readonly [string, string])[] = [
  ["'s", ''], ['s', ''], ['es', ''], ['ies', 'y'], ['d', ''], ['ed', ''], ['ied', 'y'], ['ing', ''], ['ing', 'e'], ['er', ''], ['est', ''], ['ly', ''],
]; // prettier-ignore

/** Known to most pupils of the fourth grade (Chall & Dale 1995). */
export const knownInFourthGrade: WordList = remembered(new Set(daleChall.map((one) => one.toLowerCase())));
/** Known to most pupils of the first three grades (Spache 1974). */
export const knownInThirdGrade: WordList = remembered(new Set(spache.map((one) => one.toLowerCase())));

function remembered(list: ReadonlySet<string>): WordList {
  const known = new Map<string, boolean>();
  return (lower) => {
    const before = known.get(lower);
    if (before !== undefined) return before;
    const answer =
      isListed(list, lower) || (lower.includes('-') && lower.split('-').every((part) => isListed(list, part)));
    // Forgetting all at once keeps memory constant over a long stream of texts.
    if (known.size >= 20_000) known.clear();
    known.set(lower, answer);
    return answer;
  };
}

function isListed(list: ReadonlySet<string>, word: string): boolean {
  return (
    list.has(word) ||
    endings.some(([ending, instead]) => word.endsWith(ending) && isStem(list, word.slice(0, -ending.length) + instead))
  );
}

/** A stem as it is, or with the consonant that its ending doubled: stopp(ed), bigg(er). */
function isStem(list: ReadonlySet<string>, stem: string): boolean {
  return list.has(stem) || (stem.length > 3 && stem.at(-1) === stem.at(-2) && list.has(stem.slice(0, -1)));
}
