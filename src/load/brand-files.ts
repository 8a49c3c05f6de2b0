import { finding, type Finding } from '../core/finding.ts';
import type { Tree, TreeEntry } from '../core/ports.ts';
import type { Validator } from '../core/validator.ts';
import type { Evidence } from '../generated/types/evidence.ts';
import { FolderFiles } from './folder-files.ts';
import { limits } from './limits.ts';
import { ProblemList } from './problem-list.ts';
import { readRecord, type ReadRecord } from './read-record.ts';
import type { LoadedBrand } from './types.ts';

const read =
  /^(?:profile\.(?:json|yaml)|connections\.yaml|evidence\/[^/]+\.yaml|campaigns\/[^/]+\.(?:yaml|json)|guidelines\/.+)$/;
const meant = /^(?:(?:profile|connections?)\.[a-z]+|(?:evidence|campaigns)\/.+)$/i;

/** The files of a brand as they are read one by one, and what is wrong with them. */
export class BrandFiles {
  readonly problems = new ProblemList(1000);
  readonly warnings: Finding[] = [];
  private readonly files: FolderFiles;

  constructor(tree: Tree, slug: string, entries: readonly TreeEntry[]) {
    this.files = new FolderFiles(tree, `brands/${slug}`, entries);
    for (const name of this.files.names) {
      if (meant.test(name) && !read.test(name)) {
        const file = `${this.files.folder}/${name}`;
        this.warnings.push(finding('brand/ignored-file', { file }, { file }));
      }
    }
  }

  has(name: string): boolean {
    return this.files.entries.has(`${this.files.folder}/${name}`);
  }

  /** Everything that decides, as paths in the repository. */
  get closure(): readonly string[] {
    return this.files.names
      .filter((name) => read.test(name))
      .map((name) => `${this.files.folder}/${name}`)
      .toSorted();
  }

  /** A file of keys and values; null where it cannot be used. Problems with its shape are warnings if `isMild`. */
  async record(name: string, validate: Validator, isMild = false): Promise<ReadRecord | null> {
    const file = `${this.files.folder}/${name}`;
    const opened = await this.files.open(`./${name}`, { file }, limits.yamlBytes);
    const record = opened.ok ? readRecord(opened.value.bytes, file, validate) : opened;
    if (!record.ok) {
      this.problems.add(...record.error);
      return null;
    }
    for (const problem of record.value.problems) {
      if (isMild && problem.code.startsWith('schema/')) this.warnings.push({ ...problem, severity: 'warn' });
      else this.problems.add(problem);
    }
    return record.value;
  }

  async readEvidence(): Promise<LoadedBrand['evidence']> {
    const names = this.named(/^evidence\/[^/]+\.yaml$/);
    const evidence = new Map<string, { readonly evidence: Evidence; readonly file: string }>();
    if (names.length === 0) return evidence;
    const { default: validate } = await import('../generated/validators/evidence.js');
    for (const name of names) {
      const record = await this.record(name, validate);
      const file = `${this.files.folder}/${name}`;
      if (record !== null) evidence.set(withoutEnding(name), { evidence: record.value as unknown as Evidence, file });
    }
    return evidence;
  }

  /** A campaign sends nothing: what is odd about one is said and stops nobody. */
  async readCampaigns(): Promise<ReadonlySet<string>> {
    const names = this.named(/^campaigns\/[^/]+\.(?:yaml|json)$/);
    const campaigns = new Map<string, string>();
    if (names.length === 0) return new Set();
    const { default: validate } = await import('../generated/validators/campaign.js');
    for (const name of names) {
      await this.record(name, validate, true);
      const short = withoutEnding(name);
      const other = campaigns.get(short);
      const file = `${this.files.folder}/${name}`;
      if (other !== undefined) this.problems.report('brand/same-name', { name: short, other }, { file });
      campaigns.set(short, file);
    }
    return new Set(campaigns.keys());
  }

  private named(pattern: RegExp): readonly string[] {
    return this.files.names.filter((name) => pattern.test(name)).toSorted();
  }
}

function withoutEnding(name: string): string {
  return name.replace(/^.*\//, '').replace(/\.[^.]+$/, '');
}
