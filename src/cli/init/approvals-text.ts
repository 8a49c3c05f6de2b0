import type { ForgeKind } from '../../core/forge.ts';
import type { PeopleChoices } from './ask-people.ts';
import type { PersonFacts } from './parse-people.ts';

/** What the rules of approval depend on. */
export interface ApprovalFacts {
  readonly people: PeopleChoices;
  readonly forge: ForgeKind | null;
  /** Spending above this needs those who decide about money, such as `1000.00 EUR`. */
  readonly spendOver: string;
}

/** Who is who, with all addresses and accounts. */
export function peopleText({ people, forge }: Pick<ApprovalFacts, 'people' | 'forge'>): string {
  const entries = people.people.map((person) => personText(person, forge)).join('');
  const words = forge === null ? '' : `\n# Whoever approves on the forge is known by the number of the account, because names can be changed and taken over.\n# ${numberHint[forge]}, and \`mergecast doctor\` lists those who may write here.`; // prettier-ignore
  return `# Who is who: one entry for a person, with all e-mail addresses, so that nobody approves their own work by another name.${words}
people:${entries === '' ? ' {}\n' : `\n${entries}`}`;
}

const numberHint: Readonly<Record<ForgeKind, string>> = {
  github: 'https://api.github.com/users/NAME tells it as "id"',
  gitea: '/api/v1/users/NAME on your server tells it as "id"',
};

function personText({ key, name, email, account }: PersonFacts, forge: ForgeKind | null): string {
  const emails = email === null ? '' : `    emails: [${JSON.stringify(email)}]\n`;
  const number = forge === null ? '' : `    ${forge}: [${account ?? ''}]${account === null ? ' # the number is missing' : ''}\n`; // prettier-ignore
  return `  ${key}:\n    name: ${JSON.stringify(name)}\n${emails}${number}`;
}

/** Groups and rules where more than one person approves, or a forge has the reviews. */
export function rulesOf({ people, forge, spendOver }: ApprovalFacts): string {
  const list = (keys: readonly string[]): string => `[${keys.join(', ')}]`;
  return `# People by role. Owners decide where money or law is concerned, and about this file.
groups:
  owners: ${list(people.owners)}
  marketing: ${list(people.marketing)}

# Every rule whose \`when\` matches must be met, by people who did not write the execution. One person may meet several.
approvals:
  lifetime: P180D # an approval older than this no longer counts
  on-trust: false # true: accept approvals without a signature in the live world too
  rules:
    - { name: Marketing, count: 1, from: [marketing, owners] }
    - { name: Money or law, when: { risk: [high, critical] }, count: 1, from: [owners] }
    - { name: Money, when: { spend-over: ${spendOver} }, count: 1, from: [owners] }
  # Critical risk needs two people besides, whatever stands here.
${forge === null ? '' : proofText}`;
}

const proofText = `  # At critical risk an approver runs \`mergecast review\` and puts the line that it prints into the review: nobody has to
  # believe a comment that others could have written.
  checklist-proof: { critical: review }
`;
