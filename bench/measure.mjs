import { spawnSync } from 'node:child_process';

/** Wall time of one process in milliseconds, and its highest memory in megabytes where the system tells it. */
export function runOnce(words, options = {}) {
  const started = process.hrtime.bigint();
  const { status, stdout, stderr } = spawnSync(process.execPath, words, { encoding: 'utf8', ...options });
  return { milliseconds: Number(process.hrtime.bigint() - started) / 1e6, status, stdout, stderr };
}

/** Median of some numbers. */
export function median(numbers) {
  const sorted = [...numbers].sort((one, other) => one - other);
  return sorted[Math.floor(sorted.length / 2)];
}

/**
 * Runs several cases in turns, so that a slow moment of the machine meets all of them, and gives the median of each.
 * `cases` maps a name to the words behind `node`.
 */
export function compare(cases, rounds, options = {}) {
  const times = Object.fromEntries(Object.keys(cases).map((name) => [name, []]));
  for (let round = 0; round < rounds + 1; round += 1)
    for (const [name, words] of Object.entries(cases)) {
      const { milliseconds } = runOnce(words, options);
      // The first round fills the file cache and is not counted.
      if (round > 0) times[name].push(milliseconds);
    }
  return Object.fromEntries(Object.entries(times).map(([name, all]) => [name, median(all)]));
}

/** Highest memory of a process in megabytes, as it says itself when it ends. */
export function peakMemory(words, options = {}) {
  const tell = "process.on('exit',()=>process.stderr.write('\\nPEAK '+process.resourceUsage().maxRSS+'\\n'))";
  const { stderr } = runOnce(['--import', `data:text/javascript,${encodeURIComponent(tell)}`, ...words], options);
  return Number(/PEAK (\d+)/.exec(stderr)?.[1] ?? Number.NaN) / 1024;
}
