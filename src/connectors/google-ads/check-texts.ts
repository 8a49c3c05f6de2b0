import type { AssembleContext, Limit } from '../../core/contract.ts';
import { finding, type Finding } from '../../core/finding.ts';
import type { Input } from '../../generated/types/actions/google-ads.launch-search-campaign.ts';
import { keywordWords, lengths, widthOf } from './limits.ts';

/** Lengths of all texts, with the longest value that a placeholder can have, and the page that a click opens. */
export function checkTexts({ ads, ...input }: Input, context: AssembleContext): Finding[] {
  const each = (texts: readonly string[], pointer: string, limit: Limit): Finding[] =>
    texts.flatMap((text, index) => checkLength(text, `${pointer}/${index}`, limit, context));
  const keywords = ads.keywords.map(({ text }) => text);
  return [
    ...each(ads.headlines, '/ads/headlines', lengths.headline),
    ...each(ads.descriptions, '/ads/descriptions', lengths.description),
    ...each(ads.paths ?? [], '/ads/paths', lengths.path),
    ...each(keywords, '/ads/keywords', lengths.keyword),
    ...keywords.flatMap((text, index) => checkWords(text, index, context)),
    ...checkAddress(input['final-url'], context),
  ];
}

function checkLength(text: string, pointer: string, limit: Limit, context: AssembleContext): Finding[] {
  // Wide signs count twice; what is not known yet counts as long as it can become.
  const length = context.longest(context.template(text, 'none')) + widthOf(text) - text.length;
  const { what, maximum, source } = limit;
  if (length <= maximum) return [];
  const parameters = { what: `${what} "${text}"`, length, maximum, unit: 'characters', source };
  return [finding('platform/too-long', parameters, { ...context.place(pointer), evidence: text })];
}

function checkWords(text: string, index: number, { place }: AssembleContext): Finding[] {
  const length = text.trim().split(/\s+/).length;
  const { what, maximum, source } = keywordWords;
  if (length <= maximum) return [];
  const parameters = { what: `${what} "${text}"`, length, maximum, unit: 'words', source };
  return [finding('platform/too-long', parameters, { ...place(`/ads/keywords/${index}`), evidence: text })];
}

function checkAddress(text: string, { template, place }: AssembleContext): Finding[] {
  const address = template(text, 'none');
  // What comes from another step is checked when it is known.
  if (typeof address !== 'string' || isPublicAddress(address)) return [];
  return [finding('platform/bad-address', { address }, { ...place('/final-url'), evidence: text })];
}

function isPublicAddress(text: string): boolean {
  if (!URL.canParse(text) || /[\s\\<>"{}|^`]/.test(text)) return false;
  const { protocol, username, password } = new URL(text);
  return protocol === 'https:' && username === '' && password === '';
}
