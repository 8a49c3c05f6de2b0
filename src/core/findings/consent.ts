// Codes of the area: consent. Codes are permanent: never rename or reuse one.
import { define } from './define.ts';

export const consentFindings = {
  // 'area/code': define<{ key: string }>({ severity: 'block', explanation: '...', message: ({ key }) => ..., hint: () => ... }),
};
void define;
