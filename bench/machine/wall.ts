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
        one.on('error', () => other.destroy());
        one.on('close', () => {
          sockets.delete(one);
          other.destroy();
        });
        one.on('data', (chunk) => {
          if (one === near) made.house?.count(chunk.length);
          if (made.house?.wall !== 'silent') other.write(chunk);
        });
      }
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    made.house = new Gatehouse(server, sockets);
    return made.house;
  }

  count(bytes: number): void {
    this.#asked += bytes;
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
