/** Text of one e-mail as it was sent: subject, then what its parts say, without markup. Crude on purpose: for training only. */
export function readMail(raw: string): string {
  const { subject, text } = readPart(raw);
  return `${subject}\n\n${withoutTags(text)}`;
}

/** HTML without tags; what is read of it, in order. */
export function withoutTags(html: string): string {
  return html
    .replace(/<(style|script)\b[^]*?<\/\1>/gi, ' ')
    .replace(/<[^>]{0,2000}>/g, ' ')
    .replace(/&amp;/g, '&')
    .replace(/&#?\w+;/g, ' ');
}

function readPart(raw: string): { readonly subject: string; readonly text: string } {
  const end = raw.search(/\r?\n\r?\n/);
  const head = raw.slice(0, end).replace(/\r?\n[ \t]+/g, ' ');
  const body = raw.slice(end).replace(/^\r?\n\r?\n/, '');
  const field = (name: string): string => new RegExp(`^${name}:\\s*(.*)$`, 'im').exec(head)?.[1]?.trim() ?? '';
  const type = field('content-type') || 'text/plain';
  const boundary = /boundary="?([^";]+)"?/i.exec(type)?.[1];
  const subject = field('subject');
  if (boundary !== undefined && /multipart/i.test(type)) {
    const parts = body
      .split(`--${boundary}`)
      .slice(1)
      .filter((part) => !part.startsWith('--'));
    return { subject, text: parts.map((part) => readPart(part.replace(/^\r?\n/, '')).text).join('\n\n') };
  }
  if (!/^text\//i.test(type)) return { subject, text: '' };
  return { subject, text: decode(body, field('content-transfer-encoding').toLowerCase(), type) };
}

function decode(body: string, encoding: string, type: string): string {
  const bytes =
    encoding === 'base64'
      ? Buffer.from(body, 'base64').toString('latin1')
      : encoding === 'quoted-printable'
        ? body
            .replace(/=\r?\n/g, '')
            .replace(/=([0-9A-F]{2})/gi, (_, hex: string) => String.fromCodePoint(Number.parseInt(hex, 16)))
        : body;
  return /utf-?8/i.test(type) ? Buffer.from(bytes, 'latin1').toString('utf8') : bytes;
}
