import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { BYTES, resourceId } from '@rollcall/protocol';
import { createOf } from '../../../testing/photos.ts';
import { Served, uuid, type TestDevice } from '../../../testing/served.ts';
import type { ApiDocument } from '../types.ts';
import { CheckedApi, type Asked, type Checked } from './checked.ts';

/** A PNG of one pixel. */
const DOT = 'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==';

export type Ask = (method: string, path: string, asked?: Asked) => Promise<Checked>;

interface Photo {
  readonly assetId: string;
  readonly resource: string;
  readonly hash: string;
  readonly size: number;
}

/** A server with an account, a device and a few photos; whatever is asked is held against the document. */
export interface World {
  readonly api: CheckedApi;
  /** As nobody, as the signed-in browser, as the device. */
  readonly ask: Ask;
  readonly browser: Ask;
  readonly device: Ask;
  /** A device whose access was taken away. */
  readonly revoked: Ask;
  readonly chain: TestDevice;
  readonly deviceId: string;
  readonly photo: Photo;
  /** Its bytes may be spoilt. */
  readonly damaged: Photo;
  readonly blobs: Served['server']['context']['blobs'];
  /** A browser that signs in now. */
  signIn(): Promise<Ask>;
  /** The browser of somebody who owns nothing of the server. */
  guest(): Promise<Ask>;
  /** The id of one more device. */
  another(): Promise<string>;
  /** The id of an open request for a plan. */
  asking(): Promise<string>;
  /** The path of an upload for this text. */
  ticket(text: string): Promise<string>;
  /** A picture that is made. */
  picture(): Promise<{ readonly path: string; readonly etag: string }>;
  /** The first poke of a stream. */
  pokes(): Promise<void>;
  /** A server on which there is no account yet. */
  fresh(): Promise<Ask>;
}

export function hashOf(text: string | Uint8Array): string {
  return createHash('sha256').update(text).digest('hex');
}

export async function makeWorld(test: { after(work: () => Promise<void>): void }): Promise<World> {
  const served = await Served.start();
  test.after(() => served.close());
  const document = (await (await served.client().raw('GET', '/api/v1/openapi.json')).json()) as ApiDocument;
  const api = new CheckedApi(served.url, document);
  const as =
    (headers: Readonly<Record<string, string>>, to = api): Ask =>
    (method, path, asked = {}) =>
      to.ask(method, path, { ...asked, headers: { ...headers, ...asked.headers } });
  const { headers } = await served.account('anna@x.org');
  const chain = await served.device('anna@x.org');
  const gone = await served.device('anna@x.org', 'gone');
  await gone.client.ok('revokeDevice', { params: { deviceId: gone.deviceId }, body: {} });
  const [browser, device] = [as(headers), as(chain.client.headers)];
  const shown = await addPhoto(chain, Buffer.from(DOT, 'base64'));
  return {
    api,
    ask: as({}),
    browser,
    device,
    revoked: as(gone.client.headers),
    chain,
    deviceId: chain.deviceId,
    photo: await addPhoto(chain, Buffer.from('a photo')),
    damaged: await addPhoto(chain, Buffer.from('of which no picture is made')),
    blobs: served.server.context.blobs,
    signIn: async () => as((await served.signIn('anna@x.org')).headers),
    guest: async () => as((await served.account('guest@x.org')).headers),
    another: async () => (await served.device('anna@x.org', 'another')).deviceId,
    asking: async () => (await (await served.account('asking@x.org')).ok('askForPlan', { body: { plan: '50 GB' } })).request.id,
    async ticket(text) {
      const asks = [{ hash: hashOf(text), size: Buffer.byteLength(text), mime: 'image/jpeg' }];
      const [answer] = (await chain.client.ok('askUploads', { body: { asks } })).answers;
      assert.equal(answer?.answer, 'send');
      return answer.path;
    },
    picture: () => madePicture(browser, shown),
    async pokes() {
      const { answer, told, where } = await api.open('GET', BYTES.pokes, { headers });
      const reader = answer.body!.pipeThrough(new TextDecoderStream()).getReader();
      let text = '';
      while (!/^data: .*$/m.test(text)) text += (await reader.read()).value ?? assert.fail(`${where}: the stream ended`);
      assert.equal(answer.headers.get('content-type')?.split(';')[0], 'text/event-stream');
      api.conforms(JSON.parse(/^data: (.*)$/m.exec(text)![1]!), told.content!['text/event-stream']!.schema!, where);
      await reader.cancel();
    },
    async fresh() {
      const first = await Served.start();
      test.after(() => first.close());
      const other = new CheckedApi(first.url, document);
      return async (...asked) => {
        const answer = await as({}, other)(...asked);
        for (const [operation, statuses] of other.seen) for (const status of statuses) api.saw(operation, status);
        return answer;
      };
    },
  };
}

export async function addPhoto(device: TestDevice, bytes: Uint8Array): Promise<Photo> {
  const assetId = uuid();
  const { hash, size } = await device.client.upload(bytes);
  assert.deepEqual(await device.send(createOf(assetId, [{ hash, size }])), [{ status: 'applied' }]);
  return { assetId, hash, size, resource: resourceId(assetId, 'original', hash) };
}

/** Asks until the picture is there. */
async function madePicture(browser: Ask, { assetId, resource }: Photo): Promise<{ path: string; etag: string }> {
  const path = `${BYTES.rendition(assetId, 'thumbnail')}?v=${resource}`;
  for (let tries = 0; tries < 600; tries += 1) {
    const answer = await browser('GET', path);
    if (answer.status === 200) return { path, etag: answer.headers.get('etag') ?? '' };
    await new Promise((resolve) => void setTimeout(resolve, 100));
  }
  throw new Error('no picture was made within a minute');
}
