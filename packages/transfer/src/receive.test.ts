import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { test } from 'node:test';
import * as fc from 'fast-check';
import { refusal, type Answer } from './answers.ts';
import { FileFailure, type Pace, type Transport } from './ports.ts';
import { downloadResource, type Sink } from './receive.ts';

const sha256 = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');
const pace: Pace = { random: () => 0, wait: async () => undefined };

function sinkOf(start: Uint8Array = Buffer.alloc(0)): Sink & { bytes: Buffer } {
  return {
    bytes: Buffer.from(start),
    async length() {
      return this.bytes.length;
    },
    async append(chunk) {
      this.bytes = Buffer.concat([this.bytes, chunk]);
    },
    async empty() {
      this.bytes = Buffer.alloc(0);
    },
    async hash() {
      return sha256(this.bytes);
    },
  };
}

interface Served {
  /** The body breaks after this many bytes. */
  readonly breaks?: number | undefined;
  readonly instead?: Answer;
  /** Answers 200 though a range was asked for. */
  readonly whole?: boolean;
}

function transportOf(bytes: Uint8Array, served: (n: number) => Served = () => ({})) {
  const ranges: (string | null)[] = [];
  const transport: Transport<null> = {
    request: async ({ headers }) => {
      ranges.push(headers['range'] ?? null);
      const { breaks, instead, whole } = served(ranges.length);
      const start = headers['range'] && !whole ? Number(/\d+/.exec(headers['range'])![0]) : 0;
      const body = bytes.subarray(start);
      const given: Record<string, string> = instead
        ? { ...instead.headers }
        : { etag: `"${sha256(bytes)}"`, ...(start > 0 ? { 'content-range': `bytes ${start}-${bytes.length - 1}/${bytes.length}` } : {}) };
      const content = instead ? Buffer.from(JSON.stringify(instead.body)) : body;
      return {
        status: instead?.status ?? (start > 0 ? 206 : 200),
        header: (name) => given[name] ?? null,
        body: (async function* () {
          for (let at = 0; at < content.length; at += 1000) {
            if (breaks !== undefined && at >= breaks) throw Object.assign(new Error('aborted'), { code: 'ECONNRESET' });
            yield content.subarray(at, at + 1000);
          }
        })(),
      };
    },
  };
  return { transport, ranges };
}

const photo = Buffer.alloc(10_500, 'photo');
const wanted = { path: '/x', hash: sha256(photo), size: photo.length, pace };

test('DL-1: a download goes on from what the sink holds, and is verified', async () => {
  const sink = sinkOf(photo.subarray(0, 4000));
  const { transport, ranges } = transportOf(photo);
  assert.deepEqual(await downloadResource({ ...wanted, transport, sink }), {
    ok: true,
    hash: wanted.hash,
    size: photo.length,
    received: 6500,
  });
  assert.deepEqual(ranges, ['bytes=4000-']);
  assert.deepEqual(sink.bytes, photo);
});

test('DL-1: a sink that holds everything is verified without a request', async () => {
  const { transport, ranges } = transportOf(photo);
  assert.equal((await downloadResource({ ...wanted, transport, sink: sinkOf(photo) })).ok, true);
  assert.equal(ranges.length, 0);
});

test('DL-2: after a break it goes on from the last byte that came', async () => {
  const sink = sinkOf();
  const { transport, ranges } = transportOf(photo, (n) => (n < 3 ? { breaks: 3000 } : {}));
  assert.equal((await downloadResource({ ...wanted, transport, sink })).ok, true);
  assert.deepEqual(ranges, [null, 'bytes=3000-', 'bytes=6000-']);
});

test('DL-2: an answer without the range begins again from the start', async () => {
  const sink = sinkOf(photo.subarray(0, 4000));
  const { transport } = transportOf(photo, () => ({ whole: true }));
  assert.equal((await downloadResource({ ...wanted, transport, sink })).ok, true);
  assert.deepEqual(sink.bytes, photo);
});

test('DL-3: bytes that do not hash to their name are dropped and fetched once more; then it is a reason', async () => {
  const torn = sinkOf(Buffer.concat([Buffer.alloc(2000), photo.subarray(2000, 5000)]));
  const { transport, ranges } = transportOf(photo);
  assert.equal((await downloadResource({ ...wanted, transport, sink: torn })).ok, true);
  assert.deepEqual(ranges, ['bytes=5000-', null]);
  const other = Buffer.alloc(photo.length, 'other');
  const liar = transportOf(other);
  const lies: Transport<null> = {
    request: async (request) => ({
      ...(await liar.transport.request(request)),
      header: (name) => (name === 'etag' ? `"${wanted.hash}"` : null),
    }),
  };
  const sink = sinkOf();
  const result = await downloadResource({ ...wanted, transport: lies, sink });
  assert.deepEqual(result, { ok: false, code: 'digest-mismatch', evidence: { arrived: sha256(other) }, next: 'retry' });
  assert.equal(sink.bytes.length, 0);
});

test('DL-4: a portal’s page never reaches the sink', async () => {
  const sink = sinkOf();
  const { transport } = transportOf(photo, () => ({ instead: { status: 200, headers: {}, body: '<html>' } }));
  const result = await downloadResource({ ...wanted, transport, sink, tries: 2 });
  assert.equal(!result.ok && result.code, 'captive-portal');
  assert.equal(sink.bytes.length, 0);
});

test('DL-5: each refusal has its reason', async () => {
  const cases: [Answer, string, string][] = [
    [refusal('signed-out', 'x'), 'signed-out', 'stop'],
    [refusal('damaged', 'x'), 'download-failed', 'retry'],
    [refusal('not-found', 'x'), 'download-failed', 'ask'],
    [refusal('server-busy', 'x'), 'server-busy', 'retry'],
  ];
  for (const [instead, code, next] of cases) {
    const result = await downloadResource({
      ...wanted,
      transport: transportOf(photo, () => ({ instead })).transport,
      sink: sinkOf(),
      tries: 2,
    });
    assert.deepEqual([!result.ok && result.code, !result.ok && result.code !== 'stopped' && result.next], [code, next]);
  }
});

test('DL-6: a full disk on this side ends with that reason', async () => {
  const sink: Sink = { ...sinkOf(), append: () => Promise.reject(new FileFailure('device-disk-full', { needed: 1, free: 0 })) };
  const result = await downloadResource({ ...wanted, transport: transportOf(photo).transport, sink });
  assert.deepEqual(result, { ok: false, code: 'device-disk-full', evidence: { needed: 1, free: 0 }, next: 'stop' });
});

test('DL-7: wherever it breaks, the sink ends with exactly the bytes, each received once', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(fc.nat(12_000), { maxLength: 5 }), fc.nat(photo.length), async (breaks, start) => {
      const sink = sinkOf(photo.subarray(0, start));
      const { transport } = transportOf(photo, (n) => ({ breaks: breaks[n - 1] }));
      const result = await downloadResource({ ...wanted, transport, sink });
      assert.ok(result.ok);
      assert.deepEqual(sink.bytes, photo);
      assert.equal(result.received, photo.length - start);
    }),
    { numRuns: 100 },
  );
});
