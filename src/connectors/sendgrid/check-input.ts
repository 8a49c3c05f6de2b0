import type { AssembleContext, Content } from '../../core/contract.ts';
import { finding, type Finding, type Place } from '../../core/finding.ts';
import type { Input } from '../../generated/types/actions/sendgrid.send-campaign.ts';
import { findVariables } from './find-variables.ts';
import { longestSubject } from './limits.ts';

/** What would go wrong at SendGrid, or look wrong in a mailbox. */
export function checkInput(input: Input, context: AssembleContext): readonly Finding[] {
  return [
    ...checkSettings(context),
    ...checkSubject(input, context),
    ...findVariables(input.subject).map(({ tag }) => unknownTag(tag, context.place('/subject'))),
    ...findVariables(input.preheader ?? '').map(({ tag }) => unknownTag(tag, context.place('/preheader'))),
    ...findVariables(input.content.text).map(({ tag, offset }) => unknownTag(tag, placeOf(input.content, offset))),
  ];
}

function checkSettings({ connection, place }: AssembleContext): Finding[] {
  return ['sender-id', 'suppression-group-id'].flatMap((setting) => {
    const value = connection.settings[setting] ?? '';
    if (/^[1-9]\d{0,14}$/.test(value)) return [];
    const parameters = { platform: 'SendGrid', setting, value, expected: 'the number that SendGrid shows' };
    return [finding('platform/bad-setting', parameters, place('/audience'))];
  });
}

function checkSubject({ subject }: Input, context: AssembleContext): Finding[] {
  const length = context.longest(context.template(subject, 'none'));
  const { what, maximum, source } = longestSubject;
  if (length <= maximum) return [];
  return [
    finding('platform/too-long', { what, length, maximum, unit: 'characters', source }, context.place('/subject')),
  ];
}

function unknownTag(tag: string, place: Place): Finding {
  return finding('platform/unfilled-tag', { tag, platform: 'SendGrid' }, { ...place, evidence: tag });
}

/** Line and column in a file of its own; inline text stands where its manifest says. */
function placeOf({ text, place }: Content, offset: number): Place {
  if (/\.ya?ml$/.test(place.file ?? '')) return place;
  const before = text.slice(0, offset).split('\n');
  return { ...place, line: (place.line ?? 1) + before.length - 1, column: (before.at(-1)?.length ?? 0) + 1 };
}
