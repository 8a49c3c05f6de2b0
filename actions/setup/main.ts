import { runAction } from '../../src/cli/action/run-action.ts';

void runAction('setup', async () => (await import('../../src/cli/action/setup-action.ts')).setupAction);
