import type { Annotation } from '../../core/forge.ts';
import { revealHidden } from '../../report/reveal-hidden.ts';

const words: Readonly<Record<Annotation['level'], string>> = { failure: 'error', warning: 'warning', notice: 'notice' };

/** A line by which the runner shows a message at a file; whatever stands in it, it stays one command. */
export function annotationCommand({ path, line, level, title, message }: Annotation): string {
  const properties = `file=${property(path)},line=${line},title=${property(title)}`;
  return `::${words[level]} ${properties}::${data(revealHidden(message))}`;
}

function data(text: string): string {
  return text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');
}

function property(text: string): string {
  return data(revealHidden(text)).replaceAll(':', '%3A').replaceAll(',', '%2C');
}

/**
 * A value for GITHUB_OUTPUT. Its end is a random word, chosen after the value was: so no value can end itself and set
 * another one.
 */
export function fileCommand(name: string, value: string, random: () => string): string {
  let end = `end_${random()}`;
  while (value.includes(end)) end = `end_${random()}`;
  return `${name}<<${end}\n${value}\n${end}\n`;
}
