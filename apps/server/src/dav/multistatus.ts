import { Readable } from 'node:stream';
import { setImmediate as othersTurn } from 'node:timers/promises';
import { DAV_NAMESPACE, XML_HEAD } from './xml.ts';

/** Responses that are written at once, before others get their turn. */
const AT_ONCE = 200;

/** A `207` as it is made: what it tells of is read piece by piece, and never held as a whole. */
export function multistatus(responses: AsyncIterable<string> | Iterable<string>): Readable {
  return Readable.from(written(responses), { objectMode: false });
}

async function* written(responses: AsyncIterable<string> | Iterable<string>): AsyncGenerator<Buffer> {
  let piece = `${XML_HEAD}<D:multistatus xmlns:D="${DAV_NAMESPACE}">\n`;
  let held = 0;
  for await (const response of responses) {
    piece += response;
    held += 1;
    if (held < AT_ONCE) continue;
    yield Buffer.from(piece);
    piece = '';
    held = 0;
    await othersTurn();
  }
  yield Buffer.from(`${piece}</D:multistatus>\n`);
}
