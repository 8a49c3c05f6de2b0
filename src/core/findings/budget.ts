// Codes of the area: budget. Codes are permanent: never rename or reuse one.
import { define } from './define.ts';

export const budgetFindings = {
  // 'area/code': define<{ key: string }>({ severity: 'block', explanation: '...', message: ({ key }) => ..., hint: () => ... }),
};
void define;
