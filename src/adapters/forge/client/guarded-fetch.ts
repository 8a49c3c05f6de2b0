const maximumBytes = 32 * 1024 * 1024;
const maximumHops = 3;

/**
 * A `fetch` for a forge: counts each request, ends it by a hard time-out with its whole answer, and follows redirects of
 * reads within the same origin only, because the token travels along. Other redirects are handed over as they are.
 */
export function guardedFetch(timeout: number, count: () => void): typeof fetch {
  return async (input, init) => {
    let url = new URL(input instanceof Request ? input.url : input);
    for (let hop = 0; ; hop += 1) {
      count();
      const response = await fetch(url, { ...init, redirect: 'manual', signal: AbortSignal.timeout(timeout) });
      const target = hop < maximumHops && init?.method === 'GET' ? sameOriginTarget(response, url) : null;
      if (target === null) return await wholeAnswer(response);
      await response.body?.cancel();
      url = target;
    }
  };
}

function sameOriginTarget(response: Response, from: URL): URL | null {
  const location = response.headers.get('location');
  if (response.status < 300 || response.status > 399 || location === null || !URL.canParse(location, from)) return null;
  const target = new URL(location, from);
  return target.origin === from.origin && target.username === '' && target.password === '' ? target : null;
}

/** The answer with its body read to the end. It is called JSON whatever it says it is: what is not, stays text. */
async function wholeAnswer(response: Response): Promise<Response> {
  const chunks: Uint8Array[] = [];
  let bytes = 0;
  for await (const chunk of response.body ?? []) {
    bytes += chunk.byteLength;
    if (bytes > maximumBytes) throw new Error(`the answer is longer than ${maximumBytes} bytes`);
    chunks.push(chunk);
  }
  const headers = new Headers(response.headers);
  headers.set('content-type', 'application/json');
  headers.delete('deprecation');
  const hasBody = ![204, 205, 304].includes(response.status);
  const text = new TextDecoder().decode(Buffer.concat(chunks));
  return new Response(hasBody ? text : null, { status: response.status, headers });
}
