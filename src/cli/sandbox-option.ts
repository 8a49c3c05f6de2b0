import { InvalidArgumentError, Option } from 'commander';
import { isLoopback } from '../adapters/http/is-loopback.ts';

/** `--sandbox URL`. An address elsewhere is wrong usage, refused before anything is contacted. */
export function sandboxOption(description: string): Option {
  return new Option('--sandbox <URL>', description).argParser(readSandboxUrl);
}

function readSandboxUrl(url: string): string {
  if (isLoopback(url)) return url;
  throw new InvalidArgumentError(
    'A sandbox is on this machine. Start one with `mergecast sandbox` and give the url that it prints, such as http://127.0.0.1:4010.',
  );
}
