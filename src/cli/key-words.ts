/** The public key of a journal as text: what an auditor is given, who has no other way to know it. */
export function keyWords(publicKey: string): string {
  return `Its public key, for whoever audits it elsewhere (it is no secret):\n  ${publicKey}`;
}
