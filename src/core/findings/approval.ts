// Codes of the area: approval. Codes are permanent: never rename or reuse one.
import { define } from './define.ts';

export const approvalFindings = {
  // 'area/code': define<{ key: string }>({ severity: 'block', explanation: '...', message: ({ key }) => ..., hint: () => ... }),
};
void define;
