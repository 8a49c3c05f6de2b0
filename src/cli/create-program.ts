import { Command } from 'commander';
import { register as approve } from './commands/approve.ts';
import { register as audit } from './commands/audit.ts';
import { register as check } from './commands/check.ts';
import { register as connectors } from './commands/connectors.ts';
import { register as demo } from './commands/demo.ts';
import { register as doctor } from './commands/doctor.ts';
import { register as freeze } from './commands/freeze.ts';
import { register as init } from './commands/init.ts';
import { register as log } from './commands/log.ts';
import { register as create } from './commands/new.ts';
import { register as plan } from './commands/plan.ts';
import { register as policy } from './commands/policy.ts';
import { register as preview } from './commands/preview.ts';
import { register as propose } from './commands/propose.ts';
import { register as resolve } from './commands/resolve.ts';
import { register as resume } from './commands/resume.ts';
import { register as review } from './commands/review.ts';
import { register as rollback } from './commands/rollback.ts';
import { register as run } from './commands/run.ts';
import { register as sandbox } from './commands/sandbox.ts';
import { register as score } from './commands/score.ts';
import { register as status } from './commands/status.ts';
import { register as unfreeze } from './commands/unfreeze.ts';
import type { Io } from './io.ts';

declare const MERGECAST_VERSION: string | undefined;

/** A command file: it names options and examples and imports its handler only when it is used. */
type Register = (program: Command, io: Io) => void;

/** Every command, in the order in which somebody meets them. */
const groups: readonly (readonly [heading: string, commands: readonly Register[]])[] = [
  ['Start:', [demo, init, doctor, sandbox]],
  ['Write and review:', [create, check, preview, plan, score, propose]],
  ['Approve and run:', [review, approve, policy, run, resolve, resume, rollback]],
  ['See and stop:', [status, log, freeze, unfreeze, audit, connectors]],
];

const epilogue = `
Examples:
  mergecast demo                                    # the whole loop in a temporary folder, nothing to set up
  mergecast init                                    # make this folder a repository for a brand
  mergecast new blog                                # a first execution, from a template
  mergecast check                                   # what is wrong, and what would go out
  mergecast run --sandbox http://127.0.0.1:4010     # a trial that reaches nobody

Exit codes: 0 fine, 1 refused, failed or needs a person, 2 wrong usage or a crash.`;

/** The command line. Help loads nothing but these lists: handlers are imported when their command runs. */
export function createProgram(io: Io): Command {
  const program = new Command('mergecast')
    .description('Marketing actions that are reviewed, executed and remembered the way good teams ship code.')
    .version(typeof MERGECAST_VERSION === 'string' ? MERGECAST_VERSION : '0.0.0')
    .showSuggestionAfterError()
    .showHelpAfterError('See --help for examples.')
    .exitOverride()
    .configureOutput({ writeOut: (text) => io.stdout(text), writeErr: (text) => io.stderr(text) })
    .addHelpText('after', epilogue);
  for (const [heading, commands] of groups) {
    program.commandsGroup(heading);
    for (const register of commands) register(program, io);
  }
  return program.helpCommand('help [COMMAND]', 'options and examples of one command');
}
