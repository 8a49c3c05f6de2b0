import { describe, expect, it } from 'vitest';
import { sandboxFixture } from '../support/sandbox-fixture.ts';
import { conduct, setScene } from './conduct-step.ts';
import { allCases } from './planned-case.ts';
import { describeRequest, hasDescriptions } from './vendor-descriptions.ts';

const described = ['slack', 'sendgrid', 'google-ads'];
const planned = (await allCases()).filter(({ connector }) => described.includes(connector.id));

if (!hasDescriptions)
  process.stderr.write("SKIPPED: the vendors' descriptions are not here, so no request was compared with them.\n");

describe.runIf(hasDescriptions).each(planned)('$title', (one) => {
  const { step, connector } = one;

  it('sends what the vendor describes, and the stand-in answers so', async () => {
    const server = await sandboxFixture();
    await setScene(server, one);
    const conductor = conduct(server, one);
    const backwards = step.operations.toReversed().filter(({ undo }) => undo.length > 0);
    const calls = [
      ...step.operations.map((operation) => ({ operation, direction: 'do' as const })),
      ...backwards.map((operation) => ({ operation, direction: 'undo' as const })),
    ];
    for (const { operation, direction } of calls) {
      const { request, answer } = await conductor.make(operation, direction);
      const description = describeRequest(connector.id, request.method, request.path);
      expect(description, `${request.method} ${request.path}`).not.toBeNull();
      expect(description?.body?.(request.json) ?? [], operation.id).toEqual([]);
      if (answer.is !== 'answer' || answer.text === '') continue;
      const check = description?.answers.get(String(answer.status));
      expect(check?.(JSON.parse(answer.text)) ?? [], `answer to ${operation.id}`).toEqual([]);
    }
  });
});
