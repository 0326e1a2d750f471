import { BYTES, Poke } from '@rollcall/protocol';
import type { Http } from './http.ts';

/** Pokes are heartbeaten every 20 s; a stream silent for longer is taken for dead. */
const SILENCE_MS = 50_000;
const LONGEST_LINE = 64 * 1024;

/**
 * Listens to the server's pokes (server-sent events) until the stream ends or breaks.
 * `opened` is called when the server has answered: what changed before must then be pulled.
 */
export async function listenToPokes(http: Http, signal: AbortSignal, opened: () => void, poked: (poke: Poke) => void): Promise<void> {
  const incoming = await http.send({
    method: 'GET',
    path: BYTES.pokes,
    headers: { accept: 'text/event-stream' },
    body: null,
    signal,
    silence: SILENCE_MS,
  });
  if (incoming.statusCode !== 200) {
    incoming.resume();
    throw new Error(`the server answered ${incoming.statusCode} instead of pokes`);
  }
  opened();
  let rest = '';
  for await (const chunk of incoming.setEncoding('utf8') as AsyncIterable<string>) {
    const lines = (rest + chunk).split(/\r?\n/);
    rest = lines.pop() ?? '';
    if (rest.length > LONGEST_LINE) throw new Error('a poke that does not end');
    for (const line of lines) {
      if (!line.startsWith('data:')) continue;
      const poke = Poke.safeParse(parse(line.slice(5)));
      if (poke.success) poked(poke.data);
    }
  }
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
