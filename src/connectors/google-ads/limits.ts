import type { Limit } from '../../core/contract.ts';

const readOn = '2026-11-25';
const textAds =
  'https://experienceleague.adobe.com/en/docs/advertising/search-social-commerce/campaign-management/management/campaigns/ads/ad-settings-by-network/ad-settings-google-rsa';
const discovery = 'https://googleads.googleapis.com/$discovery/rest?version=v25';

/** Lengths of an ad. Signs of Chinese, Japanese and Korean count twice; Google's own description holds no lengths. */
export const lengths = {
  headline: { what: 'The headline', maximum: 30, counting: 'utf16', source: textAds, readOn },
  description: { what: 'The description', maximum: 90, counting: 'utf16', source: textAds, readOn },
  path: { what: 'The display path', maximum: 15, counting: 'utf16', source: textAds, readOn },
  keyword: { what: 'The keyword', maximum: 80, counting: 'utf16', source: discovery, readOn: '2026-11-23' },
} satisfies Record<string, Limit>;

/** How many words a keyword may have, from the same description. */
export const keywordWords: Limit = {
  what: 'The keyword',
  maximum: 10,
  counting: 'items',
  source: discovery,
  readOn: '2026-11-23',
};

/** What Google Ads takes. */
export const limits: readonly Limit[] = [...Object.values(lengths), keywordWords];

/** Width as Google counts it: signs that are drawn twice as wide count twice. */
export function widthOf(text: string): number {
  const wide = text.match(
    /[\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe4f\uff00-\uff60\uffe0-\uffe6]/g,
  );
  return text.length + (wide?.length ?? 0);
}
