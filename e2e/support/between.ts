import { createServer, request, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { PROTOCOL_HEADER } from '@rollcall/protocol';

/** Stands between a device and the server: counts what is answered, and can make the server say another version than it has. */
export class Between {
  readonly #server: Server;
  /** What the server is said to speak; null: as it is. */
  says: { protocol: number; minSupported: number } | null = null;
  /** The version that the device says it speaks, so that the server itself answers one of that; null: its own. */
  speaks: number | null = null;
  /** Bytes of the bodies that the server answered with, by path. */
  readonly answered = new Map<string, number>();

  constructor(target: () => string) {
    this.#server = createServer((incoming, outgoing) => {
      const url = new URL(incoming.url ?? '/', target());
      const headers = { ...incoming.headers, host: url.host, ...(this.speaks === null ? {} : { [PROTOCOL_HEADER]: String(this.speaks) }) };
      const onward = request(url, { method: incoming.method, headers }, (answer) => {
        if (this.says === null || url.pathname !== '/api/v1/server') {
          outgoing.writeHead(answer.statusCode ?? 502, answer.headers);
          answer.on('data', ({ length }: Buffer) => this.answered.set(url.pathname, (this.answered.get(url.pathname) ?? 0) + length));
          answer.pipe(outgoing);
          return;
        }
        let text = '';
        answer.setEncoding('utf8').on('data', (chunk: string) => (text += chunk));
        answer.on('end', () => {
          const body = JSON.stringify({ ...(JSON.parse(text) as object), ...this.says });
          outgoing.writeHead(200, { 'content-type': 'application/json' }).end(body);
        });
      });
      onward.on('error', () => outgoing.destroy());
      outgoing.on('close', () => onward.destroy());
      incoming.pipe(onward);
    });
  }

  async open(): Promise<string> {
    await new Promise<void>((resolve) => this.#server.listen(0, '127.0.0.1', resolve));
    return `http://127.0.0.1:${(this.#server.address() as AddressInfo).port}`;
  }

  close(): void {
    this.#server.closeAllConnections();
    this.#server.close();
  }
}
