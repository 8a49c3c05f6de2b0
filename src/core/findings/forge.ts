// Codes of the area: forge. Codes are permanent: never rename or reuse one.
import { define } from './define.ts';

/** What was asked of the forge, as a noun: "the reviews of pull request 12". */
interface Asked {
  readonly what: string;
}

export const forgeFindings = {
  'forge/unreachable': define<Asked & { origin: string; why: string }>({
    severity: 'cannot-verify',
    explanation:
      'The forge (GitHub, Gitea) gave no usable answer, also not when asked again. What is not known is never taken for fine.',
    message: ({ what, origin, why }) => `${origin} did not tell ${what}: ${why}.`,
    hint: () => 'Nothing was changed. See whether the forge is up, and run again.',
  }),
  'forge/unknown-outcome': define<Asked & { origin: string; why: string }>({
    severity: 'cannot-verify',
    explanation:
      'Something was sent to the forge and no answer came back: it may have happened or not. It is not sent again blindly.',
    message: ({ what, origin, why }) => `Whether ${origin} took ${what} is not known: ${why}.`,
    hint: () => 'Run again: what is there already is found, and what is missing is made.',
  }),
  'forge/token-refused': define<Asked & { origin: string }>({
    severity: 'cannot-verify',
    explanation: 'The forge does not accept the token, or wants one and got none.',
    message: ({ what, origin }) => `${origin} does not accept the token. It was asked for ${what}.`,
    hint: () =>
      'Check that the token is set, that it belongs to this forge, and that it has not expired or been withdrawn.',
  }),
  'forge/forbidden': define<Asked & { permission: string; why: string }>({
    severity: 'cannot-verify',
    explanation: 'The forge knows the token but does not allow it this.',
    message: ({ what, why }) => `The forge does not allow this token ${what}: ${why}.`,
    hint: ({ permission }) => `Give the token the permission "${permission}", then run again.`,
  }),
  'forge/not-found': define<Asked & { permission: string }>({
    severity: 'cannot-verify',
    explanation:
      'The forge says that there is no such thing. Forges also say so about private things that a token may not see.',
    message: ({ what }) => `The forge does not find ${what}.`,
    hint: ({ permission }) =>
      `If it is there, the token may not see it: give it the permission "${permission}". Else check the address, owner and name of the repository.`,
  }),
  'forge/moved': define<Asked>({
    severity: 'cannot-verify',
    explanation:
      'The forge sends on to another address. The token is never sent there, and nothing is changed under an old name.',
    message: ({ what }) => `The forge says that ${what} is at another address now.`,
    hint: () => "If the repository was renamed or moved, write its new owner and name, and check the forge's address.",
  }),
  'forge/rate-limited': define<Asked & { until: string }>({
    severity: 'cannot-verify',
    explanation: 'The forge takes no more requests of this token for now.',
    message: ({ what, until }) => `The forge takes no more requests until ${until}, so ${what} must wait.`,
    hint: () => 'Run again after that time. Nothing is lost: whatever is due then is found.',
  }),
  'forge/conflict': define<Asked & { why: string }>({
    severity: 'block',
    explanation: 'Somebody else changed the same thing meanwhile, so the forge did not take ours.',
    message: ({ what, why }) => `The forge did not take ${what}, because something changed meanwhile: ${why}.`,
    hint: () => 'Run again: it starts from what is there now.',
  }),
  'forge/refused': define<Asked & { why: string }>({
    severity: 'block',
    explanation: 'The forge does not accept what was sent, whoever sends it.',
    message: ({ what, why }) => `The forge refuses ${what}: ${why}.`,
    hint: () => 'The reason is the forge\'s own. Change what it names; "mergecast doctor" shows settings that matter.',
  }),
  'forge/at-limit': define<Asked & { limit: number }>({
    severity: 'cannot-verify',
    explanation: 'The forge lists only so many of these. There may be more, and a part is not enough to decide on.',
    message: ({ what, limit }) => `The forge shows at most ${limit} of ${what}, so some may be hidden.`,
    hint: () => 'Split what is too large, such as the pull request, into smaller ones.',
  }),
  'forge/unexpected-answer': define<Asked & { why: string }>({
    severity: 'cannot-verify',
    explanation: 'The forge answered something that cannot be understood, so nothing is concluded from it.',
    message: ({ what, why }) => `The answer about ${what} cannot be understood: ${why}.`,
    hint: () =>
      'Check that the address is the API of a GitHub, Gitea or Forgejo, and that nothing stands between, such as a sign-in page.',
  }),
};
