import assert from 'node:assert/strict';
import { test } from 'node:test';
import { logged } from '../testing/logged.ts';
import { LEVELS } from './level.ts';

const ID = '01890000-0000-7000-8000-000000000000';

test('OB-7: a line is one object with its time, its level and its words, or words for a terminal; the level says which are written', () => {
  const kept = logged('info');
  for (const level of LEVELS) kept.log(`said at ${level}`, {}, level);
  kept.log('a request', { route: '/api/v1/assets/:assetId', status: 200, device: ID });
  kept.log('it failed', { error: new RangeError('x') });
  assert.deepEqual(
    kept.lines().map(({ level, message }) => [level, message]),
    [
      ['fatal', 'said at fatal'],
      ['error', 'said at error'],
      ['warn', 'said at warn'],
      ['info', 'said at info'],
      ['info', 'a request'],
      ['error', 'it failed'],
    ],
  );
  assert.deepEqual(kept.lines()[4], {
    time: '2026-01-01T00:00:00.000Z',
    level: 'info',
    message: 'a request',
    route: '/api/v1/assets/:assetId',
    status: 200,
    device: ID,
  });
  const terminal = logged('trace', undefined, 'text');
  terminal.log('a request', { status: 200, device: ID }, 'debug');
  assert.equal(terminal.text(), `2026-01-01T00:00:00.000Z debug a request status=200 device=${ID}\n`);
});

test('OB-8: a field that does not look like itself is not shown, and one that nobody knows is not there', () => {
  const kept = logged('info');
  const details = {
    assetId: 'IMG_1.JPG',
    route: '/search?q=Ann',
    code: 'Ann Example',
    hash: 'ann',
    status: 'ann',
    fileName: 'ann.jpg',
    why: 'too-long',
  };
  kept.log('said', details as never);
  const { time, level, message, ...fields } = kept.lines()[0]!;
  assert.deepEqual([time, level, message], ['2026-01-01T00:00:00.000Z', 'info', 'said']);
  assert.deepEqual(fields, {
    assetId: 'not-shown',
    route: 'not-shown',
    code: 'not-shown',
    hash: 'not-shown',
    status: 'not-shown',
    why: 'too-long',
  });
});

test('OB-8: of an error stand its kind, its code and where in the program it was, never its words, and so of its cause', () => {
  const kept = logged('info');
  const words = "ENOENT: open '/home/ann/Ann.jpg'\n    at Ann (/home/ann/apps/Ann.ts:1:1)\n    at apps/Ann.ts:1:1";
  kept.log('it failed', { error: Object.assign(new Error(words, { cause: new TypeError('Ann') }), { code: 'ENOENT' }) });
  kept.log('it failed', { error: 'Ann' });
  kept.log('it failed', { error: Object.assign(new Error('x'), { name: 'Ann of X', code: 'ann@x.org', stack: 'Ann' }) });
  const errors = kept.lines().map(({ error }) => error as { name: string; code?: string; at: string[]; cause?: { name: string } });
  assert.equal(errors[0]?.name, 'Error');
  assert.equal(errors[0]?.code, 'ENOENT');
  assert.match(errors[0]?.at[0] ?? '', /^apps\/server\/src\/log\/log\.test\.ts:\d+$/);
  assert.equal(errors[0]?.cause?.name, 'TypeError');
  assert.deepEqual(errors.slice(1), [
    { name: 'string', at: [] },
    { name: 'Error', at: [] },
  ]);
  assert.doesNotMatch(kept.text(), /ann/i);
});

test('OB-10: of lines that say the same twenty a minute are written, and how many were left out; other lines are, and so is each step for who asks for it', () => {
  let now = 0;
  const kept = logged('trace', () => now);
  const refused = (): void => kept.log('a request that was refused', { route: '/api/v1/session', code: 'wrong-password', status: 401 });
  for (let n = 0; n < 1000; n += 1) refused();
  kept.log('a request that was refused', { route: '/api/v1/session', code: 'rate-limited', status: 429 });
  for (let n = 0; n < 50; n += 1) kept.log('a request', {}, 'debug');
  assert.equal(kept.lines().length, 20 + 1 + 50);
  now += 60_000;
  refused();
  const [told, next] = kept.lines().slice(-2);
  assert.deepEqual(
    [told?.['message'], told?.['leftOut'], told?.['code'], told?.['route']],
    ['a request that was refused: more of these were left out', 980, 'wrong-password', '/api/v1/session'],
  );
  assert.equal(next?.['message'], 'a request that was refused', 'a new minute begins');
  for (let n = 0; n < 30; n += 1) refused();
  kept.close();
  assert.equal(kept.lines().at(-1)?.['leftOut'], 11, 'and at its end it tells as well');
  // Kinds that nobody can count are bounded, too.
  const many = logged('info', () => now);
  for (let n = 0; n < 5000; n += 1) many.log(`said ${n}`, {});
  assert.equal(many.lines().length, 500 + 20);
});
