import { createServer, request, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';

/** The way between a device and its server, on which something can happen before a request goes on. */
export class Way {
  readonly #server: Server;
  /** Before a request goes on; false: the way is cut, and no answer comes. */
  before: (path: string) => Promise<boolean> = async () => true;

  constructor(target: () => string) {
    this.#server = createServer((incoming, outgoing) => {
      void this.before(incoming.url ?? '/').then((goesOn) => {
        if (!goesOn) {
          outgoing.destroy();
          return;
        }
        const url = new URL(incoming.url ?? '/', target());
        const onward = request(url, { method: incoming.method, headers: { ...incoming.headers, host: url.host } }, (answer) => {
          outgoing.writeHead(answer.statusCode ?? 502, answer.headers);
          answer.pipe(outgoing);
        });
        onward.on('error', () => outgoing.destroy());
        outgoing.on('close', () => onward.destroy());
        incoming.pipe(onward);
      });
    });
  }

  async open(): Promise<string> {
    await new Promise<void>((resolve) => this.#server.listen(0, '127.0.0.1', resolve));
    return `http://127.0.0.1:${(this.#server.address() as AddressInfo).port}`;
  }

  /** From now on nothing happens on it. */
  clear(): void {
    this.before = async () => true;
  }

  close(): void {
    this.#server.closeAllConnections();
    this.#server.close();
  }
}
