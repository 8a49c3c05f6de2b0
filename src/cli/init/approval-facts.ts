import { formatMoney, minorDigits } from '../../core/money.ts';
import { usualCeiling, type BrandChoices } from './ask-brand.ts';
import type { PeopleChoices } from './ask-people.ts';
import { forgeText, type ForgeChoice } from './forge/choose-forge.ts';
import type { PolicyFacts } from './policy-text.ts';

const nobody: PeopleChoices = { people: [], marketing: [], owners: [], isAlone: true };

interface Answers {
  readonly people: PeopleChoices | null;
  readonly forge: ForgeChoice | null;
  readonly brand: BrandChoices | null;
}

/** What the rules of approval begin with; `currency` of a brand that was taken over. */
export function approvalFacts(
  { people, forge, brand }: Answers,
  currency = 'USD',
): Pick<PolicyFacts, 'people' | 'forge' | 'forgeAddress' | 'spendOver'> {
  const address = forge?.address ?? null;
  return {
    people: people ?? nobody,
    forge: forge?.kind ?? null,
    forgeAddress: address === null ? null : forgeText(address),
    spendOver: brand === null ? spendLimit(usualCeiling, currency) : spendLimit(brand.ceiling, brand.currency),
  };
}

/** As the policy names it, or its kind where no origin says which repository it is. */
export function nameOfForge(forge: ForgeChoice | null): string | null {
  if (forge === null) return null;
  return forge.address === null ? forge.kind : forgeText(forge.address);
}

/** A fifth of the monthly ceiling: what costs more is looked at by those who decide about money. */
function spendLimit(ceiling: string, currency: string): string {
  const minor = Math.round((Number(ceiling) / 5) * 10 ** minorDigits(currency));
  return formatMoney({ minor: Math.max(minor, 1), currency });
}
