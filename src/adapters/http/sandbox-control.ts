/** One thing that the world saw, as the sandbox lists it. */
export interface SeenEffect {
  readonly at: string;
  readonly platform: string;
  readonly operation: string;
  readonly effect: 'inert' | 'live' | 'spend';
  readonly undone: boolean;
}

/** What should go wrong next. */
export interface WantedFault {
  readonly platform: string;
  readonly operation: string;
  readonly kind: string;
  readonly times: number;
}

/** Everything that the sandbox saw: its list is the witness of what really happened. */
export async function readEffects(url: string): Promise<readonly SeenEffect[]> {
  const answer = await fetch(new URL('/_sandbox/effects', url));
  return (await answer.json()) as readonly SeenEffect[];
}

/** Asks the sandbox to let a call go wrong. */
export async function orderFault(url: string, fault: WantedFault): Promise<void> {
  const answer = await fetch(new URL('/_sandbox/faults', url), {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(fault),
  });
  if (!answer.ok) throw new Error(`the sandbox refused the fault: ${await answer.text()}`);
}
