// Codes of the area: content. Codes are permanent: never rename or reuse one.
import { define } from './define.ts';

export const contentFindings = {
  // 'area/code': define<{ key: string }>({ severity: 'block', explanation: '...', message: ({ key }) => ..., hint: () => ... }),
};
void define;
