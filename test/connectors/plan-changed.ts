import type { ActionCase } from '../../src/core/action-case.ts';
import type { Finding } from '../../src/core/finding.ts';
import { actions, connectors } from '../../src/generated/registry.ts';
import type { PlannedCase } from '../conformance/planned-case.ts';
import { casesFile, planOf } from '../conformance/planned-case.ts';

/** The first example of an action with some of its input or connection changed, planned; or what is wrong with it. */
export async function planChanged(
  uses: string,
  input: object = {},
  connection: ActionCase['connection'] = {},
): Promise<PlannedCase | readonly Finding[]> {
  const { cases } = (await import(casesFile(uses))) as { cases: readonly ActionCase<object>[] };
  const [first] = cases;
  const connector = await connectors[uses.split('/')[0] ?? '']?.();
  const action = await actions[uses]?.load();
  if (first === undefined || connector === undefined || action === undefined) throw new Error(`no ${uses}`);
  const example = {
    ...first,
    input: { ...first.input, ...input },
    connection: { ...first.connection, ...connection },
  };
  const plan = await planOf(uses, connector, example);
  const step = plan.ok ? plan.value.effects.steps[0] : undefined;
  if (!plan.ok || step === undefined) return plan.ok ? [] : plan.error;
  return { title: uses, uses, example, connector, action, step, plan: plan.value };
}

/** Planned, or the test ends. */
export async function mustPlan(...asked: Parameters<typeof planChanged>): Promise<PlannedCase> {
  const planned = await planChanged(...asked);
  if ('step' in planned) return planned;
  throw new Error(JSON.stringify(planned));
}

/** Codes and evidence of what is wrong. */
export async function problemsOf(...asked: Parameters<typeof planChanged>): Promise<unknown[]> {
  const planned = await planChanged(...asked);
  return 'step' in planned ? [] : planned.map(({ code, evidence }) => [code, evidence]);
}
