// Codes of the area: plan. Codes are permanent: never rename or reuse one.
import { define } from './define.ts';

export const planFindings = {
  // 'area/code': define<{ key: string }>({ severity: 'block', explanation: '...', message: ({ key }) => ..., hint: () => ... }),
};
void define;
