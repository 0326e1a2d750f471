import { createHash, randomBytes } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  BYTES,
  CHAIN_START,
  createClient,
  mintId,
  mutationHash,
  type Call,
  type Change,
  type Mutation,
  type Poke,
  type RouteInput,
  type RouteName,
  type RouteOutput,
} from '@rollcall/protocol';
import { startServer, type RunningServer, type ServerOptions } from '../server.ts';

export const PASSWORD = 'correct horse battery';

export function uuid(): string {
  return mintId(Date.now(), randomBytes(10));
}

/** A server on a data folder of its own, both gone after `close`. */
export class Served {
  readonly data: string;
  readonly #options: Partial<ServerOptions>;
  server!: RunningServer;

  private constructor(options: Partial<ServerOptions>) {
    this.#options = options;
    this.data = mkdtempSync(join(tmpdir(), 'rollcall-server-'));
  }
  static async start(options: Partial<ServerOptions> = {}): Promise<Served> {
    const served = new Served(options);
    await served.open();
    return served;
  }
  async open(): Promise<void> {
    this.server = await startServer({ data: this.data, host: '127.0.0.1', port: 0, ...this.#options });
  }
  async restart(): Promise<void> {
    await this.server.stop();
    await this.open();
  }
  get url(): string {
    return `http://127.0.0.1:${this.server.port}`;
  }
  setupToken(): string {
    return readFileSync(join(this.data, 'setup-token'), 'utf8').trim();
  }
  client(headers: Readonly<Record<string, string>> = {}): Client {
    return new Client(() => this.url, headers);
  }
  /** The first becomes the owner. */
  async account(email: string, quota?: number): Promise<Client> {
    const setup = this.server.context.accounts.exist() ? {} : { setupToken: this.setupToken() };
    await this.client().ok('createAccount', { body: { email, password: PASSWORD, ...setup, ...(quota === undefined ? {} : { quota }) } });
    return this.signIn(email);
  }
  async signIn(email: string, password = PASSWORD): Promise<Client> {
    const client = this.client();
    await client.ok('signIn', { body: { email, password } });
    return this.client({ cookie: client.cookie ?? '' });
  }
  async device(email: string, name = 'laptop'): Promise<TestDevice> {
    const linked = await this.client().ok('link', {
      body: { email, password: PASSWORD, name, kind: 'folder', platform: 'test', version: '1' },
    });
    return new TestDevice(this.client({ authorization: `Bearer ${linked.token}` }), linked.deviceId, this.server.context.libraries.epoch);
  }
  async close(): Promise<void> {
    await this.server.stop();
    rmSync(this.data, { recursive: true });
  }
}

/** Calls the API with some headers, as the typed client does, or raw. */
export class Client {
  readonly call: Call;
  readonly headers: Readonly<Record<string, string>>;
  readonly #url: () => string;
  /** What the last answer that set one set, as a request would carry it. */
  cookie: string | null = null;

  constructor(url: () => string, headers: Readonly<Record<string, string>>) {
    this.#url = url;
    this.headers = headers;
    this.call = createClient(async ({ method, path, headers: own, body }) => {
      const answer = await fetch(`${this.#url()}${path}`, { method, headers: own, ...(body === undefined ? {} : { body }) });
      this.cookie = answer.headers.get('set-cookie')?.split(';')[0] ?? this.cookie;
      return { status: answer.status, text: await answer.text() };
    }, headers);
  }
  raw(method: string, path: string, init: { headers?: Record<string, string>; body?: string | Uint8Array } = {}): Promise<Response> {
    const { body } = init;
    return fetch(`${this.#url()}${path}`, {
      method,
      headers: { ...this.headers, ...init.headers },
      ...(body === undefined ? {} : { body: body as string }),
    });
  }
  async ok<N extends RouteName>(name: N, input: RouteInput<N>): Promise<RouteOutput<N>> {
    const answer = await this.call(name, input);
    if (!answer.ok) throw new Error(`${name} was refused: ${JSON.stringify(answer.refusal)}`);
    return answer.value;
  }
  /** The code of the refusal; `ok` when there was none. */
  async code<N extends RouteName>(name: N, input: RouteInput<N>): Promise<string> {
    const answer = await this.call(name, input);
    return answer.ok ? 'ok' : answer.refusal.code;
  }
  /** Sends bytes as an agent does: asks, then puts. */
  async upload(bytes: Uint8Array): Promise<{ hash: string; size: number }> {
    const hash = createHash('sha256').update(bytes).digest('hex');
    const { answers } = await this.ok('askUploads', { body: { asks: [{ hash, size: bytes.length, mime: 'image/jpeg' }] } });
    const [answer] = answers;
    if (answer?.answer === 'send') {
      const put = await this.raw('PUT', BYTES.uploadWhole(answer.uploadId), {
        body: bytes,
        headers: { 'content-type': 'application/octet-stream' },
      });
      if (!put.ok) throw new Error(`the upload was refused: ${await put.text()}`);
    } else if (answer?.answer !== 'have') throw new Error(`the upload was refused: ${JSON.stringify(answer)}`);
    return { hash, size: bytes.length };
  }
  /** Listens for pokes from now on. */
  async pokes(): Promise<Pokes> {
    const stop = new AbortController();
    const answer = await fetch(`${this.#url()}${BYTES.pokes}`, { headers: this.headers, signal: stop.signal });
    if (!answer.ok || !answer.body) throw new Error(`no stream of pokes: ${answer.status} ${await answer.text()}`);
    return new Pokes(answer.body.pipeThrough(new TextDecoderStream()), () => stop.abort());
  }
}

/** Pokes as they come. */
export class Pokes {
  readonly #reader: ReadableStreamDefaultReader<string>;
  readonly stop: () => void;
  #text = '';
  constructor(stream: ReadableStream<string>, stop: () => void) {
    this.#reader = stream.getReader();
    this.stop = stop;
  }
  /** The next poke; null when the stream has ended. */
  async next(): Promise<Poke | null> {
    for (;;) {
      const end = this.#text.indexOf('\n\n');
      if (end < 0) {
        const { value, done } = await this.#reader.read();
        if (done) return null;
        this.#text += value;
        continue;
      }
      const event = this.#text.slice(0, end);
      this.#text = this.#text.slice(end + 2);
      if (event.startsWith('data: ')) return JSON.parse(event.slice(6)) as Poke;
    }
  }
  /** The next poke of a type. */
  async until<T extends Poke['type']>(type: T): Promise<Extract<Poke, { type: T }>> {
    for (;;) {
      const poke = await this.next();
      if (poke === null) throw new Error(`the stream ended before a poke of the type ${type}`);
      if (poke.type === type) return poke as Extract<Poke, { type: T }>;
    }
  }
}

/** A linked device that keeps its chain. */
export class TestDevice {
  readonly client: Client;
  readonly deviceId: string;
  readonly epoch: string;
  #n = 0;
  #previous = CHAIN_START;
  constructor(client: Client, deviceId: string, epoch: string) {
    this.client = client;
    this.deviceId = deviceId;
    this.epoch = epoch;
  }
  next(change: Change): Mutation {
    const mutation: Mutation = { deviceId: this.deviceId, epoch: this.epoch, n: (this.#n += 1), previous: this.#previous, ...change };
    this.#previous = mutationHash(mutation);
    return mutation;
  }
  async send(...changes: Change[]): Promise<RouteOutput<'mutations'>['results'][number]['result'][]> {
    const { results } = await this.client.ok('mutations', { body: { mutations: changes.map((change) => this.next(change)) } });
    return results.map(({ result }) => result);
  }
  /** Everything in the library, as a snapshot. */
  async snapshot(): Promise<RouteOutput<'changes'>['changes']> {
    const { changes } = await this.client.ok('changes', { query: {} });
    return changes;
  }
}
