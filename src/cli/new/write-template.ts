import type { NewFile } from '../../adapters/files/write-new-files.ts';
import { finding } from '../../core/finding.ts';
import { combine, failure, success, type Result } from '../../core/result.ts';
import type { LoadedBrand } from '../../load/types.ts';
import { kinds, type Kind, type PartName } from './kinds.ts';
import { manifestText, type Schedule } from './manifest-text.ts';
import { parts } from './parts.ts';
import type { Placed } from './place-execution.ts';
import { connectionTo, templateFacts } from './template-facts.ts';

export interface TemplateInput {
  readonly kind: Kind;
  readonly brand: LoadedBrand;
  readonly placed: Placed;
  readonly id: string;
  readonly timezone: string;
  readonly schedule: Schedule | null;
}

/** Files of a new execution of a kind. Fails where the brand has no connection to a platform that it needs. Pure. */
export function writeTemplate({
  kind,
  brand,
  placed,
  id,
  timezone,
  schedule,
}: TemplateInput): Result<readonly NewFile[]> {
  const names: readonly PartName[] = kinds[kind].parts;
  const template = templateFacts(brand, { ...placed, hasBlog: names.includes('blog') });
  const steps = combine(names.map((name) => stepOf(name, brand)));
  if (!steps.ok) return steps;
  const manifest = manifestText({ id, template, schedule, timezone, steps: steps.value });
  return success([
    { path: `${placed.folder}/execution.yaml`, content: manifest, why: 'what happens, where and when' },
    ...steps.value.map(({ part }) => ({
      path: `${placed.folder}/${part.file}`,
      content: part.content(template),
      why: part.words,
    })),
  ]);
}

function stepOf(name: PartName, brand: LoadedBrand) {
  const part = parts[name];
  const connection = connectionTo(brand, part.platform);
  return connection === null
    ? failure([finding('command/no-connection', { brand: brand.slug, platform: part.platform })])
    : success({ id: name, part, connection });
}
