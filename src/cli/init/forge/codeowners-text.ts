import type { ForgeKind } from '../../../core/forge.ts';
import type { PeopleChoices } from '../ask-people.ts';
import { controlPlanePatterns } from './control-plane-patterns.ts';

/** Names of owners as the forge reads them; empty where none is known. GitHub takes addresses too. */
export function ownerNames(people: PeopleChoices, forge: ForgeKind): readonly string[] {
  const owners = people.people.filter(({ key }) => people.owners.includes(key));
  return owners.flatMap(({ login, email }) =>
    login !== null ? [`@${login}`] : forge === 'github' && email !== null ? [email] : [],
  );
}

/** The lines that give the control plane its owners. Without a name they are comments that say what is missing. */
export function ownerLines(people: PeopleChoices, forge: ForgeKind): readonly string[] {
  const names = ownerNames(people, forge);
  const width = Math.max(...controlPlanePatterns.map((pattern) => pattern[forge].length));
  return controlPlanePatterns.map((pattern) =>
    names.length === 0
      ? `# ${pattern[forge].padEnd(width)} @NAME`
      : `${pattern[forge].padEnd(width)} ${names.join(' ')}`,
  );
}

/** `CODEOWNERS`: whose approval a change to the rules needs. */
export function codeownersText(people: PeopleChoices, forge: ForgeKind): string {
  const missing = ownerNames(people, forge).length === 0 ? '# Put the account of an owner for @NAME and take the # off these lines: until then nobody owns them.\n' : ''; // prettier-ignore
  return `# Whose approval a change to what decides about executions needs. Of several matching lines the last one counts, so
# leave these at the end. Read from the default branch only. Owners need write access here.
${missing}${ownerLines(people, forge).join('\n')}
`;
}
