// Codes of the area: text. Codes are permanent: never rename or reuse one.
import { define } from './define.ts';

interface Hidden {
  readonly codePoint: string;
}

const remove = ({ codePoint }: Hidden): string =>
  `Delete the character ${codePoint} at this place. It often comes along when text is copied from a chat, a PDF or a web page: type the words again.`;

export const textFindings = {
  'text/invalid-utf8': define({
    severity: 'block',
    explanation: 'The file is not UTF-8 text, so that what a reviewer sees may not be what is sent.',
    message: () => 'The file is not UTF-8 text.',
    hint: () => 'Save it again as "UTF-8" (in Excel: "CSV UTF-8"; in Notepad: Save as, Encoding: UTF-8).',
  }),
  'text/control-character': define<Hidden>({
    severity: 'block',
    explanation: 'Control characters, such as NUL, are invisible and cut or change text on its way.',
    message: ({ codePoint }) => `An invisible control character (${codePoint}) stands here.`,
    hint: remove,
  }),
  'text/bidi-control': define<Hidden>({
    severity: 'block',
    explanation: 'Characters that turn the reading direction make text look different from what it says.',
    message: ({ codePoint }) =>
      `An invisible character (${codePoint}) turns the reading direction: the text looks different from what is sent.`,
    hint: remove,
  }),
  'text/tag-character': define<Hidden>({
    severity: 'block',
    explanation: 'Tag characters are invisible and can carry hidden messages.',
    message: ({ codePoint }) => `An invisible tag character (${codePoint}) hides text here.`,
    hint: remove,
  }),
  'text/zero-width': define<Hidden>({
    severity: 'block',
    explanation:
      'A character without width makes two words look equal that are not. It is allowed inside emoji and where a script needs it.',
    message: ({ codePoint }) => `An invisible character (${codePoint}) stands here.`,
    hint: remove,
  }),
  'text/lone-surrogate': define<Hidden>({
    severity: 'block',
    explanation:
      'Half of a character: two different ones become the same bytes, so that two contents would share one digest.',
    message: ({ codePoint }) => `Half of a character (${codePoint}) stands here.`,
    hint: () => 'Type the character itself (such as an emoji) instead of its "\\u..." code.',
  }),
  'text/mixed-script': define<{ name: string; scripts: readonly string[] }>({
    severity: 'block',
    explanation:
      'A name that mixes look-alike letters of two alphabets is not the name that people read: a common way to fake a host.',
    message: ({ name, scripts }) => `"${name}" mixes ${scripts.join(' and ')} letters that look alike.`,
    hint: () => 'Type the name again with one keyboard layout.',
  }),
};
