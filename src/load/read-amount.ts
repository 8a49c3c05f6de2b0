const scales: Readonly<Record<string, number>> = {
  '': 1,
  K: 1000,
  TSD: 1000,
  M: 1_000_000,
  MIO: 1_000_000,
  MILLION: 1_000_000,
};

/**
 * `5,000.50`, `5.000,50`, `5'000`, `5 000`, `1.5K`: an amount as people write it, in capital letters. A sign that three
 * digits follow groups them, else it is the decimal sign. Null where it is neither.
 */
export function readAmount(word: string): number | null {
  const [, digits = '', scale = ''] = /^([\d.,'’ ]+?) ?([A-Z]*)\.?$/.exec(word.trim()) ?? [];
  const value = readNumber(digits.replace(/['’ ]/g, ''));
  const factor = scales[scale];
  return value === null || factor === undefined ? null : value * factor;
}

function readNumber(digits: string): number | null {
  if (/^\d{1,3}(?:,\d{3})+(?:\.\d{1,2})?$/.test(digits)) return Number(digits.replaceAll(',', ''));
  if (/^\d{1,3}(?:\.\d{3})+(?:,\d{1,2})?$/.test(digits)) return Number(digits.replaceAll('.', '').replace(',', '.'));
  return /^\d+(?:[.,]\d{1,2})?$/.test(digits) ? Number(digits.replace(',', '.')) : null;
}
