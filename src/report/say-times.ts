import { inZone } from './format-time.ts';

/** Sentences in which instants are written as people read them, with their zone; seconds where there are any. */
export function sayTimes(text: string): string {
  return text.replace(/\b\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(?::\d{2}(?:\.\d+)?)?Z(?!\w)/g, (instant) => {
    const time = new Date(instant);
    if (Number.isNaN(time.getTime())) return instant;
    const clock = time.toISOString().slice(11, 19).replace(/:00$/, '');
    return `${inZone(time, 'UTC').day}, ${clock} UTC`;
  });
}
