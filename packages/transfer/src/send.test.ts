import assert from 'node:assert/strict';
import { test } from 'node:test';
import * as fc from 'fast-check';
import { refusal, type Answer } from './answers.ts';
import { foreign, paceOf, serverOf, sha256, sourceOf, type Fault } from './model-server.testing.ts';
import { FileFailure, type Source, type Transport } from './ports.ts';
import { uploadResource } from './send.ts';
import { WHOLE_SIZE } from './sending.ts';
import { SMALLEST_PIECE } from './step.ts';

const ticket = { path: '/api/v1/uploads/1', offset: 0 };
const small = Buffer.from('a small photo');
const large = Buffer.alloc(WHOLE_SIZE + 1000, 'x');

test('UP-11: a small file goes in one request, a large one from its offset', async () => {
  for (const bytes of [Buffer.alloc(0), small, large]) {
    const server = serverOf(bytes.length, sha256(bytes));
    const result = await uploadResource({
      transport: server.transport,
      ticket,
      source: sourceOf(bytes),
      hash: sha256(bytes),
      pace: paceOf(),
    });
    assert.deepEqual(result, { ok: true, hash: sha256(bytes), size: bytes.length, sent: bytes.length });
    assert.deepEqual(server.requests, [bytes.length > WHOLE_SIZE ? 'PATCH 0' : 'PUT']);
  }
});

test('UP-12: after a break it asks where the server stands, and goes on from there', async () => {
  const server = serverOf(large.length, sha256(large), (_, n) => (n === 1 ? { fault: 'break', after: 5_000_000 } : { fault: 'none' }));
  const result = await uploadResource({
    transport: server.transport,
    ticket,
    source: sourceOf(large),
    hash: sha256(large),
    pace: paceOf(),
  });
  assert.deepEqual(server.requests, ['PATCH 0', 'HEAD', 'PATCH 5000000']);
  assert.deepEqual(result, { ok: true, hash: sha256(large), size: large.length, sent: large.length });
});

test('UP-12: an answer that was lost is found again without sending a byte twice', async () => {
  const server = serverOf(small.length, sha256(small), (_, n) => (n === 1 ? { fault: 'break', after: small.length } : { fault: 'none' }));
  const result = await uploadResource({
    transport: server.transport,
    ticket,
    source: sourceOf(small),
    hash: sha256(small),
    pace: paceOf(),
  });
  assert.deepEqual(server.requests, ['PUT', 'HEAD']);
  assert.deepEqual(result, { ok: true, hash: sha256(small), size: small.length, sent: small.length });
});

test('UP-12: a server that has all bytes, but does not know that they are all, is told so without bytes', async () => {
  const server = serverOf(small.length, sha256(small));
  await server.transport.request({
    method: 'PATCH',
    path: '',
    headers: {
      'content-type': 'application/partial-upload',
      'content-length': String(small.length),
      'upload-offset': '0',
      'upload-complete': '?0',
    },
    body: small,
    signal: undefined,
    onSent: undefined,
  });
  const result = await uploadResource({
    transport: server.transport,
    ticket: { ...ticket, offset: small.length },
    source: sourceOf(small),
    hash: null,
    pace: paceOf(),
  });
  assert.deepEqual(result, { ok: true, hash: sha256(small), size: small.length, sent: 0 });
  assert.deepEqual(server.requests.slice(1), [`PATCH ${small.length}`]);
});

test('UP-13: a connection that keeps breaking ends in a reason, after bounded tries with growing waits', async () => {
  const pace = paceOf();
  const server = serverOf(small.length, sha256(small), () => ({ fault: 'break', after: 0 }));
  const result = await uploadResource({ transport: server.transport, ticket, source: sourceOf(small), hash: null, pace, tries: 5 });
  assert.deepEqual(result, { ok: false, code: 'server-unreachable', evidence: { error: 'ECONNRESET' }, next: 'retry' });
  assert.equal(server.requests.length, 5);
  assert.deepEqual(pace.waits.map(Math.round), [500, 999, 1998, 3996]);
});

test('UP-13: bytes that arrive make its patience whole again', async () => {
  const server = serverOf(large.length, sha256(large), ({ method }) =>
    method === 'PATCH' ? { fault: 'break', after: 600_000 } : { fault: 'none' },
  );
  const result = await uploadResource({
    transport: server.transport,
    ticket,
    source: sourceOf(large),
    hash: sha256(large),
    pace: paceOf(),
    tries: 2,
  });
  assert.equal(result.ok, true);
});

test('UP-14: pieces are halved while something on the way refuses their size, and then go on at that size', async () => {
  const server = serverOf(large.length, sha256(large), ({ body }) =>
    (body?.length ?? 0) > 3_000_000 ? { fault: 'instead', answer: foreign(413) } : { fault: 'none' },
  );
  const pieces = new Set<number | null>();
  const result = await uploadResource({
    transport: server.transport,
    ticket,
    source: sourceOf(large),
    hash: sha256(large),
    pace: paceOf(),
    onProgress: ({ piece }) => pieces.add(piece),
  });
  assert.equal(result.ok, true);
  assert.deepEqual([...pieces], [2_097_402]);
  assert.ok(server.requests.filter((one) => one.startsWith('PATCH')).length <= 7);
});

test('UP-14: when even the smallest piece is refused, the reason is too-large-for-proxy', async () => {
  for (const status of [413, 502]) {
    const server = serverOf(large.length, sha256(large), ({ method }) =>
      method === 'PATCH' ? { fault: 'instead', answer: foreign(status) } : { fault: 'none' },
    );
    const result = await uploadResource({
      transport: server.transport,
      ticket,
      source: sourceOf(large),
      hash: null,
      pace: paceOf(),
      tries: 20,
    });
    assert.deepEqual(
      result,
      { ok: false, code: 'too-large-for-proxy', evidence: { piece: SMALLEST_PIECE }, next: 'retry' },
      String(status),
    );
  }
});

test('UP-14: a proxy whose server is away is not taken for one that refuses large pieces', async () => {
  const server = serverOf(large.length, sha256(large), () => ({ fault: 'instead', answer: foreign(502) }));
  const result = await uploadResource({
    transport: server.transport,
    ticket,
    source: sourceOf(large),
    hash: null,
    pace: paceOf(),
    tries: 4,
  });
  assert.equal(!result.ok && result.code, 'server-unreachable');
});

test('UP-8: wrong bytes are sent once more from the start, and then it is a reason', async () => {
  const once = serverOf(small.length, '0'.repeat(64));
  const failed = await uploadResource({ transport: once.transport, ticket, source: sourceOf(small), hash: '0'.repeat(64), pace: paceOf() });
  assert.deepEqual(failed, { ok: false, code: 'digest-mismatch', evidence: { arrived: sha256(small) }, next: 'retry' });
  assert.deepEqual(once.requests, ['PUT', 'PUT']);
  // A tail that was lost with the server's power: what it has is not what was sent.
  const torn = serverOf(large.length, sha256(large), (_, n) => (n === 1 ? { fault: 'break', after: 5_000_000 } : { fault: 'none' }));
  const result = await uploadResource({
    transport: torn.transport,
    ticket,
    source: sourceOf(large),
    hash: sha256(large),
    pace: { random: () => 0, wait: async () => void torn.corrupt() },
  });
  assert.equal(result.ok, true);
  assert.deepEqual(torn.requests, ['PATCH 0', 'HEAD', 'PATCH 5000000', 'PATCH 0']);
});

test('UP-15: each refusal of the server has its reason, and says what comes next', async () => {
  const cases: [Answer, string, string][] = [
    [refusal('signed-out', 'x'), 'signed-out', 'stop'],
    [refusal('device-revoked', 'x'), 'device-revoked', 'stop'],
    [refusal('update-needed', 'x'), 'update-needed', 'stop'],
    [refusal('quota-full', 'x', { needed: 2, free: 1 }), 'quota-full', 'stop'],
    [refusal('server-disk-full', 'x'), 'server-disk-full', 'stop'],
    [refusal('too-large', 'x'), 'too-large-for-server', 'stop'],
    [refusal('upload-gone', 'x'), 'refused', 'ask'],
    [refusal('size-mismatch', 'x'), 'bytes-changed', 'ask'],
    [refusal('server-busy', 'x'), 'server-busy', 'retry'],
    [refusal('forbidden', 'x'), 'refused', 'stop'],
    [foreign(200), 'captive-portal', 'retry'],
    [foreign(302, { location: 'http://portal' }), 'captive-portal', 'retry'],
    [foreign(503), 'server-busy', 'retry'],
  ];
  for (const [answer, code, next] of cases) {
    const server = serverOf(small.length, sha256(small), () => ({ fault: 'instead', answer }));
    const result = await uploadResource({
      transport: server.transport,
      ticket,
      source: sourceOf(small),
      hash: null,
      pace: paceOf(),
      tries: 1,
    });
    assert.deepEqual(
      [!result.ok && result.code, !result.ok && result.code !== 'stopped' && result.next],
      [code, next],
      JSON.stringify(answer),
    );
  }
});

test('UP-15: the wait that the server asks for is kept', async () => {
  const pace = paceOf();
  const server = serverOf(small.length, sha256(small), (_, n) =>
    n === 1 ? { fault: 'instead', answer: refusal('rate-limited', 'x', {}, { 'retry-after': '7' }) } : { fault: 'none' },
  );
  const result = await uploadResource({ transport: server.transport, ticket, source: sourceOf(small), hash: null, pace });
  assert.equal(result.ok, true);
  assert.deepEqual(pace.waits, [7000]);
});

test('UP-16: a file that changes while it is sent ends with that reason, whatever the transport wraps it in', async () => {
  const transport: Transport<Uint8Array | null> = {
    request: () => Promise.reject(new Error('fetch failed', { cause: new FileFailure('bytes-changed') })),
  };
  assert.deepEqual(await uploadResource({ transport, ticket, source: sourceOf(small), hash: null, pace: paceOf() }), {
    ok: false,
    code: 'bytes-changed',
    evidence: {},
    next: 'ask',
  });
});

test('UP-17: a stopped transfer says so, and is never taken for a failure', async () => {
  const signal = new AbortController();
  const transport: Transport<Uint8Array | null> = {
    request: () => {
      signal.abort();
      return Promise.reject(new Error('aborted'));
    },
  };
  assert.deepEqual(
    await uploadResource({ transport, ticket, source: sourceOf(small), hash: null, pace: paceOf(), signal: signal.signal }),
    { ok: false, code: 'stopped' },
  );
});

test('UP-18: whatever breaks, the bytes arrive whole or there is a reason, and nothing that the server had is sent twice', async () => {
  const fault = fc.oneof(
    { weight: 2, arbitrary: fc.constant<Fault>({ fault: 'none' }) },
    { weight: 3, arbitrary: fc.record({ fault: fc.constant('break' as const), after: fc.nat(10_000) }) },
    {
      weight: 1,
      arbitrary: fc.constantFrom<Fault>({ fault: 'instead', answer: foreign(502) }, { fault: 'instead', answer: foreign(200) }),
    },
  );
  await fc.assert(
    fc.asyncProperty(
      fc.array(fault, { maxLength: 12 }),
      fc.uint8Array({ maxLength: 9000 }),
      fc.option(fc.integer({ min: 1, max: 5000 }), { nil: undefined }),
      async (faults, bytes, pieceSize) => {
        const server = serverOf(bytes.length, sha256(bytes), (_, n) => faults[n - 1] ?? { fault: 'none' });
        const result = await uploadResource({
          transport: server.transport,
          ticket,
          source: sourceOf(bytes),
          hash: sha256(bytes),
          pace: paceOf(),
          pieceSize,
        });
        if (!result.ok) return;
        assert.equal(sha256(server.bytes()), sha256(bytes));
        assert.equal(result.sent, bytes.length);
      },
    ),
    { numRuns: 200 },
  );
});

test('UP-16: a file that is gone when its bytes are wanted ends with that reason', async () => {
  const server = serverOf(small.length, sha256(small));
  const source: Source<Uint8Array | null> = {
    size: small.length,
    slice: () => {
      throw new FileFailure('file-unreadable', { error: 'ENOENT' });
    },
  };
  const result = await uploadResource({ transport: server.transport, ticket, source, hash: null, pace: paceOf() });
  assert.deepEqual(result, { ok: false, code: 'file-unreadable', evidence: { error: 'ENOENT' }, next: 'stop' });
});

test('UP-17: every answer is read to its end, so that its connection can be used again', async () => {
  let unread = 0;
  const server = serverOf(large.length, sha256(large), (_, n) => (n === 1 ? { fault: 'break', after: 5000 } : { fault: 'none' }));
  const transport: Transport<Uint8Array | null> = {
    request: async (request) => {
      const answer = await server.transport.request(request);
      unread += 1;
      const body = (async function* () {
        yield* answer.body;
        unread -= 1;
      })();
      return { ...answer, body };
    },
  };
  assert.equal((await uploadResource({ transport, ticket, source: sourceOf(large), hash: null, pace: paceOf() })).ok, true);
  assert.equal(unread, 0);
});

test('NW-13: a server that asks to be left alone for long is not waited for by one file: the transfer ends, and tells how long', async () => {
  const busy = { fault: 'instead', answer: foreign(503, { 'retry-after': '20' }) } as const;
  const server = serverOf(small.length, sha256(small), () => busy);
  const options = { transport: server.transport, ticket, source: sourceOf(small), hash: null, pace: paceOf(), longestWait: 2000 };
  const result = await uploadResource(options);
  assert.deepEqual([result.ok, !result.ok && result.code], [false, 'server-busy']);
  assert.equal(!result.ok && result.code !== 'stopped' && result.evidence['retryAfter'], 20_000);
  assert.deepEqual(server.requests, ['PUT']);
});

test('NW-33: bytes that leave after their request was answered are no progress: what is over is not told to be on its way again', async () => {
  const server = serverOf(large.length, sha256(large), () => ({ fault: 'instead', answer: foreign(503, { 'retry-after': '60' }) }));
  let leave: ((bytes: number) => void) | undefined;
  const transport: Transport<Uint8Array | null> = {
    request: (request) => {
      leave = request.onSent;
      leave?.(1000);
      return server.transport.request(request);
    },
  };
  const told: number[] = [];
  const onProgress = ({ offset }: { readonly offset: number }): void => void told.push(offset);
  const options = { transport, ticket, source: sourceOf(large), hash: null, pace: paceOf(), longestWait: 2000, onProgress };
  assert.equal((await uploadResource(options)).ok, false);
  // A connection of which only the answer is over still takes what was to be sent.
  leave?.(2000);
  assert.deepEqual(told, [1000]);
});
