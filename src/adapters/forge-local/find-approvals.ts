import type { CandidateApproval } from '../../core/approval.ts';
import type { Repository } from '../../core/ports.ts';
import { readPerson, trailerValues } from '../../core/trailers.ts';
import { authorsOfFolders } from './authors-of-folders.ts';
import { authorsOfMerge } from './find-authors.ts';
import { judgeSignature, type Proof } from './judge-signature.ts';
import { listApprovalMerges, type ApprovalMerge } from './list-approval-merges.ts';

export interface FindOptions {
  /** ULID of the manifest: finds who wrote it before it was approved. */
  readonly id?: string;
  /** Folder at the tip: of a decision, whoever wrote it is found by it. */
  readonly folder?: string;
  /** `proposed-by` of the manifest: whoever asked an agent is an author. */
  readonly proposedBy?: string | undefined;
  /** Commits besides the tip at which a key must be listed too, such as the recorded base. */
  readonly signersAt?: readonly string[];
}

/** What git knows about the approvals of one execution. */
export interface FoundApprovals {
  /** Newest first. */
  readonly candidates: readonly FoundApproval[];
  /** E-mail addresses (or names) of everyone who wrote what was reviewed. */
  readonly authors: readonly string[];
  /** Commit of the newest merge that names the execution; null: nobody approved it. */
  readonly newest: string | null;
}

export interface FoundApproval extends CandidateApproval {
  /** Newest log that the approver had seen, or `none`. */
  readonly logHead: string;
}

/**
 * Finds the approvals of an execution in plain git: first-parent merges of the default branch whose trailers name its
 * live identity. The newest decides which content is approved; older ones of other content no longer stand, not even
 * when the content comes back.
 */
export async function findApprovals(
  repository: Repository,
  tip: string,
  executionId: string,
  options: FindOptions = {},
): Promise<FoundApprovals> {
  const merges = (await listApprovalMerges(repository, tip)).filter(({ digests }) => digests.has(executionId));
  const current = merges[0]?.digests.get(executionId);
  const candidates = await Promise.all(
    merges.map(async (merge) => {
      const proof = await judgeSignature(repository, merge.commit, tip, options.signersAt ?? []);
      return candidateOf(merge, merge.digests.get(executionId) ?? '', proof, current ?? '');
    }),
  );
  const authors = await Promise.all(merges.map(({ commit }) => authorsOfMerge(repository, commit, options.id)));
  authors.push(await authorsOfDecision(repository, tip, options.folder));
  return {
    candidates,
    authors: [...new Set([...authors.flat(), options.proposedBy ?? ''].map((one) => one.trim().toLowerCase()))].filter(
      Boolean,
    ),
    newest: merges[0]?.commit.id ?? null,
  };
}

/** No identity leads back to who wrote a decision, as an execution's does: pushed first and merged later, it has an author too. */
async function authorsOfDecision(repository: Repository, tip: string, folder = ''): Promise<readonly string[]> {
  if (!folder.startsWith('decisions/')) return [];
  return (await authorsOfFolders(repository, tip, [folder])).get(folder) ?? [];
}

function candidateOf(merge: ApprovalMerge, digest: string, proof: Proof, current: string): FoundApproval {
  const { commit, trailers } = merge;
  const written = trailerValues(trailers, 'Approved-by').map(readPerson);
  const spend = trailerValues(trailers, 'Mergecast-Confirm-Spend').at(-1);
  const why =
    'why' in proof ? proof.why : proof.trust === 'on-trust' ? mismatch(written, commit.committer.email) : undefined;
  const person = proof.trust === 'signed' ? readPrincipal(proof.principal) : personOf(written, commit.committer);
  return {
    ...person,
    identities: [commit.committer.email, commit.author.email, ...written.map(({ email }) => email)].filter(Boolean),
    trust: proof.trust,
    at: new Date(commit.time * 1000).toISOString(),
    merge: commit.id,
    digest,
    logHead: trailerValues(trailers, 'Mergecast-Log-Head').at(-1) ?? 'none',
    ...(spend === undefined ? {} : { spend }),
    ...(digest === current ? {} : { supersededBy: current }),
    ...(why === undefined ? {} : { why }),
    ...('remedy' in proof && { remedy: proof.remedy }),
  };
}

type Person = { readonly name: string; readonly email: string };

/** Without a signature the only name worth anything is the one git recorded by itself; the written one must agree. */
function mismatch(written: readonly Person[], committer: string): string | undefined {
  const [one, ...more] = written;
  if (one === undefined) return 'no Approved-by line says who approved';
  if (more.length > 0) return 'more than one Approved-by line, and a merge is made by one person';
  if (one.email.toLowerCase() === committer.toLowerCase() && committer !== '') return undefined;
  return `the Approved-by line says ${one.email || one.name}, but the merge was made by ${committer || 'nobody'}`;
}

function personOf(written: readonly Person[], committer: Person): { who: string; email: string } {
  const name = written[0]?.name || committer.name || committer.email;
  return { who: name, email: committer.email };
}

function readPrincipal(principal: string): { who: string; email: string } {
  const first = principal.split(',')[0] ?? principal;
  return { who: first, email: first };
}
