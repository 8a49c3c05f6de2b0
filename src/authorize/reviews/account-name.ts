import type { Account, ForgeKind } from '../../core/forge.ts';
import type { Policy } from '../../generated/types/policy.ts';

/** The name of an account for keeps: `github:583231`. Null where the forge deleted it. */
export function accountName(forge: ForgeKind, account: Account | null): string | null {
  const id = account?.id ?? null;
  return id === null ? null : `${forge}:${id}`;
}

/** Machines approve nothing: what the forge calls a bot, and what the policy does. */
export function isMachine(forge: ForgeKind, account: Account, policy: Pick<Policy, 'bots'>): boolean {
  const name = accountName(forge, account);
  return (
    account.kind === 'bot' ||
    account.login.endsWith('[bot]') ||
    (account.id ?? 0) < 0 ||
    (name !== null && (policy.bots ?? []).includes(name))
  );
}
