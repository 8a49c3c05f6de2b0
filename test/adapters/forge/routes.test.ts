import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';

const root = join(import.meta.dirname, '../../..');
const folder = join(root, 'src/adapters/forge');
/** GitHub's OpenAPI description as types; paths are keys, and methods keys below them that are not `never`. */
const description = readFileSync(join(root, 'node_modules/@octokit/openapi-types/types.d.ts'), 'utf8');
const paths = description.slice(0, description.indexOf('export type webhooks'));

const sources = readdirSync(folder, { recursive: true, encoding: 'utf8' })
  .filter((file) => file.endsWith('.ts') && !file.includes('test') && !file.includes('gitea'))
  .map((file) => readFileSync(join(folder, file), 'utf8'))
  .join('\n');
/** Asked of Gitea only, or no part of the REST interface. */
const elsewhere = new Set(['GET /repos/{owner}/{repo}/commits/{sha}/pull', 'POST /graphql']);
const routes = [...sources.matchAll(/route: '((?:GET|POST|PATCH|PUT|DELETE) \/[^']+)'/g)].flatMap(([, route = '']) => elsewhere.has(route) ? [] : [route]); // prettier-ignore

describe('what is asked of GitHub', () => {
  it('is looked at', () => expect(routes.length).toBeGreaterThan(30));

  it.each([...new Set(routes)])('%s is in its description', (route) => {
    const [method = '', path = ''] = route.split(' ');
    const pattern = path.replaceAll(/[.*+?^$()|[\]\\]/g, '\\$&').replaceAll(/\{\w+\}/g, '\\{[^}]+\\}');
    const at = new RegExp(`^  "${pattern}": \\{$`, 'm').exec(paths);
    expect(at, path).not.toBeNull();
    const entry = paths.slice(at?.index, paths.indexOf('\n  };', at?.index));
    expect(entry).toMatch(new RegExp(`^    ${method.toLowerCase()}: operations`, 'm'));
  });
});
