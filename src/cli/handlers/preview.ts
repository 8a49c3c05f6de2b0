import { basename, join, resolve } from 'node:path';
import { makeScratchFolder, writeFileAt } from '../../adapters/files/scratch-folder.ts';
import { openRepository } from '../../adapters/git/open-repository.ts';
import type { Plan } from '../../generated/types/plan.ts';
import { previewPage } from '../../report/preview-page/preview-page.ts';
import { planFolder, type PlannedFolder } from '../check/plan-folder.ts';
import type { Io } from '../io.ts';
import { readPictures } from '../preview/read-pictures.ts';
import { printFailure, printJson } from '../print.ts';

interface Options {
  readonly repo?: string;
  readonly format?: string;
  readonly base?: string;
  readonly output?: string;
}

/** Writes what people will see of an execution as a page, and says where it lies. */
export async function handle(path: string, raw: Record<string, unknown>, io: Io): Promise<number> {
  const options = raw as Options;
  const repository = await openRepository(options.repo ?? io.cwd);
  if (!repository.ok) return printFailure(io, options.format, repository.error);
  try {
    const planned = await planFolder(repository.value, path, { base: options.base, cwd: io.cwd });
    if (!planned.ok) return printFailure(io, options.format, planned.error);
    const file = await writePage(planned.value, options, io);
    report(planned.value.plan, file, options, io);
    return 0;
  } finally {
    await repository.value.close();
  }
}

async function writePage(planned: PlannedFolder, { output }: Options, io: Io): Promise<string> {
  const { plan, brand, execution, tree } = planned;
  const file =
    output === undefined
      ? join(await makeScratchFolder('mergecast-preview'), `${basename(execution.folder)}.html`)
      : resolve(io.cwd, output);
  const pictures = await readPictures(tree, execution, plan.effects);
  await writeFileAt(file, previewPage({ plan, brand: brand.profile.brand_name, pictures }));
  return file;
}

function report({ digest, explanation }: Plan, file: string, options: Options, io: Io): void {
  const { previews, summary } = explanation;
  if (options.format === 'json') printJson(io, { version: 1, digest, file, previews });
  else io.stdout(`${summary}\nWhat people will see is in this page; open it in a browser:\n${file}\n`);
}
