import { formatMoney } from '../../core/money.ts';
import type { Part } from './types.ts';

/** Search ads. */
export const adsPart: Part = {
  platform: 'google-ads',
  file: 'ads.yaml',
  words: 'headlines, descriptions and keywords of the ads',
  content: ({
    title,
    brandName,
  }) => `# What people see above the search results. Google shows three headlines and two descriptions at a time.
headlines: # 3 to 15, at most 30 characters each
  - ${JSON.stringify(cut(brandName, 30))}
  - ${JSON.stringify(cut(title, 30))}
  - See what is new
descriptions: # 2 to 4, at most 90 characters each
  - Say in one sentence what people get, and what it costs.
  - Say in one more why they should get it here.
keywords:
  - { text: ${JSON.stringify(cut(title.toLowerCase().replaceAll(/[^\p{L}\p{N} ]+/gu, ''), 80))}, match: phrase }
`,
  step: ({ budget, hasBlog, website }, connection) => `    uses: google-ads/launch-search-campaign
${hasBlog ? '    needs: [blog]\n' : ''}    connection: ${connection}
    with:
      budget: { daily: ${formatMoney(budget.daily)}, total: ${formatMoney(budget.total)} } # never more than the total
      final-url: ${hasBlog ? '${{ steps.blog.url }}' : `${website}/`} # where a click leads
      ads: ./ads.yaml
`,
};

/** Whole words as far as the platform's limit allows. */
function cut(text: string, maximum: number): string {
  if (text.length <= maximum) return text;
  const start = text.slice(0, maximum + 1);
  return start.slice(0, Math.max(start.lastIndexOf(' '), 0) || maximum);
}
