import { finding, type Finding } from '../core/finding.ts';
import { allowsSelfApproval, isAsked, mayAnswer, personOf } from './ignore-reason.ts';
import { personDirectory } from './person-directory.ts';
import type { ApprovalInput, CandidateApproval, MissingApproval, Question, Requirement } from './types.ts';

/** What one rule still needs; nothing where it is met. */
export interface Unmet {
  readonly missing: readonly MissingApproval[];
  readonly findings: readonly Finding[];
}

/** Holds the valid approvals against one rule: how many people, which questions, the client's word. */
export function judgeRequirement(
  requirement: Requirement,
  kept: readonly CandidateApproval[],
  input: ApprovalInput,
): Unmet {
  const directory = personDirectory(input.policy);
  const have = kept.filter((candidate) => isAsked(candidate, requirement, directory));
  const parts = [
    judgeCount(requirement, have, input),
    judgeQuestions(requirement, have, kept, input),
    judgeClient(requirement, have, input),
  ];
  return { missing: parts.flatMap(({ missing }) => missing), findings: parts.flatMap(({ findings }) => findings) };
}

const met: Unmet = { missing: [], findings: [] };

function judgeCount(requirement: Requirement, have: readonly CandidateApproval[], input: ApprovalInput): Unmet {
  const { rule, count, from, unreadable = [] } = requirement;
  if (have.length >= count) return met;
  const unknown = from.filter((group) => !Object.hasOwn(input.policy.groups ?? {}, group));
  const whoCan = whoCanApprove(requirement, have, input);
  const accounts = accountsThatCan(requirement, have, input);
  return {
    missing: [{ rule, whoCan, ...(accounts.length > 0 && { accounts }) }],
    findings: [
      ...unknown.map((group) => finding('approval/unknown-group', { rule, group }, { file: 'mergecast.yaml' })),
      ...unreadable.map((team) => finding('approval/team-unreadable', { rule, team })),
      finding('approval/missing', { rule, missing: count - have.length, whoCan }),
    ],
  };
}

/** One answer by one of those who are asked is enough; whoever answers has read the question. */
function judgeQuestions(
  requirement: Requirement,
  have: readonly CandidateApproval[],
  kept: readonly CandidateApproval[],
  input: ApprovalInput,
): Unmet {
  const { rule, questions = [] } = requirement;
  const directory = personDirectory(input.policy);
  const open = questions.filter((question) => {
    const asked = question.people === undefined ? have : kept.filter((one) => mayAnswer(one, question, directory));
    return !asked.some(({ answers }) => answers !== undefined && Object.hasOwn(answers, question.id));
  });
  const whoCan = ({ people }: Question): readonly string[] =>
    people === undefined
      ? whoCanApprove(requirement, [], input)
      : peopleThatCan(people, [], input).map((name) => directory.shown(name));
  return {
    missing: open.map((question) => ({
      rule: `${rule}: ${question.ask} (Answer ${question.id}: ...)`,
      whoCan: whoCan(question),
    })),
    findings: open.map(({ id, ask }) => finding('approval/question-open', { rule, id, ask })),
  };
}

function judgeClient(requirement: Requirement, have: readonly CandidateApproval[], input: ApprovalInput): Unmet {
  const { rule, client } = requirement;
  if (client !== true || have.some((candidate) => candidate.client !== undefined)) return met;
  return {
    missing: [
      { rule: `${rule}: the client's word (Client: who, how and when)`, whoCan: whoCanApprove(requirement, [], input) },
    ],
    findings: [finding('approval/client-missing', { rule })],
  };
}

function whoCanApprove(
  requirement: Requirement,
  have: readonly CandidateApproval[],
  input: ApprovalInput,
): readonly string[] {
  const directory = personDirectory(input.policy);
  const shown = (name: string): string => directory.shown(name);
  const authors = allowsSelfApproval(input) ? [] : [...new Set(input.authors.map((name) => directory.key(name)))];
  if (requirement.from.length === 0)
    return [authors.length === 0 ? 'anyone with access' : `anyone except ${authors.map(shown).join(' and ')}`];
  return peopleThatCan(requirement.people, have, input).map(shown);
}

/** Members of the asked groups who did not write it and have not approved yet. */
function peopleThatCan(
  people: readonly string[],
  have: readonly CandidateApproval[],
  input: ApprovalInput,
): readonly string[] {
  const directory = personDirectory(input.policy);
  const authors = allowsSelfApproval(input) ? [] : input.authors.map((name) => directory.key(name));
  const done = new Set([...authors, ...have.map((candidate) => personOf(candidate, directory))]);
  const each = new Map(people.map((person) => [directory.key(person), person]));
  return [...each].filter(([key]) => !done.has(key)).map(([, person]) => person);
}

function accountsThatCan(
  requirement: Requirement,
  have: readonly CandidateApproval[],
  input: ApprovalInput,
): readonly string[] {
  const directory = personDirectory(input.policy);
  return peopleThatCan(requirement.people, have, input).flatMap((person) => directory.accounts(person));
}
