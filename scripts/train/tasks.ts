import { energyFeatures } from '../../src/scorers/features/energy.ts';
import { formalityFeatures } from '../../src/scorers/features/formality.ts';
import { humorFeatures } from '../../src/scorers/features/humor.ts';
import { mailFeatures } from '../../src/scorers/features/mail.ts';
import { shortTextFeatures } from '../../src/scorers/features/clickbait.ts';
import type { Features } from '../../src/scorers/model/linear-model.ts';
import type { Example, Settings } from './learn.ts';
import type { Labelled, TrainingData } from './read-data.ts';
import { shuffle } from './shuffle.ts';

/** One model: what it is made from, how, and what its answers are held against. */
export interface Task {
  readonly name: string;
  readonly metric: 'spearman' | 'area under curve';
  readonly settings: Settings;
  readonly examples: readonly Example[];
  /** Examples with this label (1) or not (0) that the figures are taken on; else all. */
  readonly judged?: (index: number) => boolean;
  /** Share of judged examples with the label that may be missed, where the model flags. */
  readonly missed?: number;
}

const values = { loss: 'squares', epochs: 10, rate: 0.05, decay: 1e-3, fewest: 4, most: 2500 } as const;
const yesOrNo = { loss: 'logistic', epochs: 8, rate: 0.3, decay: 1e-4, fewest: 3, most: 2500 } as const;

/** All models of the product. */
export function tasks(data: TrainingData): readonly Task[] {
  return [
    {
      name: 'formality',
      metric: 'spearman',
      settings: values,
      examples: of(data.formality, formalityFeatures),
    },
    {
      name: 'energy',
      metric: 'spearman',
      settings: { ...values, epochs: 8, rate: 0.03, decay: 0.03, most: 2000 },
      examples: of(
        data.energy.map(({ text, value }) => ({ text, value: value - 3 })),
        energyFeatures,
      ),
    },
    {
      name: 'clickbait',
      metric: 'area under curve',
      settings: yesOrNo,
      examples: of(data.clickbait, shortTextFeatures),
      missed: 0.1,
    },
    {
      name: 'sms-spam',
      metric: 'area under curve',
      settings: { ...yesOrNo, epochs: 15, most: 1200 },
      examples: of(data.sms, shortTextFeatures),
      missed: 0.1,
    },
    {
      name: 'humor',
      metric: 'area under curve',
      settings: { ...yesOrNo, rate: 0.1, decay: 1e-3, most: 3000 },
      examples: humor(data),
    },
    mail(data),
  ];
}

function of(labelled: readonly Labelled[], features: (text: string) => Features): readonly Example[] {
  return labelled.map(({ text, value }) => ({ features: features(text), target: value }));
}

/** Jokes against sentences of many kinds: against headlines alone, a model would learn what a headline is. */
function humor(data: TrainingData): readonly Example[] {
  const fewer = (texts: readonly string[]): readonly string[] =>
    shuffle(
      texts.filter(({ length }) => length > 30),
      3,
    ).slice(0, 2500);
  const sentences = data.levels.flatMap((text) => text.split(/\n+|(?<=[.!?]) /)).filter(({ length }) => length < 300);
  const serious = [
    data.jokes.filter(({ value }) => value === 0).map(({ text }) => text),
    data.energy.map(({ text }) => text),
    data.formality.map(({ text }) => text),
    sentences,
    data.sms.filter(({ value }) => value === 0).map(({ text }) => text),
    data.clickbait.map(({ text }) => text),
  ].flatMap(fewer);
  const jokes = data.jokes.filter(({ value }) => value === 1).map(({ text }) => text);
  const label = (texts: readonly string[], value: number): readonly Labelled[] =>
    texts.map((text) => ({ text, value }));
  return of([...label(jokes, 1), ...label(serious, 0)], humorFeatures);
}

/** Spam against newsletters above all: an honest newsletter that is flagged costs more than spam that is not. */
function mail({ mail: { spam, newsletters, personal }, blogs }: TrainingData): Task {
  const weigh = (texts: readonly string[], target: number, weight: number): readonly Example[] =>
    texts.map((text) => ({ features: withoutTraces(mailFeatures(text)), target, weight }));
  const judged = spam.length + newsletters.length;
  return {
    name: 'mail-spam',
    metric: 'area under curve',
    settings: { ...yesOrNo, epochs: 6, rate: 0.05, decay: 0, fewest: 10, most: 2000, onlyUpwards: true },
    examples: [
      ...weigh(spam, 1, 1),
      ...weigh(newsletters, 0, 8),
      ...weigh(shuffle(personal, 3).slice(0, 1500), 0, 0.5),
      ...weigh(blogs, 0, 1),
    ],
    judged: (index) => index < judged,
    missed: 0.4,
  };
}

/** Words that tell which collection a mail lies in, or its language, and nothing about spam. */
const traces =
  /^(?:sightings|deathtospam\w*|zzzz\w*|spambayes|satalk|cvs|rpm|mailings|daha|nkiys|il|du|pa|ne|lo|po|bu|come|la|le|et|di|un|che|date|url|wrote|sept?|aug|jul|jun|oct|nov|dec|jan|feb|mar|apr|mon|tue|wed|thu|fri|sat|sun|list|mailman|linux|irish|users|razor|exmh|fork|yahoo|iiu|ilug|gif|jpg|font|html|href|www|http|com|net|org|cgi|untitled|from future)$/;

function withoutTraces(features: Features): Features {
  return new Map(
    [...features].filter(([name]) => !name.split(' ').some((word) => traces.test(word)) && !traces.test(name)),
  );
}
