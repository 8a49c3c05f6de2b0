const loopbackHosts = new Set(['127.0.0.1', 'localhost', '[::1]']);

/** Whether an address is plain http on this very machine, without a user name in it: the only place a sandbox may be. */
export function isLoopback(address: string): boolean {
  if (!URL.canParse(address)) return false;
  const { protocol, hostname, username, password } = new URL(address);
  return protocol === 'http:' && loopbackHosts.has(hostname) && username === '' && password === '';
}
