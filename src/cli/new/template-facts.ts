import type { Money } from '../../core/money.ts';
import type { LoadedBrand } from '../../load/types.ts';
import type { TemplateFacts } from './types.ts';

/** What the templates need, from the brand's own files. Pure. */
export function templateFacts(
  brand: LoadedBrand,
  { name, title, hasBlog }: Pick<TemplateFacts, 'name' | 'title' | 'hasBlog'>,
): TemplateFacts {
  const { profile } = brand;
  const brandName = profile.brand_name ?? brand.slug;
  return {
    brand: brand.slug,
    brandName,
    name,
    title,
    address: profile.postal_address ?? `${brandName}, street, postal code and town`,
    audience: audienceOf(brand),
    budget: budgetOf(brand.ceiling),
    website: websiteOf(brand),
    hasBlog,
  };
}

/** Name of the first connection to a platform, or null. */
export function connectionTo(brand: LoadedBrand, platform: string): string | null {
  return Object.entries(brand.connections).find(([, connection]) => connection.platform === platform)?.[0] ?? null;
}

function audienceOf({ evidence }: LoadedBrand): TemplateFacts['audience'] {
  for (const [consent, { evidence: record }] of evidence)
    if (record.kind === 'consent' && record.channels?.includes('email') === true)
      return { consent, list: record.list ?? 'newsletter', size: record.size ?? 1000 };
  return null;
}

/** A tenth of what the brand may spend in a month, over ten days: little enough to try, and within the limit. */
function budgetOf(ceiling: Money | null): TemplateFacts['budget'] {
  const limit = ceiling ?? { minor: 100_000, currency: 'USD' };
  const daily = Math.max(1, Math.floor(limit.minor / 100));
  const { currency } = limit;
  return { daily: { minor: daily, currency }, total: { minor: daily * 10, currency } };
}

function websiteOf({ slug, connections }: LoadedBrand): string {
  const origins = Object.values(connections).flatMap((connection) => connection['base-url'] ?? []);
  return origins[0]?.replace(/\/$/, '') ?? `https://www.${slug}.example`;
}
