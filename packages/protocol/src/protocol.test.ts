import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { API, type Route } from './api/index.ts';
import { canonicalJson, sha256Text } from './canonical.ts';
import { createClient, ForeignAnswer, type ClientRequest } from './client.ts';
import { formatCursor, parseCursor } from './cursor.ts';
import { CapturedAt, FileName } from './entities.ts';
import { Id, mintId, resourceId } from './ids.ts';
import { CHAIN_START, Mutation, mutationHash } from './mutations.ts';
import { classOf, REASON_CODES, REASONS, sizeWords, sortReasons, tellReason } from './reasons.ts';
import { agree, MIN_SUPPORTED, PROTOCOL_HISTORY, PROTOCOL_VERSION } from './version.ts';

test('PR-1: the same value has one canonical text, whatever the order of its members (RFC 8785)', () => {
  assert.equal(canonicalJson({ b: [1, null, 'x'], a: { d: true, c: undefined } }), '{"a":{"d":true},"b":[1,null,"x"]}');
  assert.throws(() => canonicalJson(Number.NaN), RangeError);
  fc.assert(
    fc.property(fc.dictionary(fc.string(), fc.jsonValue()), (value) => {
      const shuffled = Object.fromEntries(Object.entries(value).toReversed());
      assert.equal(canonicalJson(shuffled), canonicalJson(value));
      assert.deepEqual(JSON.parse(canonicalJson(value)), JSON.parse(JSON.stringify(value)));
    }),
  );
  assert.equal(sha256Text('abc'), 'ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad');
});

test('PR-2: a minted id is a UUID version 7 that begins with its time', () => {
  const random = Uint8Array.from({ length: 10 }, (_, at) => 255 - at);
  const id = mintId(0x0190_1234_5678, random);
  assert.match(id, /^01901234-5678-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
  assert.equal(Id.safeParse(id).success, true);
  assert.ok(mintId(5, random) < mintId(6, random));
  assert.throws(() => mintId(0, new Uint8Array(9)), RangeError);
  assert.equal(resourceId(id, 'original', CHAIN_START), resourceId(id, 'original', CHAIN_START));
  assert.notEqual(resourceId(id, 'original', CHAIN_START), resourceId(id, 'edited', CHAIN_START));
});

test('PR-3: a cursor reads back as it was written; anything else is no cursor', () => {
  const cursor = { epoch: 'e1', generation: 'g2', seq: 34 };
  assert.deepEqual(parseCursor(formatCursor(cursor)), cursor);
  for (const text of ['', 'e.g', 'e.g.-1', 'e.g.01', 'e.g.1.2', 'E.g.1', `e.g.${'9'.repeat(20)}`, "e.g.1'"])
    assert.equal(parseCursor(text), undefined, text);
});

test('PR-4: the link of the chain covers the whole mutation', () => {
  const mutation = Mutation.parse({
    deviceId: mintId(1, new Uint8Array(10)),
    epoch: 'e',
    n: 1,
    previous: CHAIN_START,
    name: 'asset.trash',
    args: { assetId: mintId(2, new Uint8Array(10)) },
  });
  const link = mutationHash(mutation);
  for (const other of [
    { ...mutation, n: 2 },
    { ...mutation, epoch: 'f' },
    { ...mutation, previous: link },
  ])
    assert.notEqual(mutationHash(other), link);
  assert.equal(Mutation.safeParse({ ...mutation, name: 'asset.unknown' }).success, false);
});

test('PR-5: every reason has its words, what ends it, its cure, its check and its class, for any evidence', () => {
  const evidence = fc.dictionary(
    fc.constantFrom('needed', 'free', 'until', 'error', 'count', 'offset', 'size', 'nextTry', 'path'),
    fc.oneof(fc.integer({ min: 0 }), fc.string(), fc.constant(null)),
  );
  fc.assert(
    fc.property(fc.constantFrom(...REASON_CODES), evidence, (code, facts) => {
      const told = tellReason({ code, since: 1, evidence: facts });
      for (const words of [told.words, told.ends.words, told.cure]) assert.match(words, /\S.*[.!?]$|\S/);
      assert.equal(told.class, classOf(code));
      if (told.class === 'moving' || told.class === 'waiting') assert.equal(told.check, null);
      assert.doesNotMatch(told.cure.toLowerCase(), /switch (sync )?off|reset|erase/);
    }),
  );
});

test('PR-6: the first class that matches is primary: needs you, held, excluded, failing, moving, waiting', () => {
  const order = ['needs-you', 'held', 'excluded', 'failing', 'moving', 'waiting'];
  const ranks = REASON_CODES.map((code) => order.indexOf(REASONS[code].class));
  assert.deepEqual(
    ranks,
    [...ranks].sort((a, b) => a - b),
  );
  const sorted = sortReasons([
    { code: 'queued', since: 0, evidence: {} },
    { code: 'offline', since: 0, evidence: {} },
    { code: 'queued', since: 9, evidence: {} },
    { code: 'quota-full', since: 0, evidence: {} },
  ]);
  assert.deepEqual(
    sorted.map((reason) => reason.code),
    ['quota-full', 'offline', 'queued'],
  );
});

test('PR-7: sizes are decimal, as people buy them', () => {
  assert.deepEqual([0, 999, 1000, 1_500_000, 5_000_000_000, 123_456_789].map(sizeWords), [
    '0 bytes',
    '999 bytes',
    '1 kB',
    '1.5 MB',
    '5 GB',
    '123 MB',
  ]);
});

test('PR-8: who is too old is told so, on either side', () => {
  assert.equal(agree(PROTOCOL_VERSION, PROTOCOL_VERSION, MIN_SUPPORTED), 'agreed');
  assert.equal(agree(1, 5, 2), 'update-needed');
  assert.equal(agree(1, MIN_SUPPORTED - 1, 0), 'server-outdated');
  assert.equal(PROTOCOL_HISTORY.at(-1)?.version, PROTOCOL_VERSION);
});

test('PR-9: a name is one segment, and a capture date keeps as much as is known', () => {
  for (const name of ['a.jpg', 'Café.jpg', '👨‍👩‍👧.png']) assert.equal(FileName.safeParse(name).success, true);
  for (const name of ['', '.', '..', 'a/b', 'a\\b', 'a\u0000', 'a\n'])
    assert.equal(FileName.safeParse(name).success, false, JSON.stringify(name));
  for (const date of ['2024-05-06T14:26:10', '2024-05-06T14:26:10.305+05:45', '1965-01-01T00:00:00Z'])
    assert.equal(CapturedAt.safeParse(date).success, true);
  for (const date of ['2024-05-06', '06.05.2024', 'yesterday']) assert.equal(CapturedAt.safeParse(date).success, false);
});

test('PR-10: the client fills the path, sends the body, and tells a refusal from an answer that is not Rollcall’s', async () => {
  const asked: ClientRequest[] = [];
  const answers = [
    { status: 200, text: '{}' },
    { status: 404, text: JSON.stringify({ error: { code: 'not-found', words: 'no such device', details: {} } }) },
    { status: 200, text: '<html>Welcome to our hotel</html>' },
    { status: 502, text: 'bad gateway' },
  ];
  const call = createClient(async (request) => {
    asked.push(request);
    const answer = answers[asked.length - 1];
    assert.ok(answer);
    return answer;
  });
  const deviceId = mintId(1, new Uint8Array(10));
  const rename = (): ReturnType<typeof call<'renameDevice'>> =>
    call('renameDevice', { params: { deviceId }, body: { name: 'Desk & chair' } });
  assert.deepEqual(await rename(), { ok: true, value: {} });
  assert.deepEqual([asked[0]?.path, asked[0]?.body], [`/api/v1/devices/${deviceId}`, '{"name":"Desk & chair"}']);
  const refused = await rename();
  assert.equal(refused.ok ? 'applied' : refused.refusal.code, 'not-found');
  await assert.rejects(rename, ForeignAnswer);
  await assert.rejects(rename, ForeignAnswer);
});

test('PR-11: no two routes share method and path, and parameters in a path are declared', () => {
  const seen = new Set<string>();
  for (const route of Object.values(API) as Route[]) {
    const key = `${route.method} ${route.path}`;
    assert.equal(seen.has(key), false, key);
    seen.add(key);
    const named = [...route.path.matchAll(/:([A-Za-z]+)/g)].map((match) => match[1]);
    assert.deepEqual(named, Object.keys(route.params?.shape ?? {}), key);
  }
});
