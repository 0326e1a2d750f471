import assert from 'node:assert/strict';
import { test } from 'node:test';
import * as fc from 'fast-check';
import { decideUpload, openUpload, type Append, type Ask, type Effect, type Upload, type UploadEvent } from './upload.ts';

const append = (request: number, offset: number, more: Partial<Append> = {}): Ask => ({
  kind: 'append',
  request,
  offset,
  complete: false,
  length: null,
  contentLength: null,
  partial: true,
  ...more,
});
const asked = (ask: Ask): UploadEvent => ({ type: 'asked', ask });

/** Plays events from a state; the state reached, and all effects. */
function play(from: Upload, ...events: UploadEvent[]): { upload: Upload; effects: Effect[] } {
  const effects: Effect[] = [];
  let upload = from;
  for (const event of events) {
    const decision = decideUpload(upload, event);
    upload = decision.upload;
    effects.push(...decision.effects);
  }
  return { upload, effects };
}
const short = (effects: readonly Effect[]): string[] =>
  effects.map((effect) =>
    'request' in effect ? `${effect.do} ${effect.request}${effect.do === 'answer' ? ` ${effect.answer.status}` : ''}` : effect.do,
  );

test('UP-3: bytes are taken only at the offset where the upload stands', () => {
  const { upload, effects } = play(openUpload(5, 10), asked(append(1, 4)));
  assert.deepEqual(upload, openUpload(5, 10));
  const [effect] = effects;
  assert.ok(effect?.do === 'answer');
  assert.equal(effect.answer.status, 409);
  assert.equal(effect.answer.headers['upload-offset'], '5');
  assert.equal(effect.answer.headers['content-type'], 'application/problem+json');
  const body = effect.answer.body as Record<string, unknown>;
  assert.equal(body['type'], 'https://iana.org/assignments/http-problem-types#mismatching-upload-offset');
  assert.equal(body['expected-offset'], 5);
  assert.equal(body['provided-offset'], 4);
});

test('UP-4: a newer request interrupts the one that writes, and is decided when that one has come to rest', () => {
  const first = play(openUpload(0, 10), asked(append(1, 0)), { type: 'arrived', bytes: 3 }, asked({ kind: 'offset', request: 2 }));
  assert.deepEqual(short(first.effects), ['receive 1', 'interrupt 1']);
  const second = play(first.upload, { type: 'arrived', bytes: 2 }, { type: 'ended', how: 'broken' });
  assert.deepEqual(short(second.effects), ['break 1', 'answer 2 204']);
  const answer = second.effects[1];
  assert.ok(answer?.do === 'answer');
  assert.equal(answer.answer.headers['upload-offset'], '5');
  assert.equal(answer.answer.headers['upload-complete'], '?0');
});

test('UP-4: of several requests that wait, the newest is decided and the others are broken off', () => {
  const { effects } = play(openUpload(0, 10), asked(append(1, 0)), asked(append(2, 0)), asked(append(3, 0)), {
    type: 'ended',
    how: 'broken',
  });
  assert.deepEqual(short(effects), ['receive 1', 'interrupt 1', 'break 2', 'break 1', 'receive 3']);
});

test('UP-5: an upload is complete when its last request said so, all bytes came, and they were kept', () => {
  const sent = play(
    openUpload(4, 10),
    asked(append(1, 4, { complete: true, contentLength: 6 })),
    { type: 'arrived', bytes: 6 },
    { type: 'ended', how: 'whole' },
  );
  assert.deepEqual(short(sent.effects), ['receive 1', 'finish']);
  const kept = play(sent.upload, { type: 'kept', hash: 'ab' });
  assert.deepEqual(short(kept.effects), ['answer 1 201']);
  assert.deepEqual(kept.upload, { phase: 'complete', length: 10, hash: 'ab' });
  const [answer] = kept.effects;
  assert.ok(answer?.do === 'answer');
  assert.equal(answer.answer.headers['upload-complete'], '?1');
});

test('UP-5: all bytes without the word that they are all leave the upload open', () => {
  const { upload, effects } = play(
    openUpload(0, 4),
    asked(append(1, 0, { contentLength: 4 })),
    { type: 'arrived', bytes: 4 },
    { type: 'ended', how: 'whole' },
  );
  assert.deepEqual(upload, openUpload(4, 4));
  assert.deepEqual(short(effects), ['receive 1', 'answer 1 204']);
  const done = play(upload, asked(append(2, 4, { complete: true, contentLength: 0 })), { type: 'ended', how: 'whole' });
  assert.deepEqual(short(done.effects), ['receive 2', 'finish']);
});

test('UP-6: a length that differs from the one asked for is refused', () => {
  for (const more of [{ length: 11 }, { complete: true, contentLength: 9 }, { contentLength: 11 }]) {
    const { upload, effects } = play(openUpload(0, 10), asked(append(1, 0, more)));
    assert.deepEqual(short(effects), ['answer 1 400'], JSON.stringify(more));
    assert.deepEqual(upload, openUpload(0, 10));
  }
});

test('UP-6: more bytes than the length end the upload', () => {
  const { upload, effects } = play(
    openUpload(0, 2),
    asked(append(1, 0)),
    { type: 'arrived', bytes: 2 },
    { type: 'ended', how: 'overflow' },
  );
  assert.deepEqual(upload, { phase: 'gone' });
  assert.deepEqual(short(effects), ['receive 1', 'forget', 'answer 1 400']);
});

test('UP-7: a complete upload takes no bytes, and a whole upload sent again answers as before', () => {
  const complete: Upload = { phase: 'complete', length: 10, hash: 'ab' };
  assert.deepEqual(short(play(complete, asked(append(1, 10, { contentLength: 0 }))).effects), ['answer 1 409']);
  assert.deepEqual(short(play(complete, asked(append(1, 9, { complete: true, contentLength: 1 }))).effects), ['answer 1 409']);
  assert.deepEqual(short(play(complete, asked(append(1, 10, { contentLength: 1 }))).effects), ['answer 1 400']);
  assert.deepEqual(short(play(complete, asked({ kind: 'whole', request: 1, contentLength: 10 })).effects), ['answer 1 200']);
});

test('UP-50: the last append again is answered as it was', () => {
  const complete: Upload = { phase: 'complete', length: 10, hash: 'ab' };
  const again = play(complete, asked(append(1, 10, { complete: true, contentLength: 0 })));
  assert.deepEqual(short(again.effects), ['answer 1 200']);
  assert.deepEqual(again.upload, complete);
});

test('UP-8: wrong bytes are dropped with the reason, and the upload can be sent again from the start', () => {
  const { upload, effects } = play(
    openUpload(0, 2),
    asked({ kind: 'whole', request: 1, contentLength: 2 }),
    { type: 'arrived', bytes: 2 },
    { type: 'ended', how: 'whole' },
    { type: 'mismatched', hash: 'cd' },
  );
  assert.deepEqual(upload, openUpload(0, 2));
  assert.deepEqual(short(effects), ['receive 1', 'finish', 'empty', 'answer 1 422']);
});

test('UP-9: a cancelled or expired upload is forgotten, and every later request is told that it is gone', () => {
  for (const end of [asked({ kind: 'cancel', request: 1 }), { type: 'expired' } as const]) {
    const { upload, effects } = play(openUpload(3, 10), end);
    assert.equal(effects[0]?.do, 'forget');
    for (const ask of [
      append(2, 3),
      { kind: 'offset', request: 2 },
      { kind: 'whole', request: 2, contentLength: null },
      { kind: 'cancel', request: 2 },
    ] as Ask[])
      assert.deepEqual(short(play(upload, asked(ask)).effects), ['answer 2 404']);
  }
});

test('UP-9: an upload does not expire while a request writes', () => {
  const { effects } = play(openUpload(0, 10), asked(append(1, 0)), { type: 'expired' });
  assert.deepEqual(short(effects), ['receive 1']);
});

/** What a server would do with the effects, for a random order of things that happen. */
const step = fc.oneof(
  fc.record({ does: fc.constant('append' as const), late: fc.nat(3), complete: fc.boolean(), body: fc.nat(12), chunked: fc.boolean() }),
  fc.record({ does: fc.constantFrom('offset' as const, 'cancel' as const, 'whole' as const, 'expire' as const) }),
  fc.record({ does: fc.constant('arrive' as const), bytes: fc.nat(6) }),
  fc.record({
    does: fc.constant('end' as const),
    how: fc.constantFrom('whole' as const, 'broken' as const, 'disk-full' as const, 'overflow' as const),
  }),
  fc.record({ does: fc.constant('finish' as const), how: fc.constantFrom('kept' as const, 'mismatched' as const, 'unkept' as const) }),
);

test('UP-10: in any order of requests, breaks and ends: one request writes, each gets one answer or break, the offset only grows until bytes are dropped', () => {
  fc.assert(
    fc.property(fc.array(step, { maxLength: 60 }), (steps) => {
      let upload: Upload = openUpload(0, 10);
      let requests = 0;
      let offset = 0;
      let writes = 0;
      const open = new Set<number>();
      const happen = (event: UploadEvent): void => {
        const before = upload;
        const { upload: after, effects } = decideUpload(upload, event);
        upload = after;
        for (const effect of effects) {
          if (effect.do === 'answer' || effect.do === 'break')
            assert.ok(open.delete(effect.request), `a second answer for ${effect.request}`);
          if (effect.do === 'receive') writes += 1;
          if (effect.do === 'empty') offset = 0;
        }
        if (event.type === 'ended') writes -= 1;
        assert.ok(writes === 0 || writes === 1);
        if (after.phase === 'open') {
          assert.ok(after.offset >= offset && after.offset <= after.length);
          offset = after.offset;
          if (event.type === 'asked' && before.phase === 'open' && before.writing) assert.equal(after.writing, before.writing);
        }
      };
      for (const one of steps) {
        switch (one.does) {
          case 'append':
            open.add((requests += 1));
            happen(
              asked(
                append(requests, Math.max(0, offset - one.late), { complete: one.complete, contentLength: one.chunked ? null : one.body }),
              ),
            );
            break;
          case 'offset':
          case 'cancel':
            open.add((requests += 1));
            happen(asked({ kind: one.does, request: requests }));
            break;
          case 'whole':
            open.add((requests += 1));
            happen(asked({ kind: 'whole', request: requests, contentLength: null }));
            break;
          case 'expire':
            happen({ type: 'expired' });
            break;
          case 'arrive':
            if (upload.phase === 'open' && upload.writing)
              happen({ type: 'arrived', bytes: Math.min(one.bytes, upload.length - upload.offset) });
            break;
          case 'end':
            if (upload.phase === 'open' && upload.writing) happen({ type: 'ended', how: one.how });
            break;
          case 'finish':
            if (upload.phase === 'finishing')
              happen(one.how === 'unkept' ? { type: 'unkept', why: 'internal' } : { type: one.how, hash: 'ab' });
            break;
          default:
            one satisfies never;
        }
      }
      // At rest nobody is left without an answer.
      for (let left = 0; left < 3; left += 1) {
        if (upload.phase === 'open' && upload.writing) happen({ type: 'ended', how: 'broken' });
        if (upload.phase === 'finishing') happen({ type: 'kept', hash: 'ab' });
      }
      assert.equal(open.size, 0);
    }),
    { numRuns: 500 },
  );
});
