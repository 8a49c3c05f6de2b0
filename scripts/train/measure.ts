/** Area under the curve: how often a text with the label gets more than one without. */
export function areaUnderCurve(values: readonly number[], labels: readonly boolean[]): number {
  const positive = labels.filter(Boolean).length;
  const sum = ranks(values).reduce((total, rank, index) => total + (labels[index] === true ? rank + 1 : 0), 0);
  return (sum - (positive * (positive + 1)) / 2) / (positive * (labels.length - positive));
}

/** Spearman's rank correlation. */
export function spearman(a: readonly number[], b: readonly number[]): number {
  const [x, y] = [ranks(a), ranks(b)];
  const [meanX, meanY] = [mean(x), mean(y)];
  const product = x.reduce((sum, value, index) => sum + (value - meanX) * ((y[index] ?? 0) - meanY), 0);
  return product / (x.length * deviation(x) * deviation(y));
}

export function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}

/** Standard deviation of the whole list. */
export function deviation(values: readonly number[]): number {
  const middle = mean(values);
  return Math.sqrt(values.reduce((sum, value) => sum + (value - middle) ** 2, 0) / values.length);
}

/** The value that a share of the list lies above. */
export function valueAbove(values: readonly number[], share: number): number {
  return values.toSorted((a, b) => b - a)[Math.floor(values.length * share)] ?? Infinity;
}

/** Ranks from 0; equal values share theirs. */
function ranks(values: readonly number[]): number[] {
  const order = values.map((value, index) => ({ value, index })).toSorted((a, b) => a.value - b.value);
  const found = Array.from({ length: values.length }, () => 0);
  for (let start = 0; start < order.length;) {
    let end = start;
    while (order[end]?.value === order[start]?.value && end < order.length) end += 1;
    for (const { index } of order.slice(start, end)) found[index] = (start + end - 1) / 2;
    start = end;
  }
  return found;
}
