import { createHash } from 'node:crypto';
import { EMAIL, PASSWORD } from './world.ts';

interface Feed {
  readonly changes: readonly {
    readonly seq: number;
    readonly entity: {
      readonly type: string;
      readonly id?: string;
      readonly state?: string;
      readonly role?: string;
      readonly hash?: string;
      readonly removed?: boolean;
    };
  }[];
}

/** Somebody at a browser, without a device: signs in, and asks for what the page would ask for. */
export class Visitor {
  readonly #url: string;
  #cookie = '';

  constructor(url: string) {
    this.#url = url;
  }

  async #ask<T>(method: string, path: string, body?: object | Uint8Array): Promise<T> {
    const raw = body instanceof Uint8Array;
    const answer = await fetch(`${this.#url}/api/v1${path}`, {
      method,
      headers: {
        cookie: this.#cookie,
        ...(body === undefined ? {} : { 'content-type': raw ? 'application/octet-stream' : 'application/json' }),
      },
      ...(body === undefined ? {} : { body: raw ? (body as Uint8Array<ArrayBuffer>) : JSON.stringify(body) }),
    });
    this.#cookie = answer.headers.get('set-cookie')?.split(';')[0] ?? this.#cookie;
    if (!answer.ok) throw new Error(`${method} ${path}: ${answer.status} ${await answer.text()}`);
    return (await answer.json()) as T;
  }

  async signIn(): Promise<this> {
    await this.#ask('POST', '/session', { email: EMAIL, password: PASSWORD });
    return this;
  }

  /** Asks something of a device. */
  order(deviceId: string, order: object): Promise<unknown> {
    return this.#ask('POST', `/devices/${deviceId}/orders`, { order });
  }

  async #act(change: object): Promise<{ status: string; code?: string }> {
    const { results } = await this.#ask<{ results: { result: { status: string; code?: string } }[] }>('POST', '/library/actions', {
      actions: [{ id: crypto.randomUUID(), change }],
    });
    return results[0]?.result ?? { status: 'none' };
  }

  /** Uploads a photo; answers its asset. */
  async add(bytes: Uint8Array, fileName: string, newHere = true): Promise<string> {
    const hash = createHash('sha256').update(bytes).digest('hex');
    const { answers } = await this.#ask<{ answers: { answer: string; uploadId?: string }[] }>('POST', '/uploads/ask', {
      asks: [{ hash, size: bytes.length, mime: 'image/jpeg' }],
    });
    if (answers[0]?.answer === 'send') await this.#ask('PUT', `/uploads/${answers[0].uploadId}/whole`, bytes);
    const assetId = crypto.randomUUID();
    const nothing = { width: null, height: null, duration: null, camera: null, exposure: null, place: null, title: null, caption: null };
    const fields = { ...nothing, favourite: false, hidden: false, rating: null, keywords: [] };
    const result = await this.#act({
      name: 'asset.create',
      args: {
        assetId,
        kind: 'photo',
        fields: { ...fields, fileName, capturedAt: '2024-05-06T10:00:00', capturedSource: 'exif' },
        resources: [{ role: 'original', hash, size: bytes.length, mime: 'image/jpeg', fileName: null, modifiedAt: null }],
        newHere,
      },
    });
    if (result.status !== 'applied') throw new Error(JSON.stringify(result));
    return assetId;
  }

  async restore(assetId: string): Promise<void> {
    await this.#act({ name: 'asset.restore', args: { assetId } });
  }

  devices(): Promise<{ devices: { name: string; roll: { lost?: { count: number; photos: { assetId: string }[] } } | null }[] }> {
    return this.#ask('GET', '/devices');
  }

  feed(): Promise<Feed> {
    return this.#ask('GET', '/library/changes');
  }
}
