/** Whether a version such as `20.11.1` lies before another; what follows the numbers says nothing. */
export function isOlder(version: string, needed: string): boolean {
  const numbers = (text: string): number[] => (/\d+(?:\.\d+)*/.exec(text)?.[0] ?? '0').split('.').map(Number);
  const [a, b] = [numbers(version), numbers(needed)];
  const index = b.findIndex((part, at) => part !== (a[at] ?? 0));
  return index !== -1 && (a[index] ?? 0) < (b[index] ?? 0);
}
