// Codes of the area: control-plane. Codes are permanent: never rename or reuse one.
import { define } from './define.ts';

export const controlPlaneFindings = {
  // 'area/code': define<{ key: string }>({ severity: 'block', explanation: '...', message: ({ key }) => ..., hint: () => ... }),
};
void define;
