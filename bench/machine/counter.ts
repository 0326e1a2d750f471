import { connect, createServer, type AddressInfo } from 'node:net';
import { once } from 'node:events';

export interface Counter {
  readonly url: string;
  /** Bytes that have come from whoever asks, whether or not anybody took them. */
  readonly asked: () => number;
  stop(): void;
}

export interface TwoWayCounter extends Counter {
  /** Bytes that have gone back to whoever asks. */
  readonly answered: () => number;
}

/** Stands before a server and counts what goes to it and comes from it. Where the server is gone, so is the connection. */
export async function countTo(url: string): Promise<TwoWayCounter> {
  const { hostname, port } = new URL(url);
  let [asked, answered] = [0, 0];
  const open = new Set<{ destroy(): void }>();
  const server = createServer((from) => {
    const to = connect(Number(port), hostname);
    for (const [one, other] of [
      [from, to],
      [to, from],
    ] as const) {
      open.add(one);
      one.on('error', () => other.destroy()).on('close', () => other.destroy() && open.delete(one));
    }
    from.on('data', (part) => (asked += part.length)).pipe(to);
    to.on('data', (part) => (answered += part.length)).pipe(from);
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    asked: () => asked,
    answered: () => answered,
    stop: () => {
      server.close();
      for (const each of open) each.destroy();
    },
  };
}
