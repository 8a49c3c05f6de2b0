import type { StatusReport } from '../execute/read-status.ts';
import { padColumns } from './columns.ts';
import { formatAmount } from './format-count.ts';
import { inZone } from './format-time.ts';

/** What executions hold of the budgets, by brand and month; nothing where nothing is reserved. */
export function renderBudget(budget: StatusReport['budget']): string {
  const held = budget.filter(({ reserved }) => reserved.length > 0);
  if (held.length === 0) return '';
  const width = Math.max(...held.map(({ brand }) => brand.length)) + 2;
  const lines = held.map(({ brand, month, reserved }) => {
    return `  ${padColumns(brand, width)}${padColumns(monthWords(month), 16)}${reserved.map(formatAmount).join(' and ')}`;
  });
  return `\nReserved or spent, by brand and month\n${lines.join('\n')}\n`;
}

/** `2027-03` -> `March 2027`. */
function monthWords(month: string): string {
  const middle = new Date(`${month}-15T12:00:00Z`);
  return Number.isNaN(middle.getTime()) ? month : `${inZone(middle, 'UTC').month} ${month.slice(0, 4)}`;
}
