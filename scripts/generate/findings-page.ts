import { catalogue } from '../../src/core/findings/catalogue.ts';
import type { FindingTemplate } from '../../src/core/finding.ts';

const head = `# Findings

Every problem that mergecast reports, by its permanent code. **block** stops an execution, **cannot-verify** stops it too because
unknown is never a pass, **warn** and **suggest** do not. Names in ‹these marks› stand for what the finding is about.

This page is generated from the catalogue in \`src/core/findings/\` by \`npm run generate\`; do not edit it.
`;

/** docs/findings.md: what each code means, with its words. */
export function findingsPage(): Map<string, string> {
  const codes = Object.entries(catalogue as unknown as Record<string, FindingTemplate<unknown>>).toSorted(([a], [b]) =>
    a < b ? -1 : 1,
  );
  const areas = [...new Set(codes.map(([code]) => code.split('/')[0] ?? ''))];
  const sections = areas.map((area) =>
    sectionOf(
      area,
      codes.filter(([code]) => code.startsWith(`${area}/`)),
    ),
  );
  return new Map([['docs/findings.md', [head, ...sections].join('\n')]]);
}

function sectionOf(area: string, codes: readonly [string, FindingTemplate<unknown>][]): string {
  return [`## ${area}`, '', ...codes.flatMap(([code, template]) => entryOf(code, template))].join('\n');
}

function entryOf(code: string, template: FindingTemplate<unknown>): string[] {
  const sample = sampleOf('parameters');
  return [
    `### ${code}`,
    '',
    `**${template.severity}**. ${template.explanation}`,
    '',
    `- Says: ${template.message(sample)}`,
    `- Hint: ${template.hint(sample)}`,
    '',
  ];
}

/** Stands for parameters of any type: shows its name, reads as a list of one, and every field of it is a sample too. */
function sampleOf(name: string): unknown {
  const shown = `‹${name}›`;
  const list = [shown];
  return new Proxy(list, {
    get(target, key) {
      if (key === Symbol.toPrimitive) return () => shown;
      if (name === 'parameters' && typeof key === 'string') return sampleOf(key);
      if (key in target) return bound(target, key);
      if (key in String.prototype) return bound(shown, key);
      return typeof key === 'string' ? sampleOf(key) : undefined;
    },
  });
}

function bound(owner: object | string, key: PropertyKey): unknown {
  const value: unknown = Reflect.get(Object(owner) as object, key);
  return typeof value === 'function' ? (value.bind(owner) as unknown) : value;
}
