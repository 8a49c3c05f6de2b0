// Codes of the area: platform. Codes are permanent: never rename or reuse one.
import { define } from './define.ts';

/** What platforms answer, refuse or cannot hold. */
export const platformFindings = {
  'platform/wrong-credentials': define<{ platform: string; account: string }>({
    severity: 'block',
    explanation:
      'The platform does not know the account, or the secret is wrong or has expired. Asked before anything is sent.',
    message: ({ platform, account }) =>
      `${platform} does not accept the credentials of ${account || 'this connection'}.`,
    hint: ({ platform }) =>
      `Create a new secret in ${platform}, store it under the name in connections.yaml, and check the account there.`,
  }),
  'platform/missing-permission': define<{ platform: string; account: string; needed: string }>({
    severity: 'block',
    explanation: 'The account exists but may not do what the step needs.',
    message: ({ platform, account, needed }) =>
      `On ${platform}, ${account || 'this account'} may not do this: ${needed}.`,
    hint: ({ platform }) =>
      `Let an administrator of ${platform} give the account this right, or use another connection.`,
  }),
  'platform/wrong-account': define<{ platform: string; expected: string; actual: string }>({
    severity: 'block',
    explanation: 'The secret opens another account than the connection names: it would publish in the wrong place.',
    message: ({ platform, expected, actual }) =>
      `The secret belongs to ${platform} account ${actual}, not to ${expected}.`,
    hint: () => 'Correct the account in connections.yaml, or store the secret of the account that is named there.',
  }),
  'platform/blocked-by-site': define<{ origin: string; status: number }>({
    severity: 'block',
    explanation:
      'A web page came back where data was due: a firewall, a security plugin or a maintenance page stands in between.',
    message: ({ origin, status }) => `${origin} answered with a web page (${status}) instead of data.`,
    hint: () => 'Ask whoever runs the site to let the API pass its firewall or security plugin.',
  }),
  'platform/unreachable': define<{ platform: string; why: string }>({
    severity: 'cannot-verify',
    explanation: 'The platform did not answer a question that had to be settled before anything is sent.',
    message: ({ platform, why }) => `${platform} could not be asked: ${why}.`,
    hint: () => 'Nothing was sent. Run again when the platform answers.',
  }),
  'platform/not-found': define<{ platform: string; what: string }>({
    severity: 'block',
    explanation: 'What the step refers to does not exist on the platform, or the account may not see it.',
    message: ({ platform, what }) => `${platform} has no ${what}.`,
    hint: () => 'Check the id, and that it belongs to the account of the connection.',
  }),
  'platform/rejected': define<{ platform: string; what: string; reason: string }>({
    severity: 'block',
    explanation: 'The platform looked at the request and said no. Nothing happened there.',
    message: ({ platform, what, reason }) => `${platform} refused to ${what}: ${reason}.`,
    hint: () => 'Correct what the platform names, bump `generation`, and have it approved again.',
  }),
  'platform/slug-taken': define<{ slug: string; by: string }>({
    severity: 'block',
    explanation:
      'The address of the post is used by another one. WordPress would put a number behind it, and links would lead to the other post.',
    message: ({ slug, by }) => `The address "${slug}" is already used by ${by}.`,
    hint: ({ slug }) =>
      `Choose another slug, such as ${slug}-new, or change the existing post with wordpress/update-post.`,
  }),
  'platform/changed-meanwhile': define<{ what: string; how: string }>({
    severity: 'block',
    explanation:
      'What was prepared is not any more what was approved: somebody edited or removed it before it went out.',
    message: ({ what, how }) => `${what} was changed before it could go out: ${how}.`,
    hint: () => 'Ask who edited it. A new generation of the execution prepares it afresh.',
  }),
  'platform/too-large-to-keep': define<{ what: string; bytes: number; maximum: number }>({
    severity: 'block',
    explanation:
      'An update can only be undone with a copy of what was there before, and that copy is too large for the journal.',
    message: ({ what, bytes, maximum }) =>
      `${what} has ${bytes} bytes now; at most ${maximum} can be kept for an undo.`,
    hint: () => 'Publish a new post instead of changing this one.',
  }),
  'platform/nothing-to-change': define({
    severity: 'block',
    explanation: 'An update that names nothing to change.',
    message: () => 'This step changes nothing.',
    hint: () => 'Give at least one of `title`, `content` and `excerpt`.',
  }),
  'platform/which-post': define({
    severity: 'block',
    explanation: 'An update must say which post or page it means, in exactly one way.',
    message: () => 'It is not clear which post or page is meant.',
    hint: () => 'Give either `slug: opening-hours` (the last part of its address) or `id: 42`, not both.',
  }),
  'platform/ambiguous-post': define<{ what: string; count: number }>({
    severity: 'block',
    explanation: 'Several posts or pages of a site can have the same address; only one of them is meant.',
    message: ({ what, count }) => `There are ${count} entries for the ${what}.`,
    hint: () => 'Say `type: page` or `type: post`, or name it by its number: `id: 42`.',
  }),
  'platform/reserved-slug': define<{ slug: string }>({
    severity: 'block',
    explanation: 'WordPress keeps some addresses for itself and would put a number behind them.',
    message: ({ slug }) => `A post cannot have the address "${slug}": WordPress keeps it for feeds.`,
    hint: ({ slug }) => `Choose another slug, such as our-${slug}.`,
  }),
  'platform/damaged-image': define({
    severity: 'block',
    explanation: 'The site took the file but could not read the picture in it: it made no smaller versions of it.',
    message: () => 'The site cannot read the image.',
    hint: () => 'Open the image in an editor and save it again. If other images fail too, the site lacks a library.',
  }),
  'platform/altered': define<{ what: string }>({
    severity: 'block',
    explanation:
      'The platform took the draft but changed it: it takes away what an account may not write, and drops what it does not know. Nothing was public yet.',
    message: ({ what }) => `The site did not keep ${what} as approved.`,
    hint: () =>
      'Use an account with the role Editor, and leave out scripts, forms and frames where the site takes them away.',
  }),
  'platform/missing-setting': define<{ platform: string; setting: string; meaning: string }>({
    severity: 'block',
    explanation: 'The connection lacks a fact about the account without which the platform cannot do the step.',
    message: ({ platform, setting }) => `The ${platform} connection does not say \`${setting}\`.`,
    hint: ({ setting, meaning }) => `Add under \`settings\` in connections.yaml: \`${setting}: "..."\` (${meaning}).`,
  }),
  'platform/bad-setting': define<{ platform: string; setting: string; value: string; expected: string }>({
    severity: 'block',
    explanation: 'A setting of the connection cannot be what it says.',
    message: ({ platform, setting, value }) => `\`${setting}: ${value}\` of the ${platform} connection is not usable.`,
    hint: ({ setting, expected }) => `Write ${expected} for \`${setting}\` in connections.yaml.`,
  }),
  'platform/too-long': define<{
    what: string;
    length: number;
    maximum: number;
    unit: string;
    source: string;
  }>({
    severity: 'block',
    explanation: 'Longer than the platform accepts, counted with the longest value that a placeholder can have.',
    message: ({ what, length, maximum, unit }) => `${what} can have ${length} ${unit}; at most ${maximum} fit.`,
    hint: ({ source }) => `Shorten it. The limit comes from ${source}.`,
  }),
  'platform/no-image': define<{ type: string }>({
    severity: 'block',
    explanation: 'Only images can be the picture of a post.',
    message: ({ type }) => `A file of type ${type} cannot be the image of a post.`,
    hint: () => 'Use a .png, .jpg, .gif or .webp file.',
  }),
  'platform/not-public': define<{ what: string; status: string }>({
    severity: 'block',
    explanation: 'The platform accepted the change, but what should be public is not.',
    message: ({ what, status }) => `${what} is not public: its state is "${status}".`,
    hint: () => 'Check that the account may publish, and that no plugin puts posts back for review.',
  }),
  'platform/other-currency': define<{ stated: string; account: string }>({
    severity: 'block',
    explanation:
      'The amounts are in another currency than the account is billed in: the platform would read the same number in its own currency.',
    message: ({ stated, account }) => `The budget is in ${stated}, but the account is billed in ${account}.`,
    hint: ({ account }) => `State the budget in ${account}.`,
  }),
  'platform/bad-dates': define<{ starts: string; ends: string }>({
    severity: 'block',
    explanation: 'A day that does not exist, or an end before the start.',
    message: ({ starts, ends }) => `A campaign cannot run from ${starts} to ${ends}.`,
    hint: () => 'Give days such as 2027-03-02, the last one not before the first.',
  }),
  'platform/budget-does-not-fit': define<{ total: string; days: number; daily: string; average: string }>({
    severity: 'block',
    explanation: 'Total, daily amount and length of a campaign contradict each other.',
    message: ({ total, days, daily, average }) =>
      `${total} over ${days} days is ${average} a day on average, more than the daily ${daily}.`,
    hint: () => 'Lower the total, raise the daily amount, or let the campaign end later.',
  }),
  'platform/unknown-country': define<{ country: string }>({
    severity: 'block',
    explanation: 'Ads are shown by country; this one is not known here.',
    message: ({ country }) => `Where "${country}" is, cannot be told to the platform.`,
    hint: () => 'Name countries by their two letters, such as `countries: [DE, AT]`.',
  }),
  'platform/no-country': define({
    severity: 'block',
    explanation: 'Without a country the ads would be shown, and paid for, everywhere in the world.',
    message: () => 'It is not said where the ads are shown.',
    hint: () => 'Add `countries: [DE]` to the step, or `target_markets` to the profile of the brand.',
  }),
  'platform/unfilled-tag': define<{ tag: string; platform: string }>({
    severity: 'block',
    explanation:
      'A template tag of which nobody can see what people will read in its place: a field of a contact, or a slip of the pen.',
    message: ({ tag, platform }) => `What ${platform} would put in the place of "${tag}" is not known.`,
    hint: () =>
      'Write the words themselves. Tags that work are `{{{unsubscribe}}}`, `{{{unsubscribe_preferences}}}` and the parts of the sender, such as `{{{Sender_Address}}}`.',
  }),
  'platform/bad-amount': define<{ text: string }>({
    severity: 'block',
    explanation: 'An amount of nothing, or with more decimals than its currency has.',
    message: ({ text }) => `"${text}" is no amount that can be spent.`,
    hint: () => 'Write an amount above zero with its currency, such as `40.00 EUR`; yen have no decimals.',
  }),
  'platform/two-currencies': define<{ daily: string; total: string }>({
    severity: 'block',
    explanation: 'An account is billed in one currency.',
    message: ({ daily, total }) => `The budget is ${daily} a day and ${total} in all: two currencies.`,
    hint: () => 'State both in the currency of the account.',
  }),
  'platform/bad-address': define<{ address: string }>({
    severity: 'block',
    explanation: 'An ad opens a public page with https; anything else would be refused, or lead nowhere.',
    message: ({ address }) => `"${address}" is no page that an ad can open.`,
    hint: () =>
      'Write the whole address, such as https://www.acme.example/bikes/, or use an output of an earlier step.',
  }),
};
