import { finding, type Finding } from '../../core/finding.ts';
import { findTemplateWords } from '../../core/template-words.ts';
import { placeInContent } from '../../plan/place-in-content.ts';
import { stepPointer, walkInput, type InputNode } from '../../plan/walk-input.ts';
import type { Gate, GateContext } from '../types.ts';

/** What a template asks its author to write must not reach an audience. */
export const templateText: Gate = (context) => {
  const { execution } = context;
  const { summary } = execution.manifest;
  const inSummary = findTemplateWords(summary);
  const own = inSummary === null ? [] : [finding('content/template-text', inSummary, execution.place('/summary'))];
  return [
    ...own,
    ...execution.steps.flatMap(({ id, input }) => walkInput(input).flatMap((node) => inNode(id, node, context))),
  ];
};

function inNode(step: string, node: InputNode, { execution }: GateContext): Finding[] {
  if (node.is === 'media') return [];
  const found = findTemplateWords(node.is === 'text' ? node.text : node.content.text);
  if (found === null) return [];
  const place =
    node.is === 'text'
      ? execution.place(`${stepPointer(step)}${node.pointer}`)
      : placeInContent(node.content, found.index);
  return [finding('content/template-text', { words: found.words }, place)];
}
