/** The lines that an inbox shows of an e-mail. */
export interface LetterHead {
  readonly from: string;
  readonly subject: string;
  readonly line: string;
}

const names = { from: /^from$/i, subject: /^subject$/i, line: /^(inbox line|preheader|preview text)$/i } as const;

/** Reads `From: ...`, `Subject: ...` at the beginning of a preview; null where it is no e-mail. The sender's name may stand at the platform only: the brand's stands for it. */
export function readLetterHead(text: string, brand: string): LetterHead | null {
  const [head = '', body = ''] = text.split('\n\n', 2);
  const fields = head.split('\n').map((line) => /^([A-Za-z ]{2,20}): *(.*)$/.exec(line));
  const find = (name: RegExp): string => fields.find((field) => name.test(field?.[1] ?? ''))?.[2] ?? '';
  const letter = {
    from: find(names.from) || brand,
    subject: find(names.subject),
    // Mailboxes show the beginning where nothing else is given.
    line: find(names.line) || body,
  };
  return letter.subject === '' ? null : letter;
}
