/** Takes out of a text what differs from run to run: commits, digests, times, ports. */
export function normalise(text: string): string {
  return text
    .replaceAll('&#8203;', '')
    .replaceAll(/(<details><summary>(?:Scores|If something)[^\n]*<\/summary>)[\s\S]*?<\/details>/g, '$1 … </details>')
    .replaceAll(/\b(?=[a-f]*\d)[0-9a-f]{9,12}\b/g, '<commit>')
    .replaceAll(/http:\/\/127\.0\.0\.1:\d+/g, 'https://github.example')
    .replaceAll(/mc1:sha256:[0-9a-f]{64}/g, 'mc1:sha256:<digest>')
    .replaceAll(/mc1:sha256:[0-9a-f]+…[0-9a-f]+/g, 'mc1:sha256:<digest>')
    .replaceAll(/\b[0-9a-f]{64}\b/g, '<hash>')
    .replaceAll(/\b[0-9a-f]{40}\b/g, '<commit>')
    .replaceAll(/`[0-9a-f]{7,12}`/g, '`<commit>`')
    .replaceAll(/\b[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}\b/g, '<uuid>')
    .replaceAll(/\b\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2}(\.\d+)?)?Z?/g, '<time>')
    .replaceAll(/\b\d{4}-\d{2}-\d{2}\b/g, '<day>')
    .replaceAll(/(Mon|Tue|Wed|Thu|Fri|Sat|Sun) \d{1,2} [A-Z][a-z]{2} \d{4}/g, '<day>')
    .replaceAll(/\b\d{1,2} [A-Z][a-z]{2}( \d{4})?,? \d{2}:\d{2}/g, '<time>')
    .replaceAll(/\b\d{2}:\d{2}(:\d{2})?\b/g, '<hour>')
    .replaceAll(
      /\b(January|February|March|April|May|June|July|August|September|October|November|December) after this/g,
      '<month> after this',
    ) // prettier-ignore
    .replaceAll(/(<!-- mergecast [a-z]*\d+ g)\w+/g, '$1<n>')
    .replaceAll(/(#issuecomment-|#pullrequestreview-|runs\/)\d+/g, '$1<n>');
}
