import { finding, type Finding } from '../core/finding.ts';
import { failure, success, type Result } from '../core/result.ts';
import { limits } from './limits.ts';
import { decodeText } from './normalise-text.ts';

/** JSON that a program wrote and nobody trusts all the same: bounded in depth, without dangerous keys or half characters. */
export function parseJsonRecord(bytes: Uint8Array, file: string): Result<unknown> {
  const text = decodeText(bytes, file);
  if (!text.ok) return text;
  if (isTooDeep(text.value)) return failure([finding('yaml/too-deep', { maximum: limits.yamlDepth }, { file })]);
  const problems: Finding[] = [];
  try {
    const value: unknown = JSON.parse(text.value, (key, part: unknown) => {
      if (/^(?:__proto__|constructor|prototype)$/.test(key))
        problems.push(finding('yaml/forbidden-key', { key }, { file }));
      if (typeof part === 'string' && !part.isWellFormed())
        problems.push(finding('text/lone-surrogate', { codePoint: 'U+D800' }, { file }));
      return part;
    });
    return problems.length > 0 ? failure(problems.slice(0, limits.problems)) : success(value);
  } catch {
    return failure([finding('yaml/not-json', {}, { file })]);
  }
}

function isTooDeep(text: string): boolean {
  let depth = 0;
  for (const [sign] of text.matchAll(/"(?:[^"\\]|\\.)*"|[[\]{}]/gs)) {
    if (sign === '[' || sign === '{') depth += 1;
    else if (sign === ']' || sign === '}') depth -= 1;
    if (depth > limits.yamlDepth) return true;
  }
  return false;
}
