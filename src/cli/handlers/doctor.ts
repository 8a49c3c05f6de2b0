import { systemClock } from '../../adapters/clock/system-clock.ts';
import { openForge } from '../../adapters/forge/index.ts';
import { openRepository } from '../../adapters/git/open-repository.ts';
import type { Repository } from '../../core/ports.ts';
import { success, type Result } from '../../core/result.ts';
import { judgeFacts, verdictOf } from '../doctor/judge-facts.ts';
import { readLocalFacts, readPolicyFacts } from '../doctor/read-local-facts.ts';
import { hiddenFacts, readRemoteFacts } from '../doctor/read-remote-facts.ts';
import { renderDoctor } from '../doctor/render-doctor.ts';
import type { DoctorFacts, RemoteFacts } from '../doctor/types.ts';
import { forgeOfWorkflow } from '../forge/find-forge.ts';
import { takeToken } from '../forge/take-token.ts';
import { chooseForge, type ForgeChoice } from '../init/forge/choose-forge.ts';
import type { Io } from '../io.ts';
import { printFailure, printJson } from '../print.ts';

interface Options {
  readonly repo?: string;
  readonly forge?: string;
  readonly format?: string;
}

/** Looks at the machine, the repository and its settings on the forge. Exit 1 where something is red. */
export async function handle(options: Options, io: Io): Promise<number> {
  const opened = await openRepository(options.repo ?? io.cwd);
  if (!opened.ok) return printFailure(io, options.format, opened.error, { verdict: 'red', lines: [] });
  try {
    const facts = await readFacts(opened.value, options.forge, io);
    if (!facts.ok) return printFailure(io, options.format, facts.error, { verdict: 'red', lines: [] });
    const { remote } = facts.value;
    const lines = judgeFacts(facts.value);
    const verdict = verdictOf(lines);
    if (options.format === 'json') printJson(io, { version: 1, verdict, repository: remote?.url ?? null, lines });
    else io.stdout(renderDoctor(lines, remote));
    return verdict === 'red' ? 1 : 0;
  } finally {
    await opened.value.close();
  }
}

async function readFacts(repository: Repository, asked: string | undefined, io: Io): Promise<Result<DoctorFacts>> {
  const { policy } = await readPolicyFacts(repository);
  const found = await findChoice(repository.directory, asked, policy.ok ? policy.value.forge : undefined, io);
  if (!found.ok) return found;
  const forge = found.value;
  // The token goes to the forge alone: it is out of the environment before git is started.
  const remote = await readRemote(forge, io);
  const local = await readLocalFacts(repository, forge, io);
  return success({ now: systemClock.now(), local, remote });
}

/** `--forge`, else the forge whose runner started this, else what the policy or origin says. */
async function findChoice(
  folder: string,
  asked: string | undefined,
  policy: string | undefined,
  { env }: Io,
): Promise<Result<ForgeChoice | null>> {
  const own = asked === undefined ? forgeOfWorkflow(env) : null;
  if (own !== null) return success({ kind: own.kind, address: own });
  const found = await chooseForge(folder, asked ?? policy, undefined);
  return found.ok ? success(found.value.forge) : found;
}

async function readRemote(choice: ForgeChoice | null, io: Io): Promise<RemoteFacts | null> {
  const address = choice?.address ?? null;
  if (address === null) return null;
  const token = takeToken(address, io.env);
  const forge = openForge(address, token);
  if (token === null) return hiddenFacts(forge, address);
  io.progress(`Looking at the settings of ${forge.repository.url}`);
  return readRemoteFacts(forge, address);
}
