import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { SignatureVerdict } from '../../core/ports.ts';
import type { ObjectReader } from './object-reader.ts';
import { signatureKind } from './read-commit.ts';
import { runGit } from './run-git.ts';

/** Checks a commit's SSH signature against a list of allowed signers; other signatures are not understood. */
export async function verifySignature(
  directory: string,
  reader: ObjectReader,
  commit: string,
  allowedSigners: string,
): Promise<SignatureVerdict> {
  const kind = await signatureKind(reader, commit);
  if (kind === 'none') return { is: 'none' };
  if (kind === 'other') return { is: 'unknown-key', why: 'it is not an SSH signature' };
  const folder = await mkdtemp(join(tmpdir(), 'mergecast-signers-'));
  try {
    const file = join(folder, 'allowed_signers');
    await writeFile(file, allowedSigners);
    const answer = await runGit(
      ['-c', 'gpg.format=ssh', '-c', 'gpg.ssh.program=ssh-keygen', '-c', `gpg.ssh.allowedSignersFile=${file}`,
        'verify-commit', '--raw', commit],
      { directory, timeout: 20_000 },
    ); // prettier-ignore
    return readVerdict(answer.code, answer.stderr);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

function readVerdict(code: number | null, output: string): SignatureVerdict {
  const good = /^Good "git" signature for (.+?) with \S+ key /m.exec(output);
  if (code === 0 && good?.[1] !== undefined) return { is: 'good', principal: good[1] };
  if (/No principal matched|Good "git" signature with/.test(output))
    return { is: 'unknown-key', why: 'the key is not among the allowed signers' };
  return { is: 'bad', why: output.trim().split('\n')[0] ?? 'the signature could not be checked' };
}
