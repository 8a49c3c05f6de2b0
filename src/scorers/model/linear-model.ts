/** What a text shows, by name of the feature: words as they are, measures of the whole with `#`. */
export type Features = ReadonlyMap<string, number>;

/** A trained model as it lies in the repository: one whole number per feature, in thousandths. */
export interface ModelData {
  readonly bias: number;
  readonly weights: Readonly<Record<string, number>>;
  /** Mean and deviation of its answers on the texts it was made from, for a place among them. */
  readonly mean: number;
  readonly deviation: number;
  /** Answer from which a text is flagged, where the model flags. */
  readonly threshold?: number;
}

/** A linear model, ready to be asked. */
export interface LinearModel {
  readonly data: ModelData;
  predict(features: Features): number;
  /** The features that moved the answer most, strongest first: what a reader can check. */
  reasons(features: Features, direction: 1 | -1): readonly string[];
}

const mostReasons = 5;

/** Sums weights; nothing else. */
export function linearModel(data: ModelData): LinearModel {
  const weights = new Map(Object.entries(data.weights).map(([name, weight]) => [name, weight / 1000]));
  const share = ([name, value]: readonly [string, number]): number => (weights.get(name) ?? 0) * value;
  return {
    data,
    predict: (features) => [...features].reduce((sum, feature) => sum + share(feature), data.bias),
    reasons: (features, direction) =>
      [...features]
        .filter(([name]) => /^[\p{L}\p{N}]/u.test(name))
        .map((feature) => ({ name: feature[0], share: share(feature) * direction }))
        .filter((one) => one.share > 0.01)
        .toSorted((a, b) => b.share - a.share)
        .slice(0, mostReasons)
        .map(({ name }) => name),
  };
}

/** Where an answer stands among those of the texts that the model was made from, from 1 to 10. */
export function oneToTen(answer: number, { mean, deviation }: ModelData): number {
  const share = normalShare((answer - mean) / deviation);
  return Math.round((1 + 9 * share) * 10) / 10;
}

/** From 0 to 100, with 50 where the model begins to flag. */
export function zeroToHundred(answer: number, { threshold = 0 }: ModelData): number {
  return Math.round(1000 / (1 + Math.exp(threshold - answer))) / 10;
}

/** Share of a normal distribution below a value; logistic approximation, off by 0.01 at most (Bowling et al. 2009). */
function normalShare(z: number): number {
  return 1 / (1 + Math.exp(-(0.07056 * z ** 3 + 1.5976 * z)));
}
