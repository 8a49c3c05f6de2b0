const roles: Readonly<Record<string, string>> = { 1: 'read', 2: 'maintain', 3: 'triage', 4: 'write', 5: 'admin' };
const words: Readonly<Record<string, string>> = {
  'role:admin': 'administrators',
  'organization-admin': 'owners of the organization',
  'enterprise-owner': 'owners of the enterprise',
  'deploy-key': 'every deploy key that may write',
  other: 'somebody that this version does not know',
};

/** Who gets past a rule, for people: `role:5` is everybody with the role "admin". */
export function whoIs(bypass: string): string {
  const [kind = '', rest = ''] = bypass.split(/:(.*)/s);
  const named = words[bypass];
  if (named !== undefined) return named;
  if (kind === 'role') return `everybody with the role "${roles[rest] ?? rest}"`;
  if (rest === '') return bypass;
  return kind === 'app' ? `App ${rest}` : `${kind} ${rest}`;
}
