/** Whether a number, written back, differs from how it was written: lost digits, leading zero, -0, .inf, 0x1F, 1e400. */
export function isUnsafeNumber(value: number, source: string): boolean {
  const plain = /^-?(?:0|[1-9][0-9]*)(?:\.[0-9]+)?$/.test(source);
  return !plain || String(value) !== source.replace(/(\.[0-9]*?)0+$/, '$1').replace(/\.$/, '');
}
