import type { IncomingMessage } from 'node:http';
import type { Socket } from 'node:net';
import { ForeignAnswer, IN_HAND_HEADER, PROTOCOL_HEADER, PROTOCOL_VERSION, ServerInfo } from '@rollcall/protocol';
import { plain, secure } from './node-http.ts';
import { saidOf } from './said.ts';

/** How an answer to a small question came, over a connection that was made for it. */
export interface Knocked {
  /** Milliseconds until the connection stood, and until the answer was there. */
  readonly handshake: number;
  readonly answer: number;
  /** What the server's clock said; milliseconds; null: nothing. */
  readonly date: number | null;
  /** Which requests it has in hand, of those that were asked about; null: it does not tell. */
  readonly inHand: string | null;
}

/** An answer is no longer than this. */
const MOST_TEXT = 64 * 1024;

export interface Knock {
  /** Milliseconds. */
  readonly patience: number;
  readonly signal?: AbortSignal | undefined;
  /** Names of requests about which it is asked besides. */
  readonly about?: readonly string[];
}

/**
 * Asks the server who it is, over a new connection: kept ones may lead nowhere any more. Rejects with `ForeignAnswer` when somebody
 * else answers, and with the error when nobody does for its patience.
 */
export function knock(url: URL, { patience, signal, about = [] }: Knock, meet: (socket: Socket) => void): Promise<Knocked> {
  const from = performance.now();
  return new Promise((resolve, reject) => {
    let handshake = 0;
    const headers = {
      accept: 'application/json',
      [PROTOCOL_HEADER]: String(PROTOCOL_VERSION),
      ...(about.length === 0 ? {} : { [IN_HAND_HEADER]: about.join(', ') }),
    };
    const outgoing = (url.protocol === 'https:' ? secure() : plain).request(url, { agent: false, headers });
    const late = setTimeout(() => outgoing.destroy(Object.assign(new Error('no answer'), { code: 'ETIMEDOUT' })), patience);
    const abort = (): void => void outgoing.destroy(signal?.reason instanceof Error ? signal.reason : new Error('stopped'));
    signal?.addEventListener('abort', abort, { once: true });
    outgoing.on('close', () => {
      clearTimeout(late);
      signal?.removeEventListener('abort', abort);
    });
    outgoing.on('socket', (socket) => {
      meet(socket);
      socket.once('connect', () => (handshake = performance.now() - from));
    });
    outgoing.on('error', reject);
    outgoing.on('response', (incoming) => {
      readShort(incoming).then((text) => {
        const answer = performance.now() - from;
        const ours = incoming.statusCode === 200 && ServerInfo.safeParse(parse(text)).success;
        if (!ours) return reject(new ForeignAnswer(incoming.statusCode ?? 0, text.slice(0, 500), saidOf(incoming)));
        const date = Date.parse(incoming.headers.date ?? '');
        const inHand = incoming.headers[IN_HAND_HEADER];
        resolve({
          handshake: Math.round(handshake),
          answer: Math.round(answer),
          date: Number.isNaN(date) ? null : date,
          inHand: typeof inHand === 'string' ? inHand : null,
        });
      }, reject);
    });
    outgoing.end();
  });
}

async function readShort(incoming: IncomingMessage): Promise<string> {
  let text = '';
  for await (const chunk of incoming.setEncoding('utf8') as AsyncIterable<string>) if (text.length < MOST_TEXT) text += chunk;
  return text;
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
