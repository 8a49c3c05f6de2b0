import type { SandboxPart } from './kit/index.ts';

/** The names of every platform's operations, as faults and effects use them. */
export function operationNames(parts: ReadonlyMap<string, SandboxPart>): ReadonlyMap<string, readonly string[]> {
  return new Map([...parts].map(([id, part]) => [id, namesOf(part)]));
}

function namesOf(part: SandboxPart): string[] {
  const names = part.routes.flatMap(
    ({ operation, operations }) => operations ?? (typeof operation === 'string' ? [operation] : []),
  );
  return [...new Set(names)];
}
