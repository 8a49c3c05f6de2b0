export { openForge } from './open-forge.ts';
