export { checklistMarkdown } from './checklist-markdown.ts';
export { checklistText } from './checklist-text.ts';
