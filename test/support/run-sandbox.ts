// `mergecast sandbox` as a process of its own, for tests that kill it. Usage: run-sandbox.ts STATE [PORT]
import { terminalIo } from '../../src/cli/io.ts';
import { handle } from '../../src/cli/handlers/sandbox.ts';

const [, , state, port] = process.argv;
process.exitCode = await handle({ state, port: Number(port ?? '0') }, terminalIo());
