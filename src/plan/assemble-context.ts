import { decodeTime } from 'ulid';
import type { AssembleContext, Content, Media } from '../core/contract.ts';
import { finding, type Finding, type Place } from '../core/finding.ts';
import type { LoadedBrand, LoadedExecution } from '../load/types.ts';
import type { Template } from '../generated/types/plan.ts';
import { longestLength, textTemplate, type FindOutput } from './fill-template.ts';
import { findActiveHtml } from './find-active-html.ts';
import { findLocalReferences } from './find-local-references.ts';
import { placeInContent } from './place-in-content.ts';
import { contentAsHtml, contentAsText, type RenderMarkdown } from './render-content.ts';
import type { ResolvedStep } from './types.ts';
import { stepPointer, walkInput } from './walk-input.ts';

/** What an action may use to put its requests together, and the problems that its content turned out to have. */
export interface AssembleWork {
  readonly context: AssembleContext;
  readonly findings: Finding[];
}

/** Everything is passed in: assembling sees no clock, network, policy or path. */
export function assembleContext(
  step: ResolvedStep,
  execution: LoadedExecution,
  brand: LoadedBrand,
  findOutput: FindOutput,
  render: RenderMarkdown,
): AssembleWork {
  const findings: Finding[] = [];
  const media = walkInput(step.input).flatMap((node) => (node.is === 'media' ? [node.media] : []));
  const context: AssembleContext = {
    step: step.id,
    connection: step.connection,
    profile: brand.profile,
    day: firstDay(execution),
    setting: (name) => settingOf(brand, step.connection.name, name),
    template: (text, encode) => textTemplate(text, encode, findOutput),
    html: (content) => {
      const html = contentAsHtml(content, findOutput, render);
      findings.push(...contentFindings(content, html, media));
      return html;
    },
    plain: (content) => contentAsText(content, findOutput),
    place: (pointer): Place => execution.place(`${stepPointer(step.id)}${pointer}`),
    longest: (template) => longestLength(template, findOutput),
  };
  return { context, findings };
}

/** Without a schedule it goes out when it is merged: nobody knows when, but not before its id was made. */
function firstDay({ manifest: { schedule, id } }: LoadedExecution): AssembleContext['day'] {
  if (schedule !== undefined) return { date: schedule.at.slice(0, 10), from: 'schedule' };
  return { date: new Date(decodeTime(id)).toISOString().slice(0, 10), from: 'id' };
}

function settingOf(brand: LoadedBrand, connection: string, name: string): string | undefined {
  const settings = brand.connections[connection]?.settings ?? {};
  return Object.hasOwn(settings, name) ? settings[name] : undefined;
}

function contentFindings(content: Content, html: Template, media: readonly Media[]): Finding[] {
  // A placeholder is filled in encoded, so that it cannot open a tag or leave an attribute.
  const literal =
    typeof html === 'string' ? html : html.$parts.map((part) => (typeof part === 'string' ? part : 'x:')).join('');
  const active = findActiveHtml(literal).map(({ what, evidence }) =>
    finding('content/active-html', { what }, { ...placeInContent(content, evidence), evidence }),
  );
  const local = findLocalReferences(literal)
    .filter((reference) => !isListed(reference, media))
    .map((reference) =>
      finding('content/local-reference', { reference }, { ...placeInContent(content, reference), evidence: reference }),
    );
  return [...active, ...local];
}

function isListed(reference: string, media: readonly Media[]): boolean {
  const name = reference.replace(/^(\.\/)+/, '');
  return media.some(({ file }) => file === name || file === reference || file.endsWith(`/${name}`));
}
