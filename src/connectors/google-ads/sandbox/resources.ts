import type { Collection, Store } from '../../../sandbox/kit/index.ts';

/** One resource of an account: its fields as they were sent, in camel case. */
export type Resource = Readonly<Record<string, unknown>> & { readonly resourceName: string };

/** How a kind of resource is named: in operations, in paths and in queries. */
export interface Kind {
  /** `campaignOperation` -> `campaign`. */
  readonly name: string;
  readonly plural: string;
  /** Kinds that are named by their parent's id and their own. */
  readonly parent?: string;
}

export const kinds: readonly Kind[] = [
  { name: 'campaignBudget', plural: 'campaignBudgets' },
  { name: 'campaign', plural: 'campaigns' },
  { name: 'adGroup', plural: 'adGroups' },
  { name: 'adGroupAd', plural: 'adGroupAds', parent: 'adGroup' },
  { name: 'adGroupCriterion', plural: 'adGroupCriteria', parent: 'adGroup' },
  { name: 'campaignCriterion', plural: 'campaignCriteria', parent: 'campaign' },
  { name: 'label', plural: 'labels' },
  { name: 'campaignLabel', plural: 'campaignLabels', parent: 'campaign' },
  { name: 'asset', plural: 'assets' },
];

/** All resources of one kind, over all accounts; their names begin with the account. */
export function resourcesOf(store: Store, kind: Kind): Collection<Resource> {
  return store.collection<Resource>(kind.plural);
}

/** The last part of a name: `customers/1/campaigns/7` -> `7`. */
export function idOf(resourceName: string): string {
  return resourceName.split('/').at(-1) ?? '';
}
