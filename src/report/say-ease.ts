/**
 * Flesch reading ease in the words of a reader. The bands are those of Flesch's own table: from 70 up fairly easy and
 * easier, below 50 difficult.
 */
export function sayEase(ease: number): string {
  if (ease >= 70) return 'easy to read';
  return ease >= 50 ? 'medium, neither easy nor hard to read' : 'hard to read';
}
