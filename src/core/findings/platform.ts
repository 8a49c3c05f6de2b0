// Codes of the area: platform. Codes are permanent: never rename or reuse one.
import { define } from './define.ts';

export const platformFindings = {
  // 'area/code': define<{ key: string }>({ severity: 'block', explanation: '...', message: ({ key }) => ..., hint: () => ... }),
};
void define;
