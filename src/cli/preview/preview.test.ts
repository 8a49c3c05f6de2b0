import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { handle } from '../handlers/preview.ts';
import type { Io } from '../io.ts';

const repo = fileURLToPath(new URL('../../../', import.meta.url));
const execution = 'executions/northwind-bikes/2027-03/spring-is-here';
let folder: string;
beforeAll(async () => void (folder = await mkdtemp(join(tmpdir(), 'preview-test-'))));
afterAll(() => rm(folder, { recursive: true }));

function recorder() {
  const said = { out: '', err: '' };
  const io: Io = {
    stdout: (text) => void (said.out += text),
    stderr: (text) => void (said.err += text),
    env: {},
    cwd: folder,
    colour: false,
    progress: () => {},
  };
  return { io, said };
}

it('writes what people will see of a sample into a page, pictures included', async () => {
  const { io, said } = recorder();
  expect(await handle(execution, { repo, output: 'new/page.html', format: 'json' }, io)).toBe(0);
  const { version, digest, file, previews } = JSON.parse(said.out) as {
    version: number; digest: string; file: string; previews: { step: string }[];
  }; // prettier-ignore
  expect({ version, file }).toEqual({ version: 1, file: join(folder, 'new/page.html') });
  expect(previews.map(({ step }) => step)).toEqual(['blog', 'ads', 'email']);
  const page = await readFile(file, 'utf8');
  expect(page).toContain(digest);
  expect(page).toMatch(/<img src="data:image\/png;base64,iVBOR[^"]+" alt="Three bikes/);
  expect(page.match(/<iframe sandbox=""/g)).toHaveLength(3);
});

it('says where a page lies that nobody named', async () => {
  const { io, said } = recorder();
  expect(await handle(execution, { repo }, io)).toBe(0);
  const file = said.out.trim().split('\n').at(-1) ?? '';
  expect(file).toMatch(/spring-is-here\.html$/);
  expect(await readFile(file, 'utf8')).toContain('<!doctype html>');
  await rm(join(file, '..'), { recursive: true });
});

it('names what stands in the way', async () => {
  const { io, said } = recorder();
  expect(await handle('executions/nobody', { repo }, io)).toBe(1);
  expect(said.err).toContain('command/not-found');
});
