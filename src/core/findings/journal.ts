// Codes of the area: journal. Codes are permanent: never rename or reuse one.
import { define } from './define.ts';

export const journalFindings = {
  // 'area/code': define<{ key: string }>({ severity: 'block', explanation: '...', message: ({ key }) => ..., hint: () => ... }),
};
void define;
