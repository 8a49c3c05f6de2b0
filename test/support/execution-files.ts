import { memoryTree, type MemoryFile } from './memory-tree.ts';
import type { Finding } from '../../src/core/finding.ts';
import type { Tree } from '../../src/core/ports.ts';
import type { Result } from '../../src/core/result.ts';
import { actions } from '../../src/generated/registry.ts';
import { actionCatalogue, loadExecution } from '../../src/load/index.ts';
import type { ActionCatalogue, LoadedExecution } from '../../src/load/types.ts';

export const folder = 'executions/acme/2027-03/spring';
export const catalogue: ActionCatalogue = actionCatalogue({ actions });

/** A PNG of one pixel by one, or of any size: only the header counts. */
export function pngForTest(width = 1, height = 1): Uint8Array {
  const bytes = new Uint8Array(64);
  bytes.set([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 13, 0x49, 0x48, 0x44, 0x52]);
  new DataView(bytes.buffer).setUint32(16, width);
  new DataView(bytes.buffer).setUint32(20, height);
  return bytes;
}

export const manifest = `version: 1
id: 01JD8Q6C9V5Y3M7R2T4W8X0ZAB
generation: 1
brand: acme
summary: Spring is here
steps:
  blog:
    uses: wordpress/publish-post
    connection: main-site
    with:
      title: Spring is here
      slug: spring-is-here
      content: ./blog.md
      image: { file: ./bikes.png, alt: Three bikes }
  ads:
    uses: google-ads/launch-search-campaign
    needs: [blog]
    connection: ads
    with:
      budget: { daily: 40.00 EUR, total: 400.00 EUR }
      final-url: https://acme.example/
      ads: ./ads.yaml
`;

const adsFile = `headlines: [One, Two, Three]
descriptions: [First description, Second description]
keywords:
  - { text: bike, match: exact }
`;

export type Files = Record<string, MemoryFile | null>;

/** A good execution; `changes` replace its files (paths relative to the folder, or from the root with a leading /). */
export function filesForTest(changes: Files = {}): Record<string, MemoryFile> {
  const files: Files = {
    'execution.yaml': manifest,
    'blog.md': '# Spring\n\nHello.\n',
    'bikes.png': pngForTest(),
    'ads.yaml': adsFile,
    ...changes,
  };
  return Object.fromEntries(
    Object.entries(files).flatMap(([name, file]) =>
      file === null ? [] : [[name.startsWith('/') ? name.slice(1) : `${folder}/${name}`, file]],
    ),
  );
}

/** Loads the good execution with changes. */
export async function loadForTest(
  changes: Files = {},
  kind: Tree['kind'] = 'commit',
): Promise<Result<LoadedExecution>> {
  return loadExecution(memoryTree(filesForTest(changes), kind), folder, catalogue);
}

/** `code file:line:column` of everything that was found, warnings too. */
export function seenIn(result: Result<{ readonly findings: readonly Finding[] }>): readonly string[] {
  const findings = result.ok ? result.value.findings : result.error;
  return findings.map(({ code, file, line, column }) => {
    const place = [file?.replace(`${folder}/`, ''), line, column].filter((part) => part !== undefined).join(':');
    return `${code} ${place}`.trim();
  });
}
