import { cpSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { replaceIn, type Stage } from './stage.ts';
import type { Change, Propose } from './types.ts';

/** Where executions of the lifecycles lie. */
export const executionFolder = (name: string): string => `executions/acme/2026-11/${name}`;

/** Changes files in the clone and commits them as somebody. */
export function commitChange(stage: Stage, who: string, folder: string, change: Change): void {
  const place = (path: string): string =>
    join(stage.work, path.startsWith('/') ? path : join(executionFolder(folder), path));
  for (const [path, text] of Object.entries(change.files ?? {})) {
    mkdirSync(dirname(place(path)), { recursive: true });
    writeFileSync(place(path), fill(text));
  }
  for (const [path, [from, to]] of Object.entries(change.change ?? {})) replaceIn(place(path), from, fill(to));
  for (const path of change.delete ?? []) rmSync(place(path), { recursive: true });
  for (const [from, to] of Object.entries(change.rename ?? {})) {
    mkdirSync(dirname(place(to)), { recursive: true });
    renameSync(place(from), place(to));
  }
  stage.git(who, 'add', '-A');
  const author = change.author === undefined ? [] : [authorOption(stage, change.author)];
  stage.git(who, 'commit', '-q', ...author, '-m', change.message ?? 'Change the texts');
}

function authorOption(stage: Stage, login: string): string {
  const { name, email } = stage.fake.world.user(login);
  return `--author=${name} <${email}>`;
}

/** Of an id. */
const digits = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';

/** Puts the files of a proposal into the clone. */
export function writeProposal(stage: Stage, wish: Propose): void {
  const { what = 'post', folder = 'spring', copies = 0 } = wish;
  if (what === 'nothing') return;
  for (let count = 0; count < (wish.notes ?? 0); count += 1) {
    mkdirSync(join(stage.work, 'notes'), { recursive: true });
    writeFileSync(join(stage.work, 'notes', `${count}.md`), 'A note.\n');
  }
  for (let count = 0; count <= copies; count += 1) {
    const target = join(stage.work, executionFolder(count === 0 ? folder : `${folder}-${count}`));
    cpSync(join(stage.given, 'proposals', what), target, { recursive: true });
    const manifest = join(target, 'execution.yaml');
    if (wish.bad === true) replaceIn(manifest, 'on-failure: rollback', 'on-failure: perhaps');
    const end = count === 0 ? wish.id : `${digits[Math.floor(count / 32)]}${digits[count % 32]}`;
    if (end === undefined) continue;
    writeFileSync(
      manifest,
      readFileSync(manifest, 'utf8').replace(/^(id: .{24}).*$/m, (_, id: string) => id + end),
    );
    if (what === 'post' && count > 0 && wish.bad !== true)
      replaceIn(manifest, 'slug: spring-is-here', `slug: spring-${count}`);
  }
}

/** `{{in 2 hours}}` and `{{3 hours ago}}` become a time of UTC; `{{x times 70000}}` becomes so many of it. */
function fill(text: string): string {
  return text
    .replaceAll(/\{\{in (\d+) (seconds|hours|days)\}\}/g, (_, count: string, unit: string) =>
      instant(Number(count), unit),
    )
    .replaceAll(/\{\{(\d+) (seconds|hours|days) ago\}\}/g, (_, count: string, unit: string) =>
      instant(-Number(count), unit),
    )
    .replaceAll(/\{\{(\S+) times (\d+)\}\}/g, (_, what: string, count: string) => what.repeat(Number(count)));
}

function instant(count: number, unit: string): string {
  const each = { seconds: 1000, hours: 3_600_000, days: 86_400_000 }[unit] ?? 0;
  return new Date(Date.now() + count * each).toISOString().slice(0, 19);
}
