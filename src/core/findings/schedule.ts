// Codes of the area: schedule. Codes are permanent: never rename or reuse one.
import { define } from './define.ts';

export const scheduleFindings = {
  // 'area/code': define<{ key: string }>({ severity: 'block', explanation: '...', message: ({ key }) => ..., hint: () => ... }),
};
void define;
