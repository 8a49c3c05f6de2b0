// Codes of the area: yaml. Codes are permanent: never rename or reuse one.
import { define } from './define.ts';

export const yamlFindings = {
  // 'area/code': define<{ key: string }>({ severity: 'block', explanation: '...', message: ({ key }) => ..., hint: () => ... }),
};
void define;
