import type { Action } from '../core/contract.ts';
import type { Finding } from '../core/finding.ts';
import { combine, failure, success, type Result } from '../core/result.ts';
import type { Step } from '../generated/types/plan.ts';
import type { LoadedBrand, LoadedExecution } from '../load/types.ts';
import { assembleContext } from './assemble-context.ts';
import type { FindOutput } from './fill-template.ts';
import type { RenderMarkdown } from './render-content.ts';
import type { AssembledStep, ResolvedStep } from './types.ts';
import { walkInput } from './walk-input.ts';

/** Asks every action for its requests. Problems of all steps are returned together. */
export async function assembleSteps(
  steps: readonly ResolvedStep[],
  execution: LoadedExecution,
  brand: LoadedBrand,
  actions: ReadonlyMap<string, Action>,
): Promise<Result<AssembledStep[]>> {
  const findOutput: FindOutput = (step, output) => actions.get(step)?.outputs[output];
  const render = await rendererFor(steps);
  return combine(
    steps.map((resolved): Result<AssembledStep> => {
      const { context, findings } = assembleContext(resolved, execution, brand, findOutput, render);
      const result = resolved.action.assemble(resolved.input, context);
      const problems = distinct([...findings, ...(result.ok ? [] : result.error)]);
      if (!result.ok || problems.length > 0) return failure(problems);
      const { words: _words, ...plan } = result.value;
      const { id, uses, needs, connection, action } = resolved;
      const step: Step = { ...plan, id, uses, version: action.version, needs: [...needs], connection };
      return success({ resolved, plan: result.value, step });
    }),
  );
}

/** The Markdown library is loaded only where there is Markdown. */
async function rendererFor(steps: readonly ResolvedStep[]): Promise<RenderMarkdown> {
  const isNeeded = steps.some(({ input }) =>
    walkInput(input).some((node) => node.is === 'content' && node.content.format === 'markdown'),
  );
  if (isNeeded) return (await import('./render-markdown.ts')).renderMarkdown;
  return () => {
    throw new Error('Markdown that no input holds');
  };
}

/** The same content may be rendered for several requests. */
function distinct(findings: readonly Finding[]): Finding[] {
  return [...new Map(findings.map((one) => [JSON.stringify(one), one])).values()];
}
