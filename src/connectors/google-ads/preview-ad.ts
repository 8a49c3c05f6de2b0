import type { Preview } from '../../core/contract.ts';
import { showTemplate } from '../../core/template.ts';
import type { Operation, Placeholder } from '../../generated/types/plan.ts';
import { escapeHtml, previewDocument } from '../preview-document.ts';
import { at, listAt, textAt } from '../answer.ts';

const show = ({ from, of, name }: Placeholder): string =>
  from === 'step' ? `\${{ steps.${of ?? ''}.${name} }}` : '...';

/** The ad with all its parts: which of them are shown together, Google decides. */
export function previewAd({ request }: Operation): Preview {
  const operations = listAt(request.json, 'mutateOperations');
  const created = (kind: string): readonly unknown[] =>
    operations.flatMap((one) => (at(one, kind) === undefined ? [] : [at(one, kind, 'create')]));
  const [ad] = created('adGroupAdOperation');
  const texts = (name: string): string[] =>
    listAt(ad, 'ad', 'responsiveSearchAd', name).map((one) => showTemplate(at(one, 'text'), show));
  const [campaign] = created('campaignOperation');
  const keywords = created('adGroupCriterionOperation').map(
    (one) => `${showTemplate(at(one, 'keyword', 'text'), show)} (${textAt(one, 'keyword', 'matchType').toLowerCase()})`,
  );
  const parts: [string, readonly string[]][] = [
    ['Headlines', texts('headlines')],
    ['Descriptions', texts('descriptions')],
    ['Opens', listAt(ad, 'ad', 'finalUrls').map((url) => showTemplate(url, show))],
    ['Keywords', keywords],
    ['Runs until', [textAt(campaign, 'endDateTime').slice(0, 10)]],
    ['Declared', ['no political advertising in the EU']],
  ];
  const title = `Search ad: ${texts('headlines')[0] ?? ''}`;
  const html = parts.map(
    ([name, values]) => `<dt>${name}</dt>${values.map((value) => `<dd>${escapeHtml(value)}</dd>`).join('')}`,
  );
  return {
    title,
    text: parts.map(([name, values]) => `${name}:\n${values.map((value) => `  ${value}`).join('\n')}`).join('\n'),
    html: previewDocument(title, `${mockOf(texts('headlines'), texts('descriptions'))}\n<dl>${html.join('\n')}</dl>`),
  };
}

/** One of the ways in which Google may put the parts together. */
function mockOf(headlines: readonly string[], descriptions: readonly string[]): string {
  const box = 'border:1px solid #dadce0;border-radius:8px;padding:.8em;margin:0 0 1em';
  return [
    `<div style="${box}"><small><b>Sponsored</b></small>`,
    `<div style="color:#1a0dab;font-size:1.2em;line-height:1.3">${escapeHtml(headlines.slice(0, 3).join(' | '))}</div>`,
    `<div>${escapeHtml(descriptions.slice(0, 2).join(' '))}</div></div>`,
    '<p><small>One way in which Google may put the parts together.</small></p>',
  ].join('\n');
}
