import { finding } from '../../../core/finding.ts';
import type { Forge } from '../../../core/forge.ts';
import { failure, success, type Result } from '../../../core/result.ts';
import { isUncertain } from '../client/create-once.ts';
import { readOne } from '../client/read-answers.ts';
import type { ForgeClient } from '../client/types.ts';
import { commitId, items, text } from '../read/fields.ts';
import { askGraphql } from './ask-graphql.ts';

type Commit = Parameters<Forge['commitFiles']>[0];

const query =
  'mutation ($input: CreateCommitOnBranchInput!) { createCommitOnBranch(input: $input) { commit { oid } } }';

/** A commit that GitHub makes and signs itself, only if the branch is still where we saw it. */
export function commitFiles(client: ForgeClient, token: string | null): Forge['commitFiles'] {
  return async (commit) => {
    const what = `a commit on ${commit.branch}`;
    const answer = await askGraphql(client, token, { query, variables: { input: inputOf(client, commit) }, what, need: 'contents: write' }); // prettier-ignore
    if (!answer.ok) return isUncertain(answer) ? lookUp(client, commit, answer) : answer;
    const oid = commitId(answer.value, 'createCommitOnBranch', 'commit', 'oid');
    if (oid === undefined) return failure([finding('forge/unexpected-answer', { what, why: 'it names no commit' })]);
    return success(oid);
  };
}

function inputOf({ address }: ForgeClient, { branch, expected, message, files }: Commit): Record<string, unknown> {
  const { headline, body } = split(message);
  return {
    branch: { repositoryNameWithOwner: `${address.owner}/${address.name}`, branchName: branch },
    expectedHeadOid: expected,
    message: { headline, ...(body === '' ? {} : { body }) },
    fileChanges: {
      additions: files.map(({ path, text: content }) => ({
        path,
        contents: Buffer.from(content, 'utf8').toString('base64'),
      })),
    },
  };
}

function split(message: string): { headline: string; body: string } {
  const [headline = '', ...rest] = message.trim().split('\n');
  return { headline, body: rest.join('\n').trim() };
}

/** After a lost answer: our own commit stands right on what we expected and says what we said; else nothing is known. */
async function lookUp(
  client: ForgeClient,
  commit: Commit,
  lost: Result<never> | Result<unknown>,
): Promise<Result<string>> {
  const unknown = lost as Result<never>;
  await client.wait(1000);
  const what = `the newest commit of ${commit.branch}`;
  const tip = await readOne(client, { route: 'GET /repos/{owner}/{repo}/commits/{ref}', parameters: { ref: `heads/${commit.branch}` }, what, need: 'contents: read' }, (data) => {
    const id = commitId(data, 'sha');
    const parents = (items(data, 'parents') ?? []).map((parent) => commitId(parent, 'sha'));
    return id === undefined ? null : { id, parents, message: text(data, 'commit', 'message') ?? '' };
  }); // prettier-ignore
  if (!tip.ok || tip.value.id === commit.expected) return unknown;
  const isOurs = tip.value.parents[0] === commit.expected && split(tip.value.message).headline === split(commit.message).headline && split(tip.value.message).body === split(commit.message).body; // prettier-ignore
  return isOurs ? success(tip.value.id) : failure([finding('forge/conflict', { what: `a commit on ${commit.branch}`, why: 'the branch moved' })]); // prettier-ignore
}
