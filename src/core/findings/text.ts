// Codes of the area: text. Codes are permanent: never rename or reuse one.
import { define } from './define.ts';

export const textFindings = {
  // 'area/code': define<{ key: string }>({ severity: 'block', explanation: '...', message: ({ key }) => ..., hint: () => ... }),
};
void define;
