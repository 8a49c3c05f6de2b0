// Codes of the area: transport. Codes are permanent: never rename or reuse one.
import { define } from './define.ts';

export const transportFindings = {
  // 'area/code': define<{ key: string }>({ severity: 'block', explanation: '...', message: ({ key }) => ..., hint: () => ... }),
};
void define;
