import { describe, expect, it } from 'vitest';
import { finding } from '../core/finding.ts';
import { findingJson } from './finding-json.ts';

describe('a finding for programs', () => {
  const link = { file: 'executions/acme/2027-03/a/link.md' };

  it('stands at the beginning of a file that it concerns as a whole', () => {
    expect(findingJson(finding('git/missing', {}, link))).toMatchObject({ ...link, line: 1, column: 1 });
  });

  it('keeps its own place', () => {
    const place = { ...link, line: 4, column: 7 };
    expect(findingJson(finding('git/missing', {}, place))).toMatchObject(place);
  });

  it('says that it has no place where it concerns no file', () => {
    expect(findingJson(finding('git/missing', {}))).toMatchObject({ file: null, line: null, column: null });
  });
});
