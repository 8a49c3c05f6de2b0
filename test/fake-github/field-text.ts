/** A text that a request says, or what stands for it. */
export function fieldText(body: Readonly<Record<string, unknown>>, name: string, otherwise = ''): string {
  const value = body[name];
  return typeof value === 'string' ? value : otherwise;
}
