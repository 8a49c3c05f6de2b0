import { join } from 'node:path';
import { webRootOf } from '../../adapters/forge/link-to.ts';
import { makeScratchFolder, removeFolder, writeSecret } from '../../adapters/files/scratch-folder.ts';
import { useGitAccess } from '../../adapters/git/git-access.ts';
import { finding } from '../../core/finding.ts';
import type { ForgeAddress } from '../../core/forge.ts';
import { failure, success, type Result } from '../../core/result.ts';
import { tokenIn } from '../forge/take-token.ts';

/** GitHub's key, SHA256:+DiY3wvvV6TuJJhbpZisF/zLDA0zPMSvHdkr4UvCOqU, as its documentation publishes it. */
const knownHosts: Readonly<Record<string, string>> = {
  'github.com': 'ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIOMqqnkVzrm0SdG6UOoqKLsabgH5C9okWi0dh2l9GKJl',
};

/**
 * Lets git read and write the journal at the forge while an action runs: with MERGECAST_DEPLOY_KEY by ssh, else with the
 * token. Nothing of it gets into the repository's configuration or onto a command line, and the key's variable is taken
 * out of the environment. The answer takes it all away again.
 */
export async function openGitAccess(
  address: ForgeAddress,
  environment: Record<string, string | undefined>,
): Promise<Result<() => Promise<void>>> {
  const { origin, hostname } = new URL(webRootOf(address));
  const { MERGECAST_DEPLOY_KEY: key = '', MERGECAST_KNOWN_HOSTS: given = '' } = environment;
  delete environment['MERGECAST_DEPLOY_KEY'];
  if (key.trim() === '') {
    const token = tokenIn(address, environment);
    useGitAccess(token === null ? null : { is: 'token', origin, token });
    return success(async () => useGitAccess(null));
  }
  const hosts = given.trim() === '' ? knownHosts[hostname] : given.trim();
  if (hosts === undefined) return failure([finding('git/unknown-host-key', { host: hostname })]);
  const folder = await makeScratchFolder('git-access');
  const [keyFile, knownHostsFile] = [join(folder, 'key'), join(folder, 'known-hosts')];
  // ssh refuses a key without its last line end, which forms like to cut off.
  await writeSecret(keyFile, `${key.replace(/\r\n?/g, '\n').trim()}\n`);
  await writeSecret(knownHostsFile, `${given.trim() === '' ? `${hostname} ${hosts}` : hosts}\n`);
  useGitAccess({ is: 'ssh', origin, keyFile, knownHostsFile });
  return success(async () => {
    useGitAccess(null);
    await removeFolder(folder);
  });
}
