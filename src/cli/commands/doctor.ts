import type { Command } from 'commander';
import { withCommon } from '../common.ts';
import type { Io } from '../io.ts';

/** Adds `mergecast doctor`. */
export function register(program: Command, io: Io): void {
  withCommon(
    program
      .command('doctor')
      .description('what is set up wrong here and on the forge, what that breaks, and how to mend it; changes nothing')
      .option('--forge <FORGE>', 'github, gitea, forgejo, none, or an address (default: as policy or origin say)')
      .addHelpText('after', help),
  ).action(async (options: Record<string, unknown>) => {
    const { handle } = await import('../handlers/doctor.ts');
    process.exitCode = await handle(options, io);
  });
}

const help = `
The settings of a forge are shown to an administrator's token, in GITHUB_TOKEN or GITEA_TOKEN.
What the token may not see is shown as not seen, never as fine.

Examples:
  mergecast doctor
  GITHUB_TOKEN=$(gh auth token) mergecast doctor
  mergecast doctor --forge gitea:https://git.acme.example/acme/marketing
  mergecast doctor --forge none                     # this machine and its files only`;
