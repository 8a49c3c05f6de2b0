import type { Octokit } from '@octokit/rest';
import type { ForgeAddress } from '../../../core/forge.ts';
import type { Result } from '../../../core/result.ts';
import { githubFacts } from '../facts.ts';
import { guardedFetch } from './guarded-fetch.ts';
import { isRead, judgeExchange } from './judge-exchange.ts';
import { sendRequest } from './send-request.ts';
import type { ForgeClient, ForgeOptions, Question, Reply } from './types.ts';
import { waitBeforeAgain } from './wait-before-again.ts';

const patience = 15_000;

/** Opens the way to a repository. Nothing is loaded or sent before the first question. */
export function createClient(address: ForgeAddress, token: string | null, options: ForgeOptions = {}): ForgeClient {
  const wait = options.wait ?? ((milliseconds) => new Promise((resolve) => void setTimeout(resolve, milliseconds)));
  const now = options.now ?? Date.now;
  const own = { owner: address.owner, repo: address.name };
  let requests = 0;
  let octokit: Promise<Octokit> | undefined;
  const connect = (): Promise<Octokit> =>
    (octokit ??= openOctokit(
      address,
      token,
      guardedFetch(options.timeout ?? patience, () => (requests += 1)),
    ));
  const ask = async (question: Question): Promise<Result<Reply>> => {
    for (let attempt = 0; ; attempt += 1) {
      const exchange = await sendRequest(await connect(), question, own);
      const pause = isRead(question) ? waitBeforeAgain(exchange, attempt, now()) : null;
      if (pause === null) return judgeExchange(exchange, question, { address, token, now: now() });
      await wait(pause);
    }
  };
  return {
    address,
    ask,
    wait,
    get requests() {
      return requests;
    },
  };
}

async function openOctokit(address: ForgeAddress, token: string | null, send: typeof fetch): Promise<Octokit> {
  const { Octokit } = await import('@octokit/rest');
  const silent = (): void => undefined;
  const octokit = new Octokit({
    baseUrl: address.api.replace(/\/+$/, ''),
    userAgent: 'mergecast',
    request: { fetch: send },
    log: { debug: silent, info: silent, warn: silent, error: silent },
    ...(token === null || token === '' ? {} : { auth: token }),
  });
  if (address.kind === 'github')
    octokit.hook.before('request', (request) => {
      request.headers['x-github-api-version'] ??= githubFacts.apiVersion.value;
    });
  return octokit;
}
