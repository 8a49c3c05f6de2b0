import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { commandLine } from '../support/command-line.ts';

const root = join(import.meta.dirname, '../..');
let folder = '';
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'mergecast-policy-'));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

async function run(words: readonly string[]) {
  return commandLine(['policy', ...words, '--repo', root], { cwd: folder });
}

async function cases(name: string, text: string): Promise<string> {
  await writeFile(join(folder, name), text);
  return name;
}

describe('mergecast policy test', () => {
  it('finds the policy of this repository as its cases expect', async () => {
    const { code, stdout } = await run(['test']);
    expect(stdout).toMatch(/cases, all as expected\.\n$/);
    expect(code).toBe(0);
  });

  it('says of each case what is otherwise than expected, and ends with 1', async () => {
    const file = await cases(
      'wrong.yaml',
      `version: 1
cases:
  - name: Grace approves for the bikes
    given:
      brand: northwind-bikes
      author: jonas.weiss@northwind-bikes.example
      reviews: [{ by: grace.lin@harborsavings.example }, { by: jonas.weiss@northwind-bikes.example }]
    expect:
      approved: true
      counted: [grace.lin@harborsavings.example]
      missing: []
      ignored: { ines.roth@northwind-bikes.example: wrote, jonas.weiss@northwind-bikes.example: older than }
      findings: [approval/changes-requested]
`,
    );
    const { code, json } = await run(['test', file, '--format', 'json']);
    const { verdict, cases: found } = json<{ verdict: string; cases: { file: string; ok: boolean; differences: string[] }[] }>(); // prettier-ignore
    expect([code, verdict, found[0]?.file, found[0]?.ok]).toEqual([1, 'fail', file, false]);
    expect(found[0]?.differences).toEqual([
      expect.stringMatching(/^it is not approved: Brand: 1 more approval is missing/),
      'these count: nobody and nothing; expected: grace.lin@harborsavings.example',
      'these are missing: Brand; expected: nobody and nothing',
      'ines.roth@northwind-bikes.example is not ignored',
      expect.stringMatching(/^jonas.weiss@northwind-bikes.example is ignored for another reason: wrote part of it/),
      'approval/changes-requested is not reported; reported: approval/missing',
    ]);
    expect((await run(['test', file])).stdout).toMatch(/FAIL {2}Grace approves[^]*1 case, 1 otherwise than expected/);
  });

  it('says where a file is wrong, and that a file is not there', async () => {
    const file = await cases('typo.yaml', 'version: 1\ncases:\n  - name: x\n    given: { brand: a }\n    expct: {}\n');
    const typo = await run(['test', file]);
    expect(typo.code).toBe(1);
    expect(typo.stderr).toMatch(/typo\.yaml:5[^]*expect/);
    expect((await run(['test', 'none.yaml'])).stderr).toContain('none.yaml');
  });
});

describe('mergecast policy explain', () => {
  it('says of each rule whether it applies and why, and who can meet it', async () => {
    const { code, json } = await run(['explain', join(root, 'executions/harbor-savings/2027-01/certificate-rates'), '--format', 'json']); // prettier-ignore
    const { executions } = json<{ executions: { rules: { rule: string; applies: boolean; conditions: object[]; missing: object[] }[] }[] }>(); // prettier-ignore
    expect(code).toBe(0);
    const rules = executions[0]?.rules ?? [];
    expect(rules.map(({ rule, applies }) => `${rule} ${applies}`)).toEqual(['Brand false', 'Money false', 'Brand true', 'Compliance true']); // prettier-ignore
    expect(rules[0]?.conditions).toEqual([{ asks: 'brand is northwind-bikes', has: 'harbor-savings', holds: false }]);
    expect(rules[3]?.missing).toEqual([
      { what: 'one approval', whoCan: ['tom.berg@harborsavings.example', 'aylin.kaya@harborsavings.example'] },
    ]);
  });

  it('ends with 1 where there is nothing to explain', async () => {
    const { code, stderr } = await run(['explain', 'executions/nobody']);
    expect(code).toBe(1);
    expect(stderr).toContain('executions/nobody');
  });
});
