import { runAction } from '../../src/cli/action/run-action.ts';

void runAction('execute', async () => (await import('../../src/cli/action/execute-action.ts')).executeAction);
