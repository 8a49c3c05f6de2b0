import { existsSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { canonicalJson } from '../../src/core/canonical.ts';
import { placeholdersIn } from '../../src/core/template.ts';
import { actions, connectors } from '../../src/generated/registry.ts';
import type { Operation } from '../../src/generated/types/plan.ts';
import { allCases, casesFile, planOf } from './planned-case.ts';

const planned = await allCases();

describe('every action', () => {
  it.each(Object.keys(actions))('%s has an example', (uses) => {
    expect(existsSync(casesFile(uses)), casesFile(uses)).toBe(true);
  });

  it.each(Object.keys(actions))('%s says of itself what its folder and its schema say', async (uses) => {
    const registered = actions[uses];
    const action = await registered?.load();
    const [id = '', name] = uses.split('/');
    const connector = await connectors[id]?.();
    expect([action?.id, connector?.id, connector?.actions]).toEqual([uses, id, expect.arrayContaining([name])]);
    expect(action?.references).toEqual(registered?.references);
    expect(action?.version).toBeGreaterThanOrEqual(1);
    for (const { source, readOn, maximum } of action?.limits ?? [])
      expect([source, readOn, maximum]).toEqual([
        expect.stringMatching(/.{10}/),
        expect.stringMatching(/^\d{4}-\d\d-\d\d$/),
        expect.any(Number),
      ]);
  });
});

describe.each(planned)('$title', ({ uses, example, connector, action, step, plan }) => {
  it('gives equal bytes twice, and leaves its input as it was', async () => {
    const frozen = deepFreeze(structuredClone(example));
    const again = await planOf(uses, connector, frozen);
    expect(again.ok && canonicalJson(again.value)).toBe(canonicalJson(plan));
    expect(frozen).toEqual(example);
  });

  it('makes these bytes of this input: when they change, raise the version of the action', () => {
    const { version, operations, outputs, audience, spend } = step;
    expect({ version, operations, outputs, audience, spend }).toMatchSnapshot();
  });

  it('has exactly one activate, last, and nothing before it that anybody notices', () => {
    const phases = step.operations.map(({ phase }) => phase);
    expect(phases).toEqual([...phases.slice(1).map(() => 'prepare'), 'activate']);
    expect(step.operations.slice(0, -1).map(({ effect }) => effect)).toEqual(phases.slice(1).map(() => 'inert'));
    expect(step.operations.at(-1)?.effect).not.toBe('inert');
    expect(new Set(step.operations.map(({ id }) => id)).size).toBe(phases.length);
  });

  it('uses only receipts of earlier operations, and says so', () => {
    step.operations.forEach((operation, index) => {
      const earlier = step.operations.slice(0, index).map(({ id }) => id);
      const used = placeholdersIn(operation.request).filter(({ from }) => from === 'operation');
      expect(earlier).toEqual(expect.arrayContaining(operation.needs));
      expect(operation.needs).toEqual(expect.arrayContaining(used.map(({ of }) => of)));
      expect(placeholdersIn(operation.request).map(({ from }) => from)).not.toContain('receipt');
    });
    const ids = step.operations.map(({ id }) => id);
    expect(ids).toEqual(expect.arrayContaining(Object.values(step.outputs).map(({ operation }) => operation)));
    expect(Object.keys(action.outputs).toSorted()).toEqual(Object.keys(step.outputs).toSorted());
  });

  it('can read every answer, and look for everything that it says can be looked for', () => {
    for (const { kind, provider, undo } of step.operations) {
      expect(action.operations, kind).toHaveProperty([kind, 'interpret']);
      if (provider.class === 'P') expect(action.operations, kind).toHaveProperty([kind, 'probe']);
      for (const back of undo) expect(action.operations, back.kind).toHaveProperty([back.kind, 'interpret']);
    }
  });

  it('says how far it can be taken back, and means it', () => {
    expect(action.reversibility).toBe(step.reversibility);
    const activate = step.operations.at(-1);
    if (step.reversibility === 'none') expect(activate?.undo).toEqual([]);
    else expect(activate?.undo.length).toBeGreaterThan(0);
    expect(step['undo-in-words']).toMatch(/^[A-Z].+\.$/);
  });

  it('shows in its preview what people will get, and loads nothing from elsewhere', () => {
    const previews = action.preview(step);
    const text = previews.map((preview) => preview.text).join('\n');
    const html = previews.map((preview) => preview.html).join('\n');
    for (const words of example.words) {
      expect(text).toContain(words);
      expect(html).toContain(words.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;'));
    }
    expect(html).not.toMatch(/<(?:script|iframe|object|embed|link|base|form)\b|\son\w+\s*=/i);
    expect(html).not.toMatch(/(?<![-\w])(?:src|srcset|background|poster)\s*=\s*["']?(?!data:)|(?<!-)url\(/i);
  });

  it('keeps secrets out of the plan', () => {
    expect(Object.keys(step.connection.secrets)).toEqual([...connector.secrets]);
    expect(headersOf(step.operations)).not.toMatch(/authorization|token|secret|cookie/i);
  });
});

function headersOf(operations: readonly Operation[]): string {
  const requests = operations.flatMap(({ request, undo }) => [request, ...undo.map((back) => back.request)]);
  return requests.flatMap(({ headers, query }) => Object.keys({ ...headers, ...query })).join(' ');
}

function deepFreeze<T>(value: T): T {
  if (typeof value === 'object' && value !== null && !(value instanceof Uint8Array)) {
    Object.values(value).forEach(deepFreeze);
    Object.freeze(value);
  }
  return value;
}
