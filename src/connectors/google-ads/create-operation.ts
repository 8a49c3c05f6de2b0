import type { AssembleContext } from '../../core/contract.ts';
import { join, marker, ofReceipt } from '../../core/template.ts';
import type { Input } from '../../generated/types/actions/google-ads.launch-search-campaign.ts';
import type { Operation, Template } from '../../generated/types/plan.ts';
import { microsOf, type Campaign } from './check-campaign.ts';
import { geoTarget } from './countries.ts';
import { campaignName, mutatePath } from './mutate-request.ts';
import { accountPath } from './query.ts';

/** Everything in one mutate: it is done wholly or not at all, so a crash leaves no half campaign. */
export function createOperation(input: Input, campaign: Campaign, context: AssembleContext): Operation {
  const { connection } = context;
  const account = accountPath(connection).replace(/^\/v\d+\//, '');
  return {
    id: 'create',
    kind: 'create',
    phase: 'prepare',
    effect: 'inert',
    needs: [],
    // The name is unique in the account and holds our marker: one look tells.
    provider: { class: 'P', lag: 'PT2S' },
    'key-at': '/mutateOperations/1/campaignOperation/create/name',
    request: {
      method: 'POST',
      path: mutatePath(connection),
      json: { mutateOperations: mutations(input, campaign, context, account) },
    },
    undo: [
      {
        kind: 'remove',
        words: 'The campaign is removed, with its budget and its ads.',
        request: {
          method: 'POST',
          path: mutatePath(connection),
          json: {
            mutateOperations: [{ campaignOperation: { remove: join(`${account}/campaigns/`, ofReceipt('id', 'id')) } }],
          },
        },
      },
    ],
  };
}

/** Temporary names, negative numbers, tie the parts together until they have their own. */
function mutations(input: Input, campaign: Campaign, context: AssembleContext, account: string): unknown[] {
  const names = {
    budget: `${account}/campaignBudgets/-1`,
    campaign: `${account}/campaigns/-2`,
    group: `${account}/adGroups/-3`,
  };
  const name = campaignName(input.name ?? `${context.profile.brand_name}: ${context.step}`, marker);
  return [
    { campaignBudgetOperation: { create: budgetOf(names.budget, name, campaign) } },
    { campaignOperation: { create: campaignOf(names, name, campaign) } },
    ...campaign.countries.map((country) => ({
      campaignCriterionOperation: {
        create: { campaign: names.campaign, location: { geoTargetConstant: geoTarget(country) } },
      },
    })),
    {
      adGroupOperation: {
        create: {
          resourceName: names.group,
          campaign: names.campaign,
          name,
          status: 'ENABLED',
          type: 'SEARCH_STANDARD',
        },
      },
    },
    { adGroupAdOperation: { create: { adGroup: names.group, status: 'ENABLED', ad: adOf(input, context) } } },
    ...input.ads.keywords.map(({ text, match }) => ({
      adGroupCriterionOperation: {
        create: {
          adGroup: names.group,
          status: 'ENABLED',
          keyword: { text: context.template(text, 'none'), matchType: (match ?? 'phrase').toUpperCase() },
        },
      },
    })),
  ];
}

/** A budget for the whole of the campaign: Google stops when it is spent. It needs the campaign's last day. */
function budgetOf(resourceName: string, name: Template, { budget }: Campaign): unknown {
  return {
    resourceName,
    name,
    period: 'CUSTOM_PERIOD',
    totalAmountMicros: microsOf(budget.total),
    explicitlyShared: false,
  };
}

function campaignOf(
  names: { readonly campaign: string; readonly budget: string },
  name: Template,
  campaign: Campaign,
): unknown {
  const { starts, ends } = campaign.days;
  return {
    resourceName: names.campaign,
    name,
    status: 'PAUSED',
    advertisingChannelType: 'SEARCH',
    campaignBudget: names.budget,
    targetSpend: {},
    networkSettings: {
      targetGoogleSearch: true,
      targetSearchNetwork: false,
      targetContentNetwork: false,
      targetPartnerSearchNetwork: false,
    },
    // Shown to people who are there, not to those who are interested in the place.
    geoTargetTypeSetting: { positiveGeoTargetType: 'PRESENCE' },
    // Google must not write ads of its own: nobody would have approved them.
    aiMaxSetting: { enableAiMax: false },
    assetAutomationSettings: [
      { assetAutomationType: 'TEXT_ASSET_AUTOMATION', assetAutomationStatus: 'OPTED_OUT' },
      { assetAutomationType: 'FINAL_URL_EXPANSION_TEXT_ASSET_AUTOMATION', assetAutomationStatus: 'OPTED_OUT' },
    ],
    containsEuPoliticalAdvertising: 'DOES_NOT_CONTAIN_EU_POLITICAL_ADVERTISING',
    ...(starts !== undefined && { startDateTime: `${starts} 00:00:00` }),
    endDateTime: `${ends} 23:59:59`,
  };
}

function adOf({ ads, ...input }: Input, { template }: AssembleContext): unknown {
  const assets = (texts: readonly string[]): unknown[] => texts.map((text) => ({ text: template(text, 'none') }));
  const [path1, path2] = ads.paths ?? [];
  return {
    finalUrls: [template(input['final-url'], 'none')],
    responsiveSearchAd: {
      headlines: assets(ads.headlines),
      descriptions: assets(ads.descriptions),
      ...(path1 !== undefined && { path1: template(path1, 'none') }),
      ...(path2 !== undefined && { path2: template(path2, 'none') }),
    },
  };
}
