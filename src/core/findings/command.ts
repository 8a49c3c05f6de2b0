// Codes of the area: command. Codes are permanent: never rename or reuse one.
import { define } from './define.ts';

export const commandFindings = {
  // 'area/code': define<{ key: string }>({ severity: 'block', explanation: '...', message: ({ key }) => ..., hint: () => ... }),
};
void define;
