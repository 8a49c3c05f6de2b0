// Codes of the area: manifest. Codes are permanent: never rename or reuse one.
import { define } from './define.ts';

export const manifestFindings = {
  'manifest/other-brand': define<{ brand: string; folder: string }>({
    severity: 'block',
    explanation: 'The folder and the manifest name different brands: one of them is a mistake.',
    message: ({ brand, folder }) => `The manifest is for the brand "${brand}" but lies in executions/${folder}/.`,
    hint: ({ brand, folder }) => `Write \`brand: ${folder}\`, or move the folder to executions/${brand}/.`,
  }),
  'manifest/step-id': define<{ id: string }>({
    severity: 'block',
    explanation: 'Ids of steps appear in addresses, logs and expressions: only plain ones are safe everywhere.',
    message: ({ id }) => `"${id}" cannot be the id of a step.`,
    hint: () => 'Use lower-case letters, digits and hyphens, such as blog or launch-ads; at most 60 of them.',
  }),
};
