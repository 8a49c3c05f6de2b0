import type { Account, ForgeKind } from '../../core/forge.ts';
import type { Policy } from '../../generated/types/policy.ts';
import { personDirectory } from '../person-directory.ts';

/** Who plays in a case: names of the case as accounts of a forge. */
export interface Cast {
  readonly forge: ForgeKind;
  /** Null: a person without an account there, who approves in plain git. */
  account(name: string, isBot?: boolean): Account | null;
  /** Name as a verdict shows it. */
  shown(name: string): string;
}

/** Numbers of strangers begin here, so that they are nobody's. */
const strangers = 9_000_000_000;

/** Gives everyone in a case an account: those in the policy theirs, strangers one of their own. */
export function castOf(policy: Policy): Cast {
  const directory = personDirectory(policy);
  const forge = policy.forge?.startsWith('gitea:') === true ? 'gitea' : 'github';
  const met = new Map<string, number>();
  const strangerNumber = (name: string): number => {
    met.set(name, met.get(name) ?? strangers + met.size);
    return met.get(name) ?? strangers;
  };
  return {
    forge,
    account: (name, isBot = false) => {
      const own = directory.accounts(name).find((one) => one.startsWith(`${forge}:`));
      if (own === undefined && (name.includes('@') || isKnown(name, policy))) return null;
      const id = own === undefined ? strangerNumber(name) : Number(own.slice(forge.length + 1));
      return { id, login: name, kind: isBot ? 'bot' : 'unknown' };
    },
    shown: (name) => directory.shown(name),
  };
}

function isKnown(name: string, { people }: Policy): boolean {
  return Object.hasOwn(people ?? {}, name);
}
