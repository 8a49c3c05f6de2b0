import { finding, type Finding, type Place } from '../core/finding.ts';
import { findHidden, type HiddenKind } from '../core/hidden-characters.ts';
import { findMixedNames } from '../core/mixed-scripts.ts';

/** Invisible characters and fake names in a text, each at its place. */
export function* scanText(text: string, placeOf: (index: number) => Place): Generator<Finding> {
  for (const { kind, index, codePoint } of findHidden(text)) {
    yield finding(codes[kind], { codePoint }, placeOf(index));
  }
  for (const { name, scripts, index } of findMixedNames(text))
    yield finding('text/mixed-script', { name, scripts }, placeOf(index));
}

const codes = {
  control: 'text/control-character',
  bidi: 'text/bidi-control',
  'zero-width': 'text/zero-width',
  tag: 'text/tag-character',
  surrogate: 'text/lone-surrogate',
} as const satisfies Record<HiddenKind, string>;
