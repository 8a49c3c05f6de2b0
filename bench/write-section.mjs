import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { cpus } from 'node:os';
import { fileURLToPath } from 'node:url';

const page = fileURLToPath(new URL('../docs/benchmarks.md', import.meta.url));
const head = `# Benchmarks

Written by \`npm run bench\` and \`node bench/growth.mjs\`; do not edit. Figures are of the machine that each part names.
`;

/** Puts a measured part in its place in docs/benchmarks.md; the other parts stay as they were. */
export function writeSection(title, lines) {
  const old = existsSync(page) ? readFileSync(page, 'utf8') : '';
  const [, ...others] = old.split(/^(?=## )/m);
  const machine = `${new Date().toISOString().slice(0, 10)}, Node.js ${process.versions.node}, ${cpus().length} processors (${(cpus()[0]?.model ?? 'unknown').trim()}).`;
  const section = `## ${title}\n\n${machine}\n\n${lines.join('\n')}\n`;
  const place = others.findIndex((other) => other.startsWith(`## ${title}\n`));
  const parts = place === -1 ? [...others, section] : others.with(place, section);
  writeFileSync(page, [head, ...parts].map((part) => part.trimEnd()).join('\n\n') + '\n');
  process.stdout.write(section);
}
