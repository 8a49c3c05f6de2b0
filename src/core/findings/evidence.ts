// Codes of the area: evidence. Codes are permanent: never rename or reuse one.
import { define } from './define.ts';

export const evidenceFindings = {
  // 'area/code': define<{ key: string }>({ severity: 'block', explanation: '...', message: ({ key }) => ..., hint: () => ... }),
};
void define;
