import { runAction } from '../../src/cli/action/run-action.ts';

void runAction('check', async () => (await import('../../src/cli/action/check-action.ts')).checkAction);
