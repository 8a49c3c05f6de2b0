// Codes of the area: path. Codes are permanent: never rename or reuse one.
import { define } from './define.ts';

interface Named {
  readonly path: string;
}

const beside = 'Put the file into the folder of the execution and write its path from there, such as ./blog.md.';

export const pathFindings = {
  'path/leaves-folder': define<Named>({
    severity: 'block',
    explanation: 'A path with ".." leads out of the folder, so that what is sent is not what lies beside the manifest.',
    message: ({ path }) => `"${path}" leads out of the folder of the execution.`,
    hint: () => beside,
  }),
  'path/absolute': define<Named>({
    severity: 'block',
    explanation:
      'A path from the root of a machine, of a user or of a web site names a file that is not in the repository.',
    message: ({ path }) => `"${path}" does not start from the folder of the execution.`,
    hint: () => beside,
  }),
  'path/backslash': define<Named>({
    severity: 'block',
    explanation: 'A backslash separates folders on some machines and is part of a name on others.',
    message: ({ path }) => `"${path}" contains a backslash.`,
    hint: () => 'Write folders with a slash: ./images/bikes.png.',
  }),
  'path/percent-encoded': define<Named>({
    severity: 'block',
    explanation: 'A percent code such as %2e or %2F hides a character of the path from the reader.',
    message: ({ path }) => `"${path}" contains a percent code.`,
    hint: () => 'Write the characters themselves. A file with a percent sign in its name must be renamed.',
  }),
  'path/not-plain': define<Named>({
    severity: 'block',
    explanation: 'Empty parts and single dots inside a path give one file several names.',
    message: ({ path }) => `"${path}" is not the shortest way to write this path.`,
    hint: () => 'Start with ./ and name each folder once, such as ./images/bikes.png.',
  }),
  'path/no-dot-slash': define<Named>({
    severity: 'block',
    explanation: 'Paths of files start with ./ so that they cannot be taken for a text.',
    message: ({ path }) => `"${path}" does not start with ./`,
    hint: ({ path }) =>
      `For a file beside the manifest write ./${path.slice(0, 60)}; a text of its own stands under the key "text".`,
  }),
  'path/not-nfc': define<Named>({
    severity: 'block',
    explanation:
      'The same letter can be stored in two ways (é, or e and an accent). Two names that look alike could then be two files.',
    message: ({ path }) => `The name "${path}" stores its accents in the decomposed form.`,
    hint: ({ path }) => `Rename it to "${path.normalize('NFC')}", or use letters without accents.`,
  }),
  'path/bad-name': define<Named & { readonly why: string }>({
    severity: 'block',
    explanation: 'A name of a file holds characters that people cannot see, or that programs read in different ways.',
    message: ({ path, why }) => `The name "${path}" contains ${why}.`,
    hint: () => 'Rename it with letters, digits, dots and hyphens.',
  }),
  'path/not-utf8': define<Named>({
    severity: 'block',
    explanation: 'The name of a file is not UTF-8, so that nobody can say which file is meant.',
    message: ({ path }) => `The name "${path}" is not UTF-8 text.`,
    hint: () => 'Rename it with letters, digits, dots and hyphens.',
  }),
  'path/mixed-script': define<Named & { readonly scripts: readonly string[] }>({
    severity: 'block',
    explanation: 'A name that mixes look-alike letters of two alphabets is not the name that people read.',
    message: ({ path, scripts }) => `The name "${path}" mixes ${scripts.join(' and ')} letters that look alike.`,
    hint: () => 'Type the name again with one keyboard layout.',
  }),
  'path/symlink': define<Named>({
    severity: 'block',
    explanation:
      'A symbolic link shows another file than the one that was reviewed, possibly one outside the repository.',
    message: ({ path }) => `${path} is a symbolic link.`,
    hint: () => 'Replace it by the file itself.',
  }),
  'path/submodule': define<Named>({
    severity: 'block',
    explanation: 'A submodule is another repository: its content is neither in this one nor in its review.',
    message: ({ path }) => `${path} is a repository of its own inside this one.`,
    hint: () => 'Copy the files themselves into the folder, and remove the submodule.',
  }),
  'path/embedded-repository': define<Named>({
    severity: 'block',
    explanation: 'A folder that looks like a git repository can name programs that git then runs.',
    message: ({ path }) => `${path} looks like a git repository.`,
    hint: () => 'Delete this folder; only texts, images and data belong here.',
  }),
  'path/lfs-pointer': define<Named>({
    severity: 'block',
    explanation: 'Git LFS keeps the file elsewhere: what lies here is a pointer, and that is what would be sent.',
    message: ({ path }) => `${path} is a pointer of Git LFS, not the file itself.`,
    hint: () => 'Take the file out of LFS (git lfs untrack, then add it again) and commit the file itself.',
  }),
  'path/case-clash': define<Named & { readonly other: string }>({
    severity: 'block',
    explanation: 'Two names that differ in upper and lower case only are one file on some machines and two on others.',
    message: ({ path, other }) => `${path} and ${other} differ in upper and lower case only.`,
    hint: () => 'Rename one of them.',
  }),
  'path/wrong-case': define<Named & { readonly actual: string }>({
    severity: 'block',
    explanation: 'Upper and lower case differ from the name of the file. It would be found on some machines only.',
    message: ({ path, actual }) => `"${path}" is called "${actual}".`,
    hint: ({ actual }) => `Write ${actual}.`,
  }),
  'path/missing': define<Named & { readonly nearest: string | undefined; readonly known: readonly string[] }>({
    severity: 'block',
    explanation: 'The file that is named does not exist.',
    message: ({ path }) => `There is no file "${path}".`,
    hint: ({ nearest, known }) =>
      nearest === undefined
        ? `Add the file, or correct the path.${known.length === 0 ? '' : ` There are: ${known.join(', ')}.`}`
        : `Did you mean ${nearest}?`,
  }),
  'path/ignored': define<Named>({
    severity: 'block',
    explanation: 'The file exists on this machine only: .gitignore keeps it out of the repository.',
    message: ({ path }) => `"${path}" is ignored by git, so that no reviewer would get it.`,
    hint: () => 'Remove the line from .gitignore, or choose another name for the file.',
  }),
  'path/git-attributes': define<Named & { readonly attribute: string }>({
    severity: 'block',
    explanation:
      'Git attributes can hide a change from reviewers or change files when they are checked out (linguist-generated, -diff, working-tree-encoding, filter). Near executions and brands they are not allowed.',
    message: ({ path, attribute }) =>
      `${path} is under the git attribute "${attribute}", which hides or changes what people review.`,
    hint: () => 'Remove that line from .gitattributes; attributes for executions/ and brands/ are not needed.',
  }),
  'path/attributes-file': define<Named>({
    severity: 'block',
    explanation:
      'A .gitattributes inside executions/ or brands/ can hide a change from reviewers or change files on the way.',
    message: ({ path }) => `${path} is not allowed here.`,
    hint: () => 'Delete it. Attributes for the whole repository stand in the .gitattributes at its root.',
  }),
  'path/misplaced-execution': define<{ folder: string }>({
    severity: 'block',
    explanation:
      'Executions lie in executions/<brand>/<year-month>/<name>, nowhere else, so that everybody finds them.',
    message: ({ folder }) => `${folder} is not a place for an execution.`,
    hint: () => 'Move the folder to executions/<brand>/<year-month>/<name>, such as executions/acme/2027-03/spring.',
  }),
  'path/misnamed-manifest': define<Named>({
    severity: 'block',
    explanation: 'A manifest is called execution.yaml. Under any other name it would be overlooked.',
    message: ({ path }) => `${path} is not called execution.yaml.`,
    hint: () => 'Rename it to execution.yaml.',
  }),
  'path/no-execution': define<{ folder: string }>({
    severity: 'block',
    explanation: 'A folder was named in which there is no execution.yaml.',
    message: ({ folder }) => `There is no execution.yaml in ${folder}.`,
    hint: () => 'Name the folder of an execution; `mergecast new` makes one.',
  }),
  'path/no-policy': define({
    severity: 'block',
    explanation: 'Without mergecast.yaml at the root nobody knows who approves what.',
    message: () => 'The repository has no mergecast.yaml.',
    hint: () => '`mergecast init` writes one; commit it to the default branch.',
  }),
};
