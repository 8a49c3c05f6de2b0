import { terminalIo } from './io.ts';
import { reportBug } from './report-bug.ts';
import { runProgram } from './run-program.ts';

const io = terminalIo();
process.on('uncaughtException', (error) => {
  reportBug(error, io);
  process.exit(2);
});
void runProgram(process.argv, io).then((code) => (process.exitCode = code));
