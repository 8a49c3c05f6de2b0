// Codes of the area: sandbox. Codes are permanent: never rename or reuse one.
import { define } from './define.ts';

export const sandboxFindings = {
  'sandbox/not-loopback': define<{ url: string }>({
    severity: 'block',
    explanation: 'A sandbox is only ever contacted on the own machine: an address elsewhere might be a real platform.',
    message: ({ url }) => `${url} is not a sandbox on this machine.`,
    hint: () =>
      'Start one with `mergecast sandbox` and give the url that it prints, such as --sandbox http://127.0.0.1:4010.',
  }),
  'sandbox/unreachable': define<{ url: string }>({
    severity: 'block',
    explanation: 'Nothing that calls itself a sandbox answered at this address.',
    message: ({ url }) => `No sandbox answers at ${url}.`,
    hint: () => 'Start it with `mergecast sandbox`; its first line says the url.',
  }),
  'sandbox/port-taken': define<{ port: number }>({
    severity: 'block',
    explanation: 'Another program listens on the port that was asked for.',
    message: ({ port }) => `Port ${port} is already in use.`,
    hint: () => 'Leave out --port to take a free one, or end the other program.',
  }),
  'sandbox/bad-state': define<{ file: string; line: number }>({
    severity: 'block',
    explanation: 'The file given as state was not written by a sandbox, or was changed by hand.',
    message: ({ file, line }) => `Line ${line} of ${file} is no state of a sandbox.`,
    hint: () => 'Give another file with --state; a new one is made where there is none.',
  }),
  'sandbox/state-unusable': define<{ file: string; why: string }>({
    severity: 'block',
    explanation: 'The file that keeps the state of the sandbox cannot be opened.',
    message: ({ file, why }) => `${file} cannot be opened: ${why}.`,
    hint: () => 'Give a file in a folder that exists and that you may write to with --state.',
  }),
};
