const entities: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

/** Text as HTML shows it. */
export function escapeHtml(text: string): string {
  return text.replaceAll(/[&<>"]/g, (character) => entities[character] ?? character);
}

/** Nothing is loaded from elsewhere and nothing runs, whatever the body holds. */
const policy = "default-src 'none'; style-src 'unsafe-inline'; img-src data:";

/** A page for a reviewer: it stands by itself, loads nothing and runs nothing. */
export function previewDocument(title: string, body: string): string {
  return [
    '<!doctype html>',
    `<html><head><meta charset="utf-8"><meta http-equiv="Content-Security-Policy" content="${policy}">`,
    `<title>${escapeHtml(title)}</title>`,
    '<style>body{font:16px/1.5 system-ui,sans-serif;max-width:40em;margin:1em auto;padding:0 1em;overflow-wrap:anywhere}',
    'dt{color:#555;font-size:.85em}dd{margin:0 0 .6em}pre{white-space:pre-wrap;font:inherit}</style></head>',
    `<body>${withoutRemote(body)}</body></html>`,
  ].join('\n');
}

/** Pictures and backgrounds of other servers are not fetched: a preview must not tell anybody who reads it. */
function withoutRemote(html: string): string {
  return html
    .replaceAll(/\b(src|srcset|background|poster)(\s*=)/gi, 'data-$1$2')
    .replaceAll(/\b(url|image-set)\(/gi, 'no-$1(')
    .replaceAll(/@import\b/gi, '@no-import');
}
