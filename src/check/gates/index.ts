import type { Gate } from '../types.ts';
import { alreadyRan } from './already-ran.ts';
import { approvalLifetime } from './approval-lifetime.ts';
import { audienceMaximum } from './audience-maximum.ts';
import { budget } from './budget.ts';
import { campaign } from './campaign.ts';
import { consent } from './consent.ts';
import { evidence } from './evidence.ts';
import { schedulePast } from './schedule-past.ts';
import { scheduleWindow } from './schedule-window.ts';
import { secretsBound } from './secrets-bound.ts';
import { templateText } from './template-text.ts';

/** All gates of one execution, in the order in which their findings are shown. */
export const gates: readonly Gate[] = [
  alreadyRan,
  secretsBound,
  evidence,
  consent,
  audienceMaximum,
  budget,
  schedulePast,
  scheduleWindow,
  approvalLifetime,
  campaign,
  templateText,
];
