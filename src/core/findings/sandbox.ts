// Codes of the area: sandbox. Codes are permanent: never rename or reuse one.
import { define } from './define.ts';

export const sandboxFindings = {
  // 'area/code': define<{ key: string }>({ severity: 'block', explanation: '...', message: ({ key }) => ..., hint: () => ... }),
};
void define;
