// Codes of the area: manifest. Codes are permanent: never rename or reuse one.
import { define } from './define.ts';

export const manifestFindings = {
  // 'area/code': define<{ key: string }>({ severity: 'block', explanation: '...', message: ({ key }) => ..., hint: () => ... }),
};
void define;
