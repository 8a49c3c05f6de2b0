import type { Stand } from './types.ts';

const codes = { bold: '1', red: '1;31', yellow: '1;33', green: '1;32' } as const;
export type Colour = keyof typeof codes;

/** Colours a line for a terminal; leaves it as it is where colour is not wanted. */
export type Paint = (text: string, colour: Colour) => string;

/** Colours say nothing that the words do not say. */
export function painter(isWanted: boolean): Paint {
  return (text, colour) => (isWanted ? `\u001B[${codes[colour]}m${text}\u001B[0m` : text);
}

export const colourOf: Readonly<Record<Stand, Colour>> = {
  blocked: 'red',
  held: 'yellow',
  waiting: 'yellow',
  ready: 'green',
  done: 'green',
};
