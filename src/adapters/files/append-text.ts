import { appendFileSync } from 'node:fs';

/** Adds text to a file that the runner of a workflow reads afterwards; false where it cannot be written. */
export function appendText(file: string, text: string): boolean {
  try {
    appendFileSync(file, text);
    return true;
  } catch {
    return false;
  }
}
