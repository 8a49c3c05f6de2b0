// Codes of the area: content. Codes are permanent: never rename or reuse one.
import { define } from './define.ts';

export const contentFindings = {
  'content/too-large': define<{ path: string; maximum: string }>({
    severity: 'block',
    explanation: 'The file is larger than anything that a person reviews or a platform accepts.',
    message: ({ path, maximum }) => `${path} is larger than ${maximum}.`,
    hint: () => 'Shorten the text, or save the image smaller.',
  }),
  'content/empty': define<{ path: string }>({
    severity: 'block',
    explanation: 'Nothing would be sent.',
    message: ({ path }) => `${path} is empty.`,
    hint: () => 'Write the text, or save the file again.',
  }),
  'content/unknown-format': define<{ path: string }>({
    severity: 'block',
    explanation: 'The ending of a text says how it is written.',
    message: ({ path }) => `${path} is no text that can be sent.`,
    hint: () => 'Use a name that ends in .md (Markdown), .html or .txt.',
  }),
  'content/unknown-media': define<{ path: string }>({
    severity: 'block',
    explanation: 'Images are recognised by their first bytes, whatever their name says.',
    message: ({ path }) => `${path} is not an image that can be sent.`,
    hint: () => 'Use a PNG, JPEG, GIF or WebP file.',
  }),
  'content/broken-image': define<{ path: string; type: string }>({
    severity: 'block',
    explanation: 'The file starts like an image but says nothing about its size: it is cut off or damaged.',
    message: ({ path, type }) => `${path} is a damaged ${type} file.`,
    hint: () => 'Save or export the image again.',
  }),
  'content/svg': define<{ path: string }>({
    severity: 'block',
    explanation: 'An SVG can run programs and load other files in the browser of whoever sees it.',
    message: ({ path }) => `${path} is an SVG.`,
    hint: () => 'Export it as PNG.',
  }),
  'content/wrong-extension': define<{ path: string; type: string }>({
    severity: 'block',
    explanation:
      'The ending of the name says something else than the content, so that platforms and people take it for something else.',
    message: ({ path, type }) => `${path} is in truth a ${type} file.`,
    hint: () => 'Rename it to the ending that fits, or save it again in the format of its name.',
  }),
  'content/too-many-pixels': define<{ path: string; width: number; height: number }>({
    severity: 'block',
    explanation: 'An image of this size takes gigabytes of memory when it is opened.',
    message: ({ path, width, height }) => `${path} has ${width} by ${height} pixels.`,
    hint: () => 'Scale it down; 4,000 pixels are enough for every platform.',
  }),
  'content/location': define<{ path: string }>({
    severity: 'warn',
    explanation:
      'The photo carries the coordinates of the place where it was taken. Whoever downloads it can read them.',
    message: ({ path }) => `${path} says where it was taken.`,
    hint: () => 'Export the photo without location data.',
  }),
  'content/template-text': define<{ words: string }>({
    severity: 'warn',
    explanation:
      'What the template of `mergecast new` asks its author to write is still there, and would reach the audience.',
    message: ({ words }) => `The text of the template is still there: "${words} ...".`,
    hint: () => 'Write your own text in its place.',
  }),
};
