// Codes of the area: path. Codes are permanent: never rename or reuse one.
import { define } from './define.ts';

export const pathFindings = {
  // 'area/code': define<{ key: string }>({ severity: 'block', explanation: '...', message: ({ key }) => ..., hint: () => ... }),
};
void define;
