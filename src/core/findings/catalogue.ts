import { yamlFindings } from './yaml.ts';
import { textFindings } from './text.ts';
import { pathFindings } from './path.ts';
import { schemaFindings } from './schema.ts';
import { manifestFindings } from './manifest.ts';
import { brandFindings } from './brand.ts';
import { contentFindings } from './content.ts';
import { planFindings } from './plan.ts';
import { scheduleFindings } from './schedule.ts';
import { budgetFindings } from './budget.ts';
import { consentFindings } from './consent.ts';
import { evidenceFindings } from './evidence.ts';
import { scoreFindings } from './score.ts';
import { legalFindings } from './legal.ts';
import { approvalFindings } from './approval.ts';
import { controlPlaneFindings } from './control-plane.ts';
import { journalFindings } from './journal.ts';
import { afterwardsFindings } from './afterwards.ts';
import { executionFindings } from './execution.ts';
import { transportFindings } from './transport.ts';
import { platformFindings } from './platform.ts';
import { gitFindings } from './git.ts';
import { forgeFindings } from './forge.ts';
import { policyFindings } from './policy.ts';
import { pullRequestFindings } from './pull-request.ts';
import { commandFindings } from './command.ts';
import { sandboxFindings } from './sandbox.ts';
import { doctorFindings } from './doctor.ts';
import { doctorForgeFindings } from './doctor-forge.ts';

/** Every code that mergecast can report; the source of docs/findings.md. */
export const catalogue = {
  ...yamlFindings,
  ...textFindings,
  ...pathFindings,
  ...schemaFindings,
  ...manifestFindings,
  ...brandFindings,
  ...contentFindings,
  ...planFindings,
  ...scheduleFindings,
  ...budgetFindings,
  ...consentFindings,
  ...evidenceFindings,
  ...scoreFindings,
  ...legalFindings,
  ...approvalFindings,
  ...controlPlaneFindings,
  ...journalFindings,
  ...executionFindings,
  ...afterwardsFindings,
  ...transportFindings,
  ...platformFindings,
  ...gitFindings,
  ...forgeFindings,
  ...policyFindings,
  ...pullRequestFindings,
  ...commandFindings,
  ...sandboxFindings,
  ...doctorFindings,
  ...doctorForgeFindings,
};

export type Catalogue = typeof catalogue;
