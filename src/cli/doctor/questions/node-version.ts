import { finding } from '../../../core/finding.ts';
import { isOlder } from '../is-older.ts';
import type { Question } from '../types.ts';

const needed = '20.19';

export const nodeVersion: Question = {
  code: 'doctor/old-node',
  fine: ({ local }) => `Node.js ${local.node} is new enough.`,
  ask: ({ local }) =>
    isOlder(local.node, needed) ? finding('doctor/old-node', { version: local.node, needed }) : null,
};
