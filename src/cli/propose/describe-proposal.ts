import type { Repository } from '../../core/ports.ts';
import type { Proposal } from './types.ts';

/** Names the branch of an execution and finds the evidence that it brings along: records that only it needs so far. */
export async function describeProposal(repository: Repository, folder: string, base: string): Promise<Proposal> {
  const [, brand = ''] = folder.split('/');
  const name = folder.split('/').at(-1) ?? '';
  const evidence = `brands/${brand}/evidence`;
  const known = new Set((await repository.at(base).list(evidence)).map(({ path }) => path));
  const manifest = (await repository.workTree().read(`${folder}/execution.yaml`, 1 << 20)) ?? new Uint8Array();
  const words = new Set(new TextDecoder().decode(manifest).split(/[^A-Za-z0-9._-]+/));
  const brought = (await repository.workTree().list(evidence))
    .map(({ path }) => path)
    .filter((path) => !known.has(path) && words.has(recordName(path)));
  return { folder, brand, branch: `execution/${brand}/${name}`, paths: [folder, ...brought] };
}

/** `brands/acme/evidence/opt-in.yaml` -> `opt-in`: how an execution names a record. */
function recordName(path: string): string {
  return (path.split('/').at(-1) ?? '').replace(/\.yaml$/, '');
}
