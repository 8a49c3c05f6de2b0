// Codes of the area: doctor, about this machine and the repository's own files. Codes are permanent: never rename or reuse one.
import { define } from './define.ts';

export const doctorFindings = {
  'doctor/old-node': define<{ version: string; needed: string }>({
    severity: 'block',
    explanation: 'An older Node.js lacks what mergecast is built on; it may stop in the middle.',
    message: ({ version, needed }) => `Node.js ${version} runs here, and ${needed} is the oldest that works.`,
    hint: ({ needed }) => `Install Node.js ${needed} or newer from https://nodejs.org, then run this again.`,
  }),
  'doctor/old-git': define<{ version: string; needed: string }>({
    severity: 'block',
    explanation: 'Approving a branch merges it without touching your files; an older git cannot do that.',
    message: ({ version, needed }) => `git is ${version}, and ${needed} is the oldest that works.`,
    hint: ({ needed }) => `Install git ${needed} or newer from https://git-scm.com, then run this again.`,
  }),
  'doctor/policy-unusable': define<{ branch: string; why: string }>({
    severity: 'block',
    explanation: 'Without rules nothing is approved, so nothing is ever carried out.',
    message: ({ branch, why }) => `The rules (mergecast.yaml) on ${branch} cannot be used: ${why}`,
    hint: ({ branch }) =>
      `Run \`mergecast init\` if the file is missing, mend it if it is wrong, and get it onto ${branch} by a pull request.`,
  }),
  'doctor/brand-unusable': define<{ brands: readonly string[]; why: string }>({
    severity: 'block',
    explanation: 'Every execution of a brand whose files are wrong is refused.',
    message: ({ brands, why }) => `The files of ${brands.join(', ')} cannot be used: ${why}`,
    hint: () => 'Run `mergecast check`: it names each file, line and what to write instead.',
  }),
  'doctor/journal-not-begun': define<{ branch: string }>({
    severity: 'block',
    explanation: 'What has no beginning counts as frozen: nothing goes out, approved or not.',
    message: () => 'The live journal has not begun.',
    hint: ({ branch }) => `Get mergecast.yaml onto ${branch}, fetch, and run \`mergecast init\` once more.`,
  }),
  'doctor/no-journal-key': define<{ folder: string }>({
    severity: 'warn',
    explanation:
      'Only who holds the key can write the journal. Without it this machine can check and propose, but not execute, freeze or look into the journal.',
    message: () => 'The key of the live journal is not on this machine.',
    hint: ({ folder }) =>
      `Nothing has to be done if the executor has it. Else copy live.key into ${folder}, or give it in MERGECAST_JOURNAL_KEY.`,
  }),
  'doctor/base-lost': define<{ base: string; branch: string }>({
    severity: 'block',
    explanation:
      'The executor believes only rules that descend from what it trusted last. Somebody rewrote the history, so it refuses everything.',
    message: ({ base, branch }) => `${branch} no longer contains ${base}, which was trusted last.`,
    hint: () =>
      'Find out who rewrote it. If that was meant, look through policy, keys and connections, then run `mergecast unfreeze --genesis`.',
  }),
  'doctor/frozen': define<{ scopes: readonly string[] }>({
    severity: 'warn',
    explanation: 'While something is frozen its executions wait, however well approved they are.',
    message: ({ scopes }) => `Somebody has pulled the brake: ${scopes.join(', ')}.`,
    hint: () => 'When the reason is gone: `mergecast unfreeze`.',
  }),
  'doctor/no-forge': define({
    severity: 'warn',
    explanation:
      'Nobody is asked for a review on a web page: approvals are made by `mergecast approve` on the command line.',
    message: () => 'No GitHub, Gitea or Forgejo is named, so its settings were not looked at.',
    hint: () =>
      'If pull requests are reviewed on one, put `forge: github:OWNER/NAME` into mergecast.yaml, or run `mergecast doctor --forge github:OWNER/NAME`.',
  }),
  'doctor/no-account': define<{ people: readonly string[]; forge: string; writers: string }>({
    severity: 'block',
    explanation:
      'A review tells only the account that gave it. The approval of somebody whose account is not listed counts for nothing, and the checklist goes on asking for it.',
    message: ({ people, forge }) =>
      `The rules do not say which account on ${forge === 'github' ? 'GitHub' : 'the forge'} belongs to: ${people.join(', ')}.`,
    hint: ({ forge, writers }) =>
      `Add the number of each account in mergecast.yaml under people, such as \`${forge}: [583231]\`.${writers === '' ? '' : ` Who may write here: ${writers}.`}`,
  }),
  'doctor/unmeetable-rule': define<{ rule: string; count: number; people: number; missing: readonly string[] }>({
    severity: 'block',
    explanation: 'Every execution to which this rule applies waits for an approval that nobody can give.',
    message: ({ rule, count, people, missing }) =>
      missing.length > 0
        ? `The rule "${rule}" asks for the group ${missing.join(', ')}, which does not exist.`
        : `The rule "${rule}" asks for ${count} approvals, and its groups name ${people === 0 ? 'nobody' : `${people} person${people === 1 ? '' : 's'}`}.`,
    hint: () => 'Name more people under `groups` in mergecast.yaml, or ask for fewer.',
  }),
  'doctor/author-deadlock': define<{ rules: readonly string[]; people: readonly string[] }>({
    severity: 'warn',
    explanation: 'Nobody approves their own work. What one of them writes can never be approved.',
    message: ({ rules, people }) =>
      `${people.join(' and ')} must approve (${rules.join(', ')}), and nobody can stand in.`,
    hint: () => 'Name one more person in the group under `groups` in mergecast.yaml.',
  }),
  'doctor/no-owners': define({
    severity: 'block',
    explanation: 'A change to the rules counts only when their owners approved it. Without owners none ever counts.',
    message: () => 'Nobody owns the rules: `control-plane` names no group with people in it.',
    hint: () => 'Write `control-plane: { owners: [owners] }` in mergecast.yaml, and name people in that group.',
  }),
  'doctor/comment-believed': define({
    severity: 'warn',
    explanation:
      'Anybody who can write to the repository can post a comment that looks like the checklist. At critical risk a reviewer might approve what the comment says instead of what is sent.',
    message: () => 'At critical risk reviewers have only the comment to go by.',
    hint: () =>
      'Write `checklist-proof: { critical: review }` under `approvals` in mergecast.yaml: then `mergecast review` shows each approver the true content.',
  }),
  'doctor/owners-file': define<{ file: string; problem: string; lines: string }>({
    severity: 'block',
    explanation:
      'Whoever can merge an ordinary change could then change the rules, the workflows or where a key is sent, without the owners seeing it.',
    message: ({ file, problem }) => `${file}: ${problem}`,
    hint: ({ file, lines }) => `Add at the end of ${file}, with the accounts of the owners:\n${lines}`,
  }),
  'doctor/workflow-missing': define<{ paths: readonly string[]; branch: string }>({
    severity: 'block',
    explanation: 'Without the check no pull request gets its checklist; without the executor nothing goes out.',
    message: ({ paths, branch }) => `${paths.join(' and ')} ${paths.length === 1 ? 'is' : 'are'} not on ${branch}.`,
    hint: ({ branch }) => `Run \`mergecast init\`, and get the new files onto ${branch} by a pull request.`,
  }),
  'doctor/workflow-changed': define<{ paths: readonly string[] }>({
    severity: 'warn',
    explanation:
      'A workflow that was changed by hand, or made for other connections, may lack a secret, or have more rights than it needs.',
    message: ({ paths }) => `${paths.join(' and ')} differ${paths.length === 1 ? 's' : ''} from what \`init\` writes.`,
    hint: ({ paths }) =>
      `If nobody meant that: remove ${paths.join(' and ')}, run \`mergecast init\`, look at the difference, and propose it.`,
  }),
  'doctor/workflow-unpinned': define<{ uses: readonly string[] }>({
    severity: 'block',
    explanation:
      'A name such as @v4 can be moved to other code at any time. That code would run with your secrets, and nobody here would have reviewed it.',
    message: ({ uses }) => `Workflows use code that can change by itself: ${uses.join(', ')}.`,
    hint: () =>
      'Write the whole commit (40 characters) behind the @, or take the workflow that `mergecast init` writes.',
  }),
};
