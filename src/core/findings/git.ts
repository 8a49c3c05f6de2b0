// Codes of the area: git. Codes are permanent: never rename or reuse one.
import { define } from './define.ts';

export const gitFindings = {
  'git/missing': define({
    severity: 'block',
    explanation: 'The program `git` was not found or could not be started.',
    message: () => 'git could not be started.',
    hint: () => 'Install git 2.38 or newer, and make sure that it is on the PATH.',
  }),
  'git/no-repository': define<{ folder: string }>({
    severity: 'block',
    explanation:
      'The folder is in no git work tree. mergecast keeps everything in git; a bare repository inside a folder is never trusted.',
    message: ({ folder }) => `${folder} is not in a git work tree.`,
    hint: () => 'Run `mergecast init` there, or name the repository with --repo DIR.',
  }),
  'git/object-format': define<{ format: string }>({
    severity: 'block',
    explanation: 'The repository uses an object format other than SHA-1, which the journal cannot write yet.',
    message: ({ format }) => `The repository uses the object format "${format}".`,
    hint: () => 'Use a repository with the usual object format (git init --object-format=sha1).',
  }),
  'git/unreachable': define<{ what: string }>({
    severity: 'cannot-verify',
    explanation: 'The shared repository (origin) could not be read, so nothing is known about what already ran.',
    message: ({ what }) => `origin could not be read: ${what}`,
    hint: () => 'Check the network and your access to origin, then run the command again. Nothing was sent.',
  }),
  'git/unknown-reference': define<{ reference: string }>({
    severity: 'block',
    explanation: 'A branch or commit that was named does not exist.',
    message: ({ reference }) => `There is no branch or commit called "${reference}".`,
    hint: () => 'Look at the names with `git branch --all`.',
  }),
  'git/unknown-host-key': define<{ host: string }>({
    severity: 'block',
    explanation:
      'A deploy key is there, but not the key by which the server proves that it is the right one. A key is never offered to a server that could be another.',
    message: ({ host }) => `How ${host} proves itself over ssh is not known.`,
    hint: ({ host }) =>
      `Give the line of \`ssh-keyscan ${host}\`, compared with what its operator publishes, as MERGECAST_KNOWN_HOSTS; or use a token instead of a deploy key.`,
  }),
};
