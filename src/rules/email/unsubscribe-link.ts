import { finding } from '../../core/finding.ts';
import type { Law, Rule } from '../../core/rule.ts';
import { findLinks } from '../find-links.ts';

const readOn = '2026-11-23';
const law = (id: string, markets: readonly string[], citation: string, isVerified = false): Law => ({
  id,
  markets,
  citation,
  isVerified,
  readOn,
});

const words =
  /unsubscribe|opt[ -]?out|abmelden|abbestellen|austragen|désinscri|désabonn|darse de baja|cancelar (?:la |tu )?suscripci|disiscri|afmelden|uitschrijven|wypisz|avsluta prenumeration|afmeld/i;
/** Tags that SendGrid turns into an unsubscribe link. */
const tags =
  /\{\{\{?\s*unsubscribe(?:_preferences)?\s*\}?\}\}|\[unsubscribe\]|\[%\s*unsubscribe\w*\s*%\]|<%\s*asm_(?:group_unsubscribe|preferences)(?:_raw)?_url\s*%>/i;

/** Readers of an e-mail to a list must be able to leave it. */
export const rule: Rule = {
  id: 'email/unsubscribe-link',
  title: 'Every email to a list has an unsubscribe link',
  laws: [
    law('bulk.oneclick', ['*'], 'Google and Yahoo sender rules 2024', true),
    law('us.canspam.optout', ['US'], '15 USC 7704(a)(3)(A),(a)(5)(A)(ii)'),
    law('eu.gdpr.object', ['EU', 'UK'], 'GDPR Art 21(2)-(4), 7(3)'),
    law('uk.pecr23', ['UK'], 'PECR reg 23'),
    law('ca.casl.unsub', ['CA'], 'CASL s.6(2)(c), 11'),
    law('au.spam18', ['AU'], 'Spam Act 2003 s.18'),
    law('nz.uem', ['NZ'], 'UEM Act 2007 s.9-11'),
  ],
  channels: ['email'],
  severity: 'block',
  *check({ texts, laws, place }) {
    if (texts.some(letsUnsubscribe)) return;
    const cited = laws.map(({ citation, isVerified }) =>
      isVerified ? citation : `${citation} (source not read by us)`,
    );
    yield finding('legal/unsubscribe-link', { laws: cited }, place);
  },
  cases: [
    { name: 'no way out', texts: ['<p>Hello, our three new bikes are here.</p>'], findings: 1 },
    {
      name: 'the word alone is no link',
      texts: ['<p>You can unsubscribe any time.</p>', 'Hello'],
      findings: 1,
    },
    {
      name: 'a link to something else',
      texts: ['<a href="https://acme.example/bikes">Bikes</a>'],
      findings: 1,
    },
    { name: "SendGrid's tag", texts: ['<a href="{{{unsubscribe}}}">Leave</a>'], findings: 0 },
    {
      name: "SendGrid's older tag",
      texts: ['<a href="<%asm_group_unsubscribe_raw_url%>">Leave</a>'],
      findings: 0,
    },
    { name: 'a link that says so', texts: ['<a href="https://acme.example/u">Unsubscribe</a>'], findings: 0 },
    {
      name: 'in German',
      texts: ['<a href="https://acme.example/u">Vom Newsletter abmelden</a>'],
      findings: 0,
    },
    {
      name: 'a link with other tags in it',
      texts: ['<a class="small" href="https://acme.example/u"><span>Unsubscribe</span></a>'],
      findings: 0,
    },
    {
      name: 'a word after the link',
      texts: ['<a href="https://acme.example/bikes">Bikes</a> unsubscribe'],
      findings: 1,
    },
    {
      name: 'an address that says so',
      texts: ['<a href="https://acme.example/unsubscribe?id=1">here</a>'],
      findings: 0,
    },
  ],
};

function letsUnsubscribe(text: string): boolean {
  if (tags.test(text)) return true;
  return [...findLinks(text)].some(({ address, words: said }) => words.test(address) || words.test(said));
}
