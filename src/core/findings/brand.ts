// Codes of the area: brand. Codes are permanent: never rename or reuse one.
import { define } from './define.ts';

export const brandFindings = {
  // 'area/code': define<{ key: string }>({ severity: 'block', explanation: '...', message: ({ key }) => ..., hint: () => ... }),
};
void define;
