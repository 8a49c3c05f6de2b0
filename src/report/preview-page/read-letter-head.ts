/** The lines that an inbox shows of an e-mail. */
export interface LetterHead {
  readonly from: string;
  readonly subject: string;
  readonly line: string;
}

const names = { from: /^from$/i, subject: /^subject$/i, line: /^(inbox line|preheader|preview text)$/i } as const;

/** Reads `From: ...`, `Subject: ...` at the beginning of a preview; null where it is no e-mail. */
export function readLetterHead(text: string): LetterHead | null {
  const [head = ''] = text.split('\n\n', 1);
  const fields = head.split('\n').map((line) => /^([A-Za-z ]{2,20}): *(.*)$/.exec(line));
  const find = (name: RegExp): string => fields.find((field) => name.test(field?.[1] ?? ''))?.[2] ?? '';
  const letter = { from: find(names.from), subject: find(names.subject), line: find(names.line) };
  return letter.subject === '' ? null : letter;
}
