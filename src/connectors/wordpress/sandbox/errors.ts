import { json, type SandboxAnswer } from '../../../sandbox/kit/index.ts';

/** An error as WordPress writes it. */
export function wordpressError(
  status: number,
  code: string,
  message: string,
  more: Readonly<Record<string, unknown>> = {},
): SandboxAnswer {
  return json(status, { code, message, data: { status, ...more } });
}

/** 400 for one bad parameter. */
export function invalidParameter(name: string, why: string): SandboxAnswer {
  return wordpressError(400, 'rest_invalid_param', `Invalid parameter(s): ${name}`, {
    params: { [name]: why },
    details: { [name]: { code: 'rest_invalid_type', message: why, data: { param: name } } },
  });
}
