/**
 * Loads the file of a command together with the bytecode that the build left beside it: a check starts cold in every
 * pull request, and compiling its 1.3 MB would cost more than the check itself. Bytecode of another version of Node.js
 * is refused by V8 and costs nothing but the compiling. The build calls with MERGECAST_WRITE_BYTECODE to leave it.
 */
const { readFileSync, writeFileSync } = require('node:fs');
const Module = require('node:module');
const { dirname, join } = require('node:path');
const { Script } = require('node:vm');

module.exports = function loadCached(name) {
  const filename = join(__dirname, name);
  const bytecode = `${filename}.${process.version}-${process.arch}.bytecode`;
  // The build leaves ASCII alone, which is read three times as fast as such.
  const source = Module.wrap(readFileSync(filename, 'latin1'));
  const script = new Script(source, { filename, cachedData: readIfThere(bytecode) });
  // At the end it knows which functions a run needs.
  if (process.env.MERGECAST_WRITE_BYTECODE === name)
    process.on('exit', () => writeFileSync(bytecode, script.createCachedData()));
  const loaded = { exports: {} };
  const run = script.runInThisContext();
  run(loaded.exports, Module.createRequire(filename), loaded, filename, dirname(filename));
  return loaded.exports;
};

function readIfThere(file) {
  try {
    return readFileSync(file);
  } catch {
    return undefined;
  }
}
