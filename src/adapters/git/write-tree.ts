import type { ObjectReader } from './object-reader.ts';
import { writeObject } from './write-object.ts';

interface TreeLine {
  readonly mode: string;
  readonly name: string;
  readonly id: string;
}

/** Puts files into a tree and writes the changed folders: cost grows with the path, not with the tree. */
export async function writeTree(
  objects: string,
  reader: ObjectReader,
  base: string | null,
  files: ReadonlyMap<string, string>,
): Promise<string> {
  const lines = new Map((await readTree(reader, base)).map((line) => [line.name, line]));
  const folders = new Map<string, Map<string, string>>();
  for (const [path, text] of files) {
    const slash = path.indexOf('/');
    if (slash < 0) {
      const id = await writeObject(objects, 'blob', Buffer.from(text));
      lines.set(path, { mode: '100644', name: path, id });
    } else {
      const folder = folders.get(path.slice(0, slash)) ?? new Map<string, string>();
      folders.set(path.slice(0, slash), folder.set(path.slice(slash + 1), text));
    }
  }
  for (const [name, inside] of folders) {
    const id = await writeTree(objects, reader, lines.get(name)?.id ?? null, inside);
    lines.set(name, { mode: '40000', name, id });
  }
  return writeObject(objects, 'tree', serialize([...lines.values()]));
}

/** git sorts folders as if their name ended in a slash. */
function serialize(lines: readonly TreeLine[]): Buffer {
  const key = (line: TreeLine): Buffer => Buffer.from(line.mode === '40000' ? `${line.name}/` : line.name);
  const sorted = lines.toSorted((a, b) => Buffer.compare(key(a), key(b)));
  return Buffer.concat(
    sorted.flatMap((line) => [Buffer.from(`${line.mode} ${line.name}\0`), Buffer.from(line.id, 'hex')]),
  );
}

async function readTree(reader: ObjectReader, id: string | null): Promise<TreeLine[]> {
  const content = id === null ? null : ((await reader.read(id))?.content ?? null);
  const lines: TreeLine[] = [];
  for (let at = 0; content !== null && at < content.length;) {
    const zero = content.indexOf(0, at);
    const [mode, name] = content.toString('utf8', at, zero).split(/ (.*)/s);
    lines.push({ mode: mode ?? '', name: name ?? '', id: content.toString('hex', zero + 1, zero + 21) });
    at = zero + 21;
  }
  return lines;
}
