import type { Features } from '../../src/scorers/model/linear-model.ts';
import { shuffle } from './shuffle.ts';

/** A text with what people said of it. */
export interface Example {
  readonly features: Features;
  /** A value, or 1 and 0. */
  readonly target: number;
  /** How much it counts. */
  readonly weight?: number;
}

export interface Settings {
  /** `squares` for values, `logistic` for yes and no. */
  readonly loss: 'squares' | 'logistic';
  readonly epochs: number;
  readonly rate: number;
  /** Pull towards zero. */
  readonly decay: number;
  /** A word in fewer texts is no feature. */
  readonly fewest: number;
  /** How many features are kept. */
  readonly most: number;
  /** Words can only speak for the label: what speaks against it is mostly the subject of the texts at hand. */
  readonly onlyUpwards?: boolean;
}

export interface Learned {
  readonly bias: number;
  readonly weights: ReadonlyMap<string, number>;
}

/** A linear model by stochastic gradient descent with AdaGrad's step sizes (Duchi et al. 2011); learned twice, the second time with the strongest features alone. */
export function learn(examples: readonly Example[], settings: Settings): Learned {
  const counts = new Map<string, number>();
  for (const { features } of examples)
    for (const name of features.keys()) counts.set(name, (counts.get(name) ?? 0) + 1);
  const names = [...counts]
    .filter(([name, count]) => count >= settings.fewest || isMeasure(name))
    .map(([name]) => name);
  const first = descend(examples, names, settings);
  if (names.length <= settings.most) return first;
  const strength = (name: string): number =>
    isMeasure(name) ? Infinity : Math.abs(first.weights.get(name) ?? 0) * Math.sqrt(counts.get(name) ?? 0);
  const strongest = names.toSorted((a, b) => strength(b) - strength(a) || (a < b ? -1 : 1)).slice(0, settings.most);
  return descend(examples, strongest, settings);
}

/** Answer of a model that was just learned. */
export function answer({ bias, weights }: Learned, features: Features): number {
  return [...features].reduce((sum, [name, value]) => sum + (weights.get(name) ?? 0) * value, bias);
}

function isMeasure(name: string): boolean {
  return name.startsWith('#');
}

function descend(examples: readonly Example[], names: readonly string[], settings: Settings): Learned {
  const place = new Map(names.map((name, index) => [name, index]));
  const rows = examples.map(({ features, target, weight = 1 }) => ({
    target,
    weight,
    cells: [...features].flatMap(([name, value]) => {
      const index = place.get(name);
      return index === undefined ? [] : [{ index, value }];
    }),
  }));
  const state = {
    bias: 0,
    biasSteps: 1e-3,
    weights: new Float64Array(names.length),
    steps: new Float64Array(names.length).fill(1e-3),
  };
  for (let epoch = 0; epoch < settings.epochs; epoch += 1)
    for (const row of shuffle(rows, epoch + 1)) step(state, row, settings);
  return { bias: state.bias, weights: new Map(names.map((name, index) => [name, state.weights[index] ?? 0])) };
}

interface State {
  bias: number;
  biasSteps: number;
  readonly weights: Float64Array;
  readonly steps: Float64Array;
}

interface Row {
  readonly target: number;
  readonly weight: number;
  readonly cells: readonly { readonly index: number; readonly value: number }[];
}

function step(state: State, { target, weight, cells }: Row, { loss, rate, decay, onlyUpwards }: Settings): void {
  const { weights, steps } = state;
  const sum = cells.reduce((total, { index, value }) => total + (weights[index] ?? 0) * value, state.bias);
  const error = ((loss === 'logistic' ? 1 / (1 + Math.exp(-sum)) : sum) - target) * weight;
  state.biasSteps += error * error;
  state.bias -= (rate * error) / Math.sqrt(state.biasSteps);
  for (const { index, value } of cells) {
    const slope = error * value + decay * (weights[index] ?? 0);
    steps[index] = (steps[index] ?? 0) + slope * slope;
    const moved = (weights[index] ?? 0) - (rate * slope) / Math.sqrt(steps[index]);
    weights[index] = onlyUpwards === true ? Math.max(0, moved) : moved;
  }
}
