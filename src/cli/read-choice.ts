import { InvalidArgumentError, Option } from 'commander';
import { nearestWord } from '../core/nearest-word.ts';

/** Reads one of several words; a typo is an error that suggests the right one. */
export function readChoice(known: readonly string[]): (text: string) => string {
  return (text) => {
    if (known.includes(text)) return text;
    const nearest = nearestWord(text, known);
    const suggestion = nearest === undefined ? '' : `Did you mean ${nearest}? `;
    throw new InvalidArgumentError(`${suggestion}Allowed choices are ${known.join(', ')}.`);
  };
}

/** An option that takes one of several words. */
export function choiceOption(flags: string, description: string, known: readonly string[]): Option {
  return new Option(flags, description).choices([...known]).argParser(readChoice(known));
}
