import { connect, createServer, type AddressInfo, type Server, type Socket } from 'node:net';
import type { Counter } from './counter.ts';

/** What a wall between a device and its server does: lets all by, refuses all, or swallows all without a word. */
export type Wall = 'open' | 'refusing' | 'silent';

/** Stands between a device and its server on the level of connections. */
export class Gatehouse implements Counter {
  readonly url: string;
  readonly #server: Server;
  readonly #sockets: Set<Socket>;
  #wall: Wall = 'open';
  #asked = 0;
  /** Connections that lead nowhere any more. */
  readonly #forgotten = new WeakSet<Socket>();
  #forgetAt = Number.POSITIVE_INFINITY;
  /** When the connections were forgotten last, by `performance.now()`. */
  forgotAt = 0;

  private constructor(server: Server, sockets: Set<Socket>) {
    this.#server = server;
    this.#sockets = sockets;
    this.url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  }

  static async before(url: string): Promise<Gatehouse> {
    const target = Number(new URL(url).port);
    const sockets = new Set<Socket>();
    const made: { house: Gatehouse | null } = { house: null };
    const server = createServer((near) => {
      const wall = made.house?.wall ?? 'open';
      if (wall === 'refusing') return near.destroy();
      const far = connect(target, '127.0.0.1');
      for (const [one, other] of [
        [near, far],
        [far, near],
      ] as const) {
        sockets.add(one);
        const end = (): void => {
          sockets.delete(one);
          if (made.house?.hasForgotten(one) !== true) other.destroy();
        };
        one.on('error', end);
        one.on('close', end);
        one.on('data', (chunk) => {
          if (one === near) made.house?.count(chunk.length);
          if (made.house?.wall !== 'silent' && made.house?.hasForgotten(one) !== true) other.write(chunk);
        });
      }
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    made.house = new Gatehouse(server, sockets);
    return made.house;
  }

  count(bytes: number): void {
    this.#asked += bytes;
    if (this.#asked < this.#forgetAt) return;
    this.#forgetAt = Number.POSITIVE_INFINITY;
    this.forgotAt = performance.now();
    for (const socket of this.#sockets) this.#forgotten.add(socket);
  }

  hasForgotten = (socket: Socket): boolean => this.#forgotten.has(socket);

  /** When so many more bytes have come, no connection that is there then carries anything more, and neither end is told; new ones do. */
  forgetAfter(bytes: number): void {
    this.#forgetAt = this.#asked + bytes;
  }

  asked = (): number => this.#asked;

  get wall(): Wall {
    return this.#wall;
  }

  set wall(wall: Wall) {
    this.#wall = wall;
    if (wall === 'refusing') for (const socket of this.#sockets) socket.destroy();
  }

  stop(): void {
    for (const socket of this.#sockets) socket.destroy();
    this.#server.close();
  }
}
