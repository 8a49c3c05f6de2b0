// Codes of the area: plan. Codes are permanent: never rename or reuse one.
import { define } from './define.ts';

/** A name that is not known, with what is. */
interface Unknown {
  name: string;
  known: readonly string[];
  nearest: string | undefined;
}

const suggest = (nearest: string | undefined, known: readonly string[], none: string): string =>
  nearest === undefined
    ? known.length === 0
      ? none
      : `Known: ${known.join(', ')}.`
    : `Did you mean "${nearest}"? Known: ${known.join(', ')}.`;

export const planFindings = {
  'plan/bad-expression': define<{ source: string }>({
    severity: 'block',
    explanation:
      'Between ${{ and }} stands something that is not the output of a step. Nothing is computed there: only `${{ steps.<id>.<output> }}` is understood, so that a reviewer sees what will be filled in.',
    message: ({ source }) => `\`${source}\` cannot be filled in.`,
    hint: () =>
      'Write ${{ steps.blog.url }} with the id and an output of an earlier step, or $${{ where the characters ${{ themselves are meant.',
  }),
  'plan/missing-need': define<{ step: string; needed: string }>({
    severity: 'block',
    explanation: 'A step uses the output of another one without saying that it must come after it.',
    message: ({ step, needed }) =>
      `The step "${step}" uses an output of "${needed}" but does not list it under \`needs\`.`,
    hint: ({ step, needed }) => `Add \`needs: [${needed}]\` to the step "${step}".`,
  }),
  'plan/unknown-step': define<Unknown>({
    severity: 'block',
    explanation: 'A step is named that the manifest does not have.',
    message: ({ name }) => `There is no other step called "${name}".`,
    hint: ({ nearest, known }) => suggest(nearest, known, 'This execution has only this one step.'),
  }),
  'plan/unknown-output': define<{
    step: string;
    output: string;
    known: readonly string[];
    nearest: string | undefined;
  }>({
    severity: 'block',
    explanation: 'A step has no output of that name.',
    message: ({ step, output }) => `The step "${step}" has no output called "${output}".`,
    hint: ({ nearest, known }) => suggest(nearest, known, 'It has no outputs at all.'),
  }),
  'plan/output-not-used': define<{ source: string }>({
    severity: 'block',
    explanation:
      'The output of a step stands in a field that must be known when people approve, such as an audience or a budget.',
    message: ({ source }) => `\`${source}\` cannot stand here: this field must be known when people approve.`,
    hint: () => 'Write the value itself. Outputs of earlier steps can stand in texts and addresses.',
  }),
  'plan/cycle': define<{ steps: readonly string[] }>({
    severity: 'block',
    explanation: 'Steps wait for each other, so that none of them can be the first.',
    message: ({ steps }) => `These steps wait for each other: ${steps.join(' -> ')}.`,
    hint: () => 'Take one of them out of the `needs` of another.',
  }),
  'plan/unknown-action': define<Unknown>({
    severity: 'block',
    explanation: 'The action that a step uses does not exist.',
    message: ({ name }) => `There is no action called "${name}".`,
    hint: ({ nearest, known }) => suggest(nearest, known, '`mergecast connectors` lists what there is.'),
  }),
  'plan/unknown-connection': define<Unknown & { brand: string }>({
    severity: 'block',
    explanation:
      "The connection that a step names is not in the brand's connections.yaml (as it stands on the default branch).",
    message: ({ name, brand }) => `The brand "${brand}" has no connection called "${name}".`,
    hint: ({ nearest, known, brand }) =>
      suggest(nearest, known, `Add it to brands/${brand}/connections.yaml by a proposal of its own.`),
  }),
  'plan/other-platform': define<{
    connection: string;
    platform: string;
    needed: string;
    fitting: readonly string[];
  }>({
    severity: 'block',
    explanation: 'The connection belongs to another platform than the action of the step.',
    message: ({ connection, platform, needed }) =>
      `The connection "${connection}" is for ${platform}, but this step needs one for ${needed}.`,
    hint: ({ fitting, needed }) =>
      fitting.length === 0
        ? `The brand has no connection for ${needed} yet.`
        : `Fitting connections: ${fitting.join(', ')}.`,
  }),
  'plan/no-base-url': define<{ connection: string; platform: string }>({
    severity: 'block',
    explanation: 'The brand runs this platform itself, so the connection must say where.',
    message: ({ connection }) => `The connection "${connection}" does not say where the platform is.`,
    hint: () => 'Add its origin, for example `base-url: https://acme.example`.',
  }),
  'plan/bad-base-url': define<{ connection: string; url: string }>({
    severity: 'block',
    explanation:
      'The address of a connection must be an https origin: no path, no user name, no query. http is for servers on this machine with `test: true`.',
    message: ({ connection, url }) => `"${url}" cannot be the address of the connection "${connection}".`,
    hint: () =>
      'Write an https address without path, such as https://acme.example. For a test server on this machine: http://127.0.0.1:8080 with `test: true`.',
  }),
  'plan/fixed-origin': define<{ connection: string; origin: string }>({
    severity: 'block',
    explanation:
      'The platform has one address of its own; a connection that names another would send its key to a stranger.',
    message: ({ connection, origin }) =>
      `The connection "${connection}" names an address, but this platform is always at ${origin}.`,
    hint: () => 'Remove `base-url`. Only a test server on this machine (`test: true`, http://127.0.0.1) may stand in.',
  }),
  'plan/missing-setting': define<{ connection: string; setting: string; meaning: string }>({
    severity: 'block',
    explanation: 'The platform needs a fact about the account that the connection does not give.',
    message: ({ connection, setting }) => `The connection "${connection}" lacks the setting "${setting}".`,
    hint: ({ setting, meaning }) => `Add it under \`settings\`: ${setting} is ${meaning}.`,
  }),
  'plan/missing-secret': define<{ connection: string; role: string }>({
    severity: 'block',
    explanation:
      'The connection does not say which secret is used. It holds the name of an environment variable, never the secret itself.',
    message: ({ connection, role }) => `The connection "${connection}" does not name its secret "${role}".`,
    hint: ({ role }) =>
      `Add under \`secrets\` the name of an environment variable, for example \`${role}: ACME_${role.toUpperCase().replaceAll('-', '_')}\`.`,
  }),
  'content/active-html': define<{ what: string }>({
    severity: 'block',
    explanation:
      'The text holds HTML that runs a program, loads a page that can change after approval, or swallows what follows. Platforms strip it at best; at worst it reaches the audience.',
    message: ({ what }) => `The text contains ${what}.`,
    hint: () => 'Remove it. Plain links, images and formatting are fine; a video is shown as a linked image.',
  }),
  'content/local-reference': define<{ reference: string }>({
    severity: 'block',
    explanation:
      'A text shows or links a file beside it. Only what the step sends along reaches the platform; readers would find a broken image or link.',
    message: ({ reference }) => `"${reference}" is a file beside the text, but the step does not send it along.`,
    hint: () =>
      'Add the file to the step (for example under `image` or `media`), or write the full https address of a page that is already public.',
  }),
  'plan/unknown-campaign': define<Unknown & { brand: string }>({
    severity: 'block',
    explanation: 'The campaign that the manifest names is not among those of the brand.',
    message: ({ name, brand }) => `The brand "${brand}" has no campaign called "${name}".`,
    hint: ({ nearest, known, brand, name }) =>
      suggest(nearest, known, `Add brands/${brand}/campaigns/${name}.yaml, or leave \`campaign\` out.`),
  }),
  'manifest/duplicate-id': define<{ id: string; others: readonly string[] }>({
    severity: 'block',
    explanation:
      'Two executions carry the same id, so that only one of them could ever run. It happens when a folder is copied.',
    message: ({ id, others }) => `The id ${id} is also used by ${others.join(', ')}.`,
    hint: () => 'Give the copy an id of its own: `mergecast new --from FOLDER` does that.',
  }),
  'plan/conflict': define<{ slug: string; others: readonly string[] }>({
    severity: 'warn',
    explanation:
      'Another execution uses the same action on the same connection with the same slug. Whichever goes out later overwrites the first, or the platform gives it another address.',
    message: ({ slug, others }) => `"${slug}" is also written by ${others.join(', ')}.`,
    hint: () => 'Choose another slug, or leave one of the two out.',
  }),
  'plan/no-steps': define({
    severity: 'block',
    explanation: 'An execution without steps does nothing.',
    message: () => 'There are no steps.',
    hint: () => 'Add a step with `uses`, `connection` and `with`; `mergecast new` writes an example.',
  }),
  'plan/rollback-with-steps': define({
    severity: 'block',
    explanation:
      'A rollback undoes exactly what the log of a finished execution says was done. It has no steps of its own, and a copy of that log in rollback.json.',
    message: () => 'A rollback has `steps: {}` and a file rollback.json beside it.',
    hint: () => 'Let `mergecast rollback ID` write both, and change neither.',
  }),
  'plan/nothing-to-roll-back': define({
    severity: 'block',
    explanation: 'The finished execution left nothing behind that could be undone.',
    message: () => 'There is nothing to undo.',
    hint: () => 'Delete this proposal. What cannot be undone (a sent e-mail) can only be followed by a correction.',
  }),
  'plan/continues-nothing': define<{ executionId: string }>({
    severity: 'block',
    explanation:
      '`continues` needs the file continues.json, which says what of the ended execution is done and what remains.',
    message: ({ executionId }) => `continues.json does not say what remains of ${executionId.slice(0, 12)}.`,
    hint: () => 'Let `mergecast resume` write it: it copies it out of the sealed log. It cannot be written by hand.',
  }),
  'plan/continues-and-rolls-back': define({
    severity: 'block',
    explanation: 'An execution carries on another one, or undoes it; never both.',
    message: () => '`continues` and `rolls-back` exclude each other.',
    hint: () => 'Leave one of them out.',
  }),
  'plan/step-done-before': define<{ step: string }>({
    severity: 'block',
    explanation: 'The execution that this one continues has carried this step out, and it stands.',
    message: ({ step }) => `"${step}" is done already and is not sent again.`,
    hint: ({ step }) => `Take the step out. Other steps may still need it and use \`\${{ steps.${step}.… }}\`.`,
  }),
  'plan/not-in-remainder': define<{ step: string; known: readonly string[] }>({
    severity: 'block',
    explanation: 'An execution that continues another one carries out what remains of it, and nothing else.',
    message: ({ step }) => `"${step}" with this action is not a part of what remains.`,
    hint: ({ known }) =>
      `Remaining are ${known.join(', ')}. Content may be new, names and actions may not. Plan anything else as an execution of its own.`,
  }),
};
