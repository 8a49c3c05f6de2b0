import type { Commit } from '../../core/ports.ts';
import type { ObjectReader } from './object-reader.ts';

/** Reads a commit object itself: `.mailmap` renames authors in `git log`, the object cannot lie about its bytes. */
export async function readCommit(reader: ObjectReader, expression: string): Promise<Commit | null> {
  const object = await reader.read(expression);
  if (object?.type !== 'commit' || object.content === null) return null;
  const text = object.content.toString('utf8');
  const split = text.indexOf('\n\n');
  const lines = (split < 0 ? text : text.slice(0, split)).split('\n');
  const values = (name: string): string[] =>
    lines.filter((line) => line.startsWith(`${name} `)).map((line) => line.slice(name.length + 1));
  const committer = readPerson(values('committer')[0] ?? '');
  return {
    id: object.id,
    parents: values('parent'),
    tree: values('tree')[0] ?? '',
    author: readPerson(values('author')[0] ?? ''),
    committer,
    time: committer.time,
    message: split < 0 ? '' : text.slice(split + 2),
  };
}

/** Whether the commit carries an SSH signature, another one, or none. */
export async function signatureKind(reader: ObjectReader, id: string): Promise<'none' | 'ssh' | 'other'> {
  const object = await reader.read(id);
  const text = object?.content?.toString('utf8') ?? '';
  const header = text.slice(0, Math.max(0, text.indexOf('\n\n')));
  if (!/^gpgsig(-sha256)? /m.test(header)) return 'none';
  return /^gpgsig(-sha256)? -----BEGIN SSH SIGNATURE-----/m.test(header) ? 'ssh' : 'other';
}

function readPerson(line: string): { name: string; email: string; time: number } {
  const match = /^(.*?) ?<([^<>]*)> (-?\d+) [+-]\d{4}$/.exec(line);
  return { name: match?.[1] ?? '', email: match?.[2] ?? '', time: Number(match?.[3] ?? 0) };
}
