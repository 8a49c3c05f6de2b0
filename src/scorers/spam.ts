import type { Scorer, TextKind } from '../core/scorer.ts';
import { shortTextFeatures } from './features/clickbait.ts';
import { mailFeatures } from './features/mail.ts';
import { isEnglish } from './model/is-english.ts';
import { linearModel, zeroToHundred, type Features, type LinearModel } from './model/linear-model.ts';
import mailData from './models/mail-spam.json' with { type: 'json' };
import smsData from './models/sms-spam.json' with { type: 'json' };

interface Judge {
  readonly features: (text: string) => Features;
  readonly model: LinearModel;
}

const sms: Judge = { features: shortTextFeatures, model: linearModel(smsData) };
const mail: Judge = { features: mailFeatures, model: linearModel(mailData) };
const messages: ReadonlySet<TextKind> = new Set(['sms', 'whatsapp']);

/** How much a message sounds like spam, 0 to 100, 50 is flagged: short messages after the UCI SMS collection, others after SpamAssassin's, newsletters first. */
export const scorer: Scorer<number> = {
  id: 'spam',
  title: 'Spam likeness',
  rubric: 'spam-1',
  score: ({ kind, blocks }) => {
    const text = blocks.join('\n');
    const { features, model } = messages.has(kind) ? sms : mail;
    if ((text.match(/\p{L}+/gu)?.length ?? 0) < 2) return { is: 'insufficient-evidence', why: 'there are no words' };
    if (!isEnglish(text))
      return {
        is: 'insufficient-evidence',
        why: 'the text does not look like English, and there is no model of other languages',
      };
    const found = features(text);
    const value = zeroToHundred(model.predict(found), model.data);
    const reasons = model.reasons(found, 1);
    return {
      is: 'scored',
      value,
      evidence: reasons.length === 0 ? [] : [`as spam often has: ${reasons.join(', ')}`],
      improve: value < 50 ? [] : ['Say the same without these words.'],
    };
  },
};
