import { request as ask, type IncomingHttpHeaders } from 'node:http';

export interface DavAnswer {
  readonly status: number;
  readonly headers: IncomingHttpHeaders;
  readonly bytes: Buffer;
  readonly text: string;
  /** The server said that the body may come, before it answered. */
  readonly continued: boolean;
}

export interface DavAsk {
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: Uint8Array | string;
  /** Without its length. */
  readonly chunked?: true;
  /** Breaks the connection after so many bytes of the body; the answer's status is 0. */
  readonly breakAfter?: number;
}

/** An app that speaks WebDAV: it sends every path as it is written, which `fetch` does not. */
export class DavClient {
  readonly #url: () => string;
  readonly #headers: Readonly<Record<string, string>>;
  /** @param password null: it shows none */
  constructor(url: () => string, user: string, password: string | null) {
    this.#url = url;
    this.#headers = password === null ? {} : { authorization: `Basic ${Buffer.from(`${user}:${password}`).toString('base64')}` };
  }

  ask(method: string, path: string, { headers = {}, body, chunked, breakAfter }: DavAsk = {}): Promise<DavAnswer> {
    const { hostname, port } = new URL(this.#url());
    const bytes = body === undefined ? undefined : Buffer.from(body as Uint8Array);
    const length = bytes === undefined || chunked ? {} : { 'content-length': String(bytes.length) };
    return new Promise((resolve, reject) => {
      let continued = false;
      const sent = ask(
        { host: hostname, port, method, path, headers: { ...this.#headers, ...length, ...headers }, agent: false },
        (response) => {
          const chunks: Buffer[] = [];
          response.on('data', (chunk: Buffer) => chunks.push(chunk));
          response.on('error', reject);
          response.on('end', () => {
            const whole = Buffer.concat(chunks);
            resolve({ status: response.statusCode ?? 0, headers: response.headers, bytes: whole, text: whole.toString('utf8'), continued });
          });
        },
      );
      sent.on('error', (error) =>
        breakAfter === undefined ? reject(error) : resolve({ status: 0, headers: {}, bytes: Buffer.alloc(0), text: '', continued }),
      );
      if (headers['expect'] !== undefined) {
        sent.on('continue', () => {
          continued = true;
          sent.end(bytes);
        });
        sent.flushHeaders();
      } else if (breakAfter !== undefined) sent.write(bytes?.subarray(0, breakAfter) ?? '', () => sent.destroy());
      else sent.end(bytes);
    });
  }

  put(path: string, body: Uint8Array | string, headers: Readonly<Record<string, string>> = {}): Promise<DavAnswer> {
    return this.ask('PUT', path, { body, headers });
  }
  move(from: string, to: string, headers: Readonly<Record<string, string>> = {}): Promise<DavAnswer> {
    return this.ask('MOVE', from, { headers: { destination: to, ...headers } });
  }
  /** The addresses of what lies in a folder, as they are written, without its own. */
  async list(path: string): Promise<string[]> {
    const { status, text } = await this.ask('PROPFIND', path, { headers: { depth: '1' } });
    if (status !== 207) throw new Error(`${path} was not told of: ${status} ${text}`);
    return [...text.matchAll(/<D:response><D:href>([^<]*)<\/D:href>/g)].map(([, href]) => href ?? '').slice(1);
  }
}
