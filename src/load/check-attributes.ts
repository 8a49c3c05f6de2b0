import { finding, type Finding } from '../core/finding.ts';
import type { Tree, TreeEntry } from '../core/ports.ts';
import { attributesOf, parseAttributes, type AttributeRule } from './git-attributes.ts';
import { limits } from './limits.ts';

const media = /\.(?:png|jpe?g|gif|webp)$/i;

/**
 * Git attributes that hide a change of these files from reviewers or change them on the way. Inside `executions/` and
 * `brands/` no attributes are allowed at all; those at the root may not concern these files.
 */
export async function checkAttributes(
  tree: Tree,
  folder: string,
  entries: readonly TreeEntry[],
): Promise<readonly Finding[]> {
  const inside = entries.map(({ path }) => path).filter((path) => /(?:^|\/)\.gitattributes$/i.test(path));
  const above = await Promise.all(
    foldersAbove(folder).map(async (one) => {
      const path = `${one}/.gitattributes`;
      return (await tree.read(path, 1)) === null ? [] : [path];
    }),
  );
  const files = [...above.flat(), ...inside].map((path) => finding('path/attributes-file', { path }, { file: path }));
  return [...files, ...(await checkRoot(tree, entries))];
}

async function checkRoot(tree: Tree, entries: readonly TreeEntry[]): Promise<Finding[]> {
  const file = '.gitattributes';
  const bytes = await tree.read(file, limits.yamlBytes);
  if (bytes === null) return [];
  if (bytes.length > limits.yamlBytes) {
    return [finding('path/git-attributes', { path: file, attribute: 'too large to read' }, { file })];
  }
  const rules = parseAttributes(new TextDecoder().decode(bytes));
  const seen = new Set<string>();
  return entries.flatMap(({ path }) => {
    const bad = harmful(path, rules);
    if (bad === null || seen.has(`${bad.line} ${bad.attribute}`)) return [];
    seen.add(`${bad.line} ${bad.attribute}`);
    return [finding('path/git-attributes', { path, attribute: bad.attribute }, { file, line: bad.line, column: 1 })];
  });
}

function harmful(path: string, rules: readonly AttributeRule[]): { attribute: string; line: number } | null {
  const attributes = attributesOf(path, rules);
  for (const name of ['linguist-generated', 'working-tree-encoding', 'filter', 'ident', 'diff']) {
    const set = attributes.get(name);
    if (set === undefined || !isHarmful(name, set.value, path)) continue;
    return { attribute: set.value === 'unset' ? `-${name}` : name, line: set.line };
  }
  return null;
}

/** An image has no lines to show, so that `*.png binary` harms nobody. */
function isHarmful(name: string, value: string, path: string): boolean {
  if (value === 'unspecified') return false;
  if (name === 'diff') return value === 'unset' && !media.test(path);
  return value !== 'unset' && value !== 'false';
}

function foldersAbove(folder: string): readonly string[] {
  const parts = folder.split('/');
  return parts.slice(0, -1).map((_, index) => parts.slice(0, index + 1).join('/'));
}
