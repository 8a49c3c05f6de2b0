// Reads one hostile file as a process of its own and says what it took. Usage: run-hostile-load KIND
import { catalogue, folder } from './execution-files.ts';
import { loadExecution } from '../../src/load/index.ts';
import { memoryTree } from './memory-tree.ts';

/** The nastiest inputs, by name. */
const inputs: Readonly<Record<string, () => string>> = {
  nothing: () => '',
  'alias-bomb': () => {
    const levels = Array.from(
      { length: 9 },
      (_, index) => `a${index + 1}: &a${index + 1} [${Array(9).fill(`*a${index}`).join(',')}]`,
    );
    return `a0: &a0 lol\n${levels.join('\n')}\n`.padEnd(250_000, '#');
  },
  'ten-megabytes': () => 'a: &a [*a]\n'.repeat(1_000_000),
  'deep-flow': () => `a: ${'['.repeat(250_000)}`,
  'deep-block': () => Array.from({ length: 700 }, (_, index) => `${' '.repeat(index)}a:`).join('\n'),
  'deep-sequence': () => '- '.repeat(125_000),
  'many-lines': () => `${'\n'.repeat(250_000)}a: 1`,
  'many-keys': () => Array.from({ length: 4_900 }, (_, index) => `k${index}: {a: 1}`).join('\n'),
  'one-long-line': () => `a: "${'\\u202E'.repeat(40_000)}"`,
  quotes: () => '"'.repeat(250_000),
  colons: () => 'a: '.repeat(80_000),
  comments: () => '# x\n'.repeat(4_900),
};

const text = (inputs[process.argv[2] ?? ''] ?? inputs['nothing'] ?? String)();
const tree = memoryTree({ [`${folder}/execution.yaml`]: text });
const before = process.cpuUsage();
const result = await loadExecution(tree, folder, catalogue);
// Time of the processor: other programs on the machine make the clock run on.
const { user, system } = process.cpuUsage(before);
const milliseconds = Math.round((user + system) / 1000);
const codes = result.ok ? [] : [...new Set(result.error.map(({ code }) => code))];
const megabytes = Math.round(process.resourceUsage().maxRSS / 1024);
process.stdout.write(JSON.stringify({ milliseconds, megabytes, codes, names: Object.keys(inputs) }));
