import type { Part, TemplateFacts } from './types.ts';

/** When it goes out, as the manifest says it. */
export interface Schedule {
  /** Wall time such as `2027-03-02T09:00`. */
  readonly at: string;
  readonly timezone: string;
}

export interface ManifestFacts {
  readonly id: string;
  readonly template: TemplateFacts;
  readonly schedule: Schedule | null;
  readonly timezone: string;
  /** By step id, in order. */
  readonly steps: readonly { readonly id: string; readonly part: Part; readonly connection: string }[];
}

/** `execution.yaml` of something new, with the words that teach it. */
export function manifestText({ id, template, schedule, timezone, steps }: ManifestFacts): string {
  return `# yaml-language-server: $schema=../../../../schemas/execution.schema.json
# What happens, where and when. An editor with the YAML extension completes and explains every word here.
version: 1
id: ${id} # never change it: by this id nothing is sent twice
generation: 1 # raise it only to execute a changed plan again
brand: ${template.brand}
summary: ${JSON.stringify(`${template.title}: say in one sentence what happens.`)} # reviewers read this first
${scheduleText(schedule, timezone)}steps:
${steps.map((step) => `  ${step.id}:\n${step.part.step(template, step.connection)}`).join('')}on-failure: rollback # if a step fails, those before it are undone as far as possible; or: stop
`;
}

/** The line of a schedule; without one, how to write it. */
export function scheduleText(schedule: Schedule | null, timezone: string): string {
  return schedule === null
    ? `# Without a schedule it goes out as soon as it is approved. With one:\n# schedule: { at: 2027-03-02T09:00, timezone: ${timezone}, tolerance: PT2H }\n`
    : `schedule: { at: ${schedule.at}, timezone: ${schedule.timezone}, tolerance: PT2H } # later than that: expire, never send late\n`;
}
