import { checkName } from '../forge/publish-check.ts';
import { requiredCheck } from '../init/forge/github-rulesets.ts';

/** Whether a required check is ours: the job of the workflow, or what it reports beside the commit. */
export function isOurCheck(name: string): boolean {
  const [job = ''] = name.split(' (');
  return [checkName, requiredCheck].includes(job) || job.endsWith(` / ${requiredCheck}`);
}
