// Codes of the area: execution. Codes are permanent: never rename or reuse one.
import { define } from './define.ts';

export const executionFindings = {
  // 'area/code': define<{ key: string }>({ severity: 'block', explanation: '...', message: ({ key }) => ..., hint: () => ... }),
};
void define;
