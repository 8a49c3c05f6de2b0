// Codes of the area: git. Codes are permanent: never rename or reuse one.
import { define } from './define.ts';

export const gitFindings = {
  // 'area/code': define<{ key: string }>({ severity: 'block', explanation: '...', message: ({ key }) => ..., hint: () => ... }),
};
void define;
