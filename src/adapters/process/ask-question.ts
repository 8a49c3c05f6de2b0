import { createInterface } from 'node:readline/promises';

/** Asks a person at the terminal; an empty answer takes what is usual. The question goes to stderr: stdout is for results. */
export async function askQuestion(question: string, usual: string): Promise<string> {
  const dialogue = createInterface({ input: process.stdin, output: process.stderr });
  try {
    const answer = await dialogue.question(`${question} [${usual}] `);
    return answer.trim() === '' ? usual : answer.trim();
  } finally {
    dialogue.close();
  }
}
