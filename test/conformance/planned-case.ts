import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { ActionCase } from '../../src/core/action-case.ts';
import type { Action, Connector } from '../../src/core/contract.ts';
import { actions, connectors } from '../../src/generated/registry.ts';
import type { Plan, Step } from '../../src/generated/types/plan.ts';
import { brandForTest, executionForTest } from '../../src/plan/execution-for-test.ts';
import { planExecution } from '../../src/plan/index.ts';
import type { Result } from '../../src/core/result.ts';

/** An example of an action with what the planner makes of it. */
export interface PlannedCase {
  readonly title: string;
  readonly uses: string;
  readonly example: ActionCase;
  readonly connector: Connector;
  readonly action: Action;
  readonly step: Step;
  readonly plan: Plan;
}

const repository = '9d8f1a50-52a1-4a51-9d0f-3d5f6f1c2b3a';

/** Where the cases of an action lie. */
export function casesFile(uses: string): string {
  const [connector = '', action = ''] = uses.split('/');
  return join(import.meta.dirname, `../../src/connectors/${connector}/cases/${action}.ts`);
}

/** Every case of every action that steps can use. */
export async function allCases(): Promise<readonly PlannedCase[]> {
  const found = await Promise.all(
    Object.keys(actions)
      .filter((uses) => existsSync(casesFile(uses)))
      .map(async (uses) => {
        const { cases } = (await import(casesFile(uses))) as { cases: readonly ActionCase[] };
        return Promise.all(cases.map((example) => plannedCase(uses, example)));
      }),
  );
  return found.flat();
}

async function plannedCase(uses: string, example: ActionCase): Promise<PlannedCase> {
  const connector = await connectors[uses.split('/')[0] ?? '']?.();
  const action = await actions[uses]?.load();
  if (connector === undefined || action === undefined) throw new Error(`no ${uses}`);
  const plan = await planOf(uses, connector, example);
  const [step] = plan.ok ? plan.value.effects.steps : [];
  if (!plan.ok || step === undefined)
    throw new Error(`${uses} cannot be planned: ${plan.ok ? 'no step' : JSON.stringify(plan.error)}`);
  return { title: `${uses} ${example.name}`, uses, example, connector, action, step, plan: plan.value };
}

/** Plans a case as an execution of one step; the brand has one connection. */
export function planOf(uses: string, connector: Connector, example: ActionCase): Promise<Result<Plan>> {
  const step = { id: 'it', uses, connection: 'there', needs: [], input: example.input };
  const secrets = Object.fromEntries(
    connector.secrets.map((role) => [role, `TEST_${role.replace('-', '_').toUpperCase()}`]),
  );
  const there = { platform: connector.id, secrets, ...example.connection };
  const brand = brandForTest({ connections: { there } });
  return planExecution(executionForTest([step]), brand, repository, { actions, connectors });
}
