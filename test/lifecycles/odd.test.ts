import { playLifecycles } from './harness/play-lifecycles.ts';

playLifecycles(1);
