// Codes of the area: score. Codes are permanent: never rename or reuse one.
import { define } from './define.ts';

export const scoreFindings = {
  // 'area/code': define<{ key: string }>({ severity: 'block', explanation: '...', message: ({ key }) => ..., hint: () => ... }),
};
void define;
