import assert from 'node:assert/strict';
import { test } from 'node:test';
import * as fc from 'fast-check';
import { foreign, paceOf, serverOf, sha256, sourceOf, type Fault } from './model-server.testing.ts';
import { TRIES } from './patience.ts';
import { uploadResource } from './send.ts';
import { decideUpload, openUpload, type Ask, type Ending, type Upload, type UploadEvent } from './upload.ts';

type Happening =
  | { readonly does: 'ask'; readonly ask: Ask }
  | { readonly does: 'arrive'; readonly bytes: number }
  | { readonly does: 'end'; readonly how: Ending }
  | { readonly does: 'finish'; readonly how: 'kept' | 'mismatched' | 'unkept' }
  | { readonly does: 'expire' };

const maybe = <T>(of: fc.Arbitrary<T>): fc.Arbitrary<T | null> => fc.option(of, { nil: null });
/** Requests as anybody may send them: right, wrong, and malformed. */
const ask: fc.Arbitrary<Ask> = fc.oneof(
  fc.record({
    kind: fc.constant('append' as const),
    request: fc.constant(0),
    offset: maybe(fc.nat(14)),
    complete: maybe(fc.boolean()),
    length: maybe(fc.nat(14)),
    contentLength: maybe(fc.nat(14)),
    partial: fc.boolean(),
  }),
  fc.record({ kind: fc.constant('whole' as const), request: fc.constant(0), contentLength: maybe(fc.nat(14)) }),
  fc.record({ kind: fc.constantFrom('offset' as const, 'cancel' as const), request: fc.constant(0) }),
);
const happening: fc.Arbitrary<Happening> = fc.oneof(
  { weight: 3, arbitrary: ask.map((each): Happening => ({ does: 'ask', ask: each })) },
  { weight: 3, arbitrary: fc.record({ does: fc.constant('arrive' as const), bytes: fc.nat(12) }) },
  {
    weight: 3,
    arbitrary: fc.record({
      does: fc.constant('end' as const),
      how: fc.constantFrom<Ending>('whole', 'whole', 'broken', 'overflow', 'disk-full'),
    }),
  },
  { weight: 3, arbitrary: fc.record({ does: fc.constant('finish' as const), how: fc.constantFrom('kept', 'mismatched', 'unkept') }) },
  { weight: 1, arbitrary: fc.constant<Happening>({ does: 'expire' }) },
);

/** What may happen now, as an event; null: it cannot. */
function eventOf(upload: Upload, each: Happening, request: number): UploadEvent | null {
  const writes = upload.phase === 'open' && upload.writing !== null;
  switch (each.does) {
    case 'ask':
      return { type: 'asked', ask: { ...each.ask, request } };
    case 'arrive':
      return writes ? { type: 'arrived', bytes: Math.min(each.bytes, upload.length - upload.offset) } : null;
    case 'end':
      return writes ? { type: 'ended', how: each.how } : null;
    case 'finish':
      if (upload.phase !== 'finishing') return null;
      return each.how === 'unkept' ? { type: 'unkept', why: 'internal' } : { type: each.how, hash: 'ab' };
    case 'expire':
      return { type: 'expired' };
    default:
      return each satisfies never;
  }
}

test('FZ-4: whatever is asked of an upload, and however it goes: no offset beyond the length, one answer each, complete only when kept, wrong bytes begin anew', () => {
  fc.assert(
    fc.property(fc.nat(10), fc.array(happening, { maxLength: 80 }), (length, all) => {
      let upload: Upload = openUpload(0, length);
      const waiting = new Set<number>();
      let requests = 0;
      for (const each of all) {
        const event = eventOf(upload, each, requests + 1);
        if (event === null) continue;
        if (event.type === 'asked') waiting.add((requests += 1));
        const before = upload;
        const decision = decideUpload(upload, event);
        upload = decision.upload;
        for (const effect of decision.effects) {
          if (effect.do === 'answer' || effect.do === 'break') assert.ok(waiting.delete(effect.request), `twice: ${effect.request}`);
          if (effect.do === 'receive') assert.ok(effect.most <= length);
          if (effect.do === 'finish') assert.ok(before.phase === 'open' && before.offset === length, 'all bytes are here');
          // 2xx with the word that it is complete, only for what was kept.
          if (effect.do === 'answer' && effect.answer.status < 300 && effect.answer.headers['upload-complete'] === '?1')
            assert.ok(before.phase === 'complete' || event.type === 'kept');
        }
        if (upload.phase === 'open') assert.ok(upload.offset >= 0 && upload.offset <= length);
        if (upload.phase === 'complete' && before.phase !== 'complete') assert.equal(event.type, 'kept');
        if (event.type === 'mismatched') {
          assert.ok(upload.phase !== 'complete' && decision.effects.some((effect) => effect.do === 'empty'));
          if (upload.phase === 'open') assert.equal(upload.offset, 0);
        }
        if (before.phase === 'gone') assert.equal(upload.phase, 'gone');
      }
      // What is left comes to an end, and nobody stays without an answer.
      for (let more = 0; more < 3 * (waiting.size + 1); more += 1) {
        const next = eventOf(upload, { does: 'end', how: 'broken' }, 0) ?? eventOf(upload, { does: 'finish', how: 'unkept' }, 0);
        if (next === null) break;
        const decision = decideUpload(upload, next);
        upload = decision.upload;
        for (const effect of decision.effects) if (effect.do === 'answer' || effect.do === 'break') waiting.delete(effect.request);
      }
      assert.deepEqual([...waiting], []);
    }),
    { numRuns: 2000 },
  );
});

const fault: fc.Arbitrary<Fault> = fc.oneof(
  { weight: 3, arbitrary: fc.constant<Fault>({ fault: 'none' }) },
  { weight: 3, arbitrary: fc.record({ fault: fc.constant('break' as const), after: fc.nat(10_000) }) },
  { weight: 2, arbitrary: fc.record({ fault: fc.constant('crash' as const), loses: fc.nat(6000) }) },
  { weight: 2, arbitrary: fc.constant<Fault>({ fault: 'twice' }) },
  { weight: 1, arbitrary: fc.constant<Fault>({ fault: 'damage' }) },
  { weight: 1, arbitrary: fc.constant<Fault>({ fault: 'unkept' }) },
  {
    weight: 2,
    arbitrary: fc.constantFrom(502, 503, 413, 200, 302).map((status): Fault => ({ fault: 'instead', answer: foreign(status) })),
  },
);
/** Nobody calls a request without a body too large. */
function draw(faults: readonly Fault[], n: number, body: Uint8Array | null): Fault {
  const drawn = faults[n - 1] ?? { fault: 'none' };
  return drawn.fault === 'instead' && drawn.answer.status === 413 && !body?.length ? { fault: 'none' } : drawn;
}

const pieceSize = fc.option(fc.integer({ min: 1, max: 5000 }), { nil: undefined });

test('FZ-5: whatever happens on the way and at the server: the bytes arrive whole or there is a reason, within bounds, and nobody is told of bytes that are not there', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(fault, { maxLength: 20 }), fc.uint8Array({ maxLength: 9000 }), pieceSize, async (faults, bytes, piece) => {
      const hash = sha256(bytes);
      const server = serverOf(bytes.length, hash, ({ body }, n) => draw(faults, n, body));
      const ticket = { path: '/api/v1/uploads/1', offset: 0 };
      const result = await uploadResource({
        transport: server.transport,
        ticket,
        source: sourceOf(bytes),
        hash,
        pace: paceOf(),
        pieceSize: piece,
      });
      const pieces = Math.ceil((bytes.length + 1) / (piece ?? Infinity)) + 1;
      assert.ok(server.requests.length <= (faults.length + 1) * (pieces + TRIES), `${server.requests.length} requests`);
      assert.ok(server.sent() <= (faults.length + 1) * (bytes.length + 1), 'what is sent again is bounded');
      if (!result.ok) return;
      assert.equal(sha256(server.bytes()), hash);
      assert.ok(server.complete());
    }),
    { numRuns: 600 },
  );
});

test('FZ-5: when what goes wrong ends before its patience does, the bytes arrive', async () => {
  const passing = fault.filter((each) => each.fault !== 'damage');
  await fc.assert(
    fc.asyncProperty(
      fc.array(passing, { maxLength: TRIES - 2 }),
      fc.uint8Array({ maxLength: 9000 }),
      pieceSize,
      async (faults, bytes, piece) => {
        const hash = sha256(bytes);
        const server = serverOf(bytes.length, hash, ({ body }, n) => draw(faults, n, body));
        const ticket = { path: '/api/v1/uploads/1', offset: 0 };
        const result = await uploadResource({
          transport: server.transport,
          ticket,
          source: sourceOf(bytes),
          hash,
          pace: paceOf(),
          pieceSize: piece,
        });
        // Something on the way that refuses even the smallest piece is believed.
        if (!result.ok && result.code === 'too-large-for-proxy') return;
        assert.ok(result.ok, JSON.stringify(result));
      },
    ),
    { numRuns: 600 },
  );
});
