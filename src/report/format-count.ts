import { formatMoney, type Money } from '../core/money.ts';

/** `12,400`: a number as people read it. */
export function formatCount(count: number): string {
  return group(String(count));
}

/** `12,500.00 EUR`: money as people read it; what they type has no commas (core/money.ts). */
export function formatAmount(money: Money): string {
  return group(formatMoney(money));
}

/** Words in which amounts of money are written as people read them. */
export function groupAmounts(text: string): string {
  return text.replace(/(?<![\d.,])\d{4,}(?:\.\d+)?(?= [A-Z]{3}\b)/g, group);
}

/** `1 problem`, `2 problems`. */
export function countOf(count: number, one: string, many = `${one}s`): string {
  return `${formatCount(count)} ${count === 1 ? one : many}`;
}

/** `Tom, Aylin or Ines`. */
export function joinWords(words: readonly string[], last: 'and' | 'or'): string {
  const [end = '', ...rest] = words.toReversed();
  return rest.length === 0 ? end : `${rest.toReversed().join(', ')} ${last} ${end}`;
}

function group(text: string): string {
  return text.replace(
    /^(-?)(\d+)/,
    (_, sign: string, digits: string) => sign + digits.replace(/\B(?=(\d{3})+$)/g, ','),
  );
}
