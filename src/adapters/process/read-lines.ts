import { StringDecoder } from 'node:string_decoder';

/** A line of standard input; `null` stands for one that is longer than allowed. */
export type InputLine = string | null;

/** Lines of standard input one by one, in constant memory: what is longer than `maximum` characters is passed over. */
export async function* readLines(
  maximum: number,
  source: AsyncIterable<Uint8Array> = process.stdin,
): AsyncGenerator<InputLine> {
  const decoder = new StringDecoder('utf8');
  let rest: InputLine = '';
  for await (const chunk of source) {
    const [first = '', ...more] = decoder.write(Buffer.from(chunk)).split('\n');
    rest = joined(rest, first, maximum);
    for (const part of more) {
      yield rest;
      rest = joined('', part, maximum);
    }
  }
  const last = joined(rest, decoder.end(), maximum);
  if (last !== '') yield last;
}

function joined(before: InputLine, more: string, maximum: number): InputLine {
  return before === null || before.length + more.length > maximum ? null : before + more;
}
