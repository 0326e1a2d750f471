import assert from 'node:assert/strict';
import { test } from 'node:test';
import { ifHolds, parseIf, tokensShown } from './if-header.ts';
import { openLocks, timeoutOf } from './locks.ts';

test('DV-3: the header If holds where one of its lists does, and what it is not written as is refused', () => {
  const stateOf = (resource: string | null) => (resource === null ? { tokens: ['urn:a'], tag: '"t"' } : { tokens: [], tag: null });
  const holds = (header: string) => {
    const lists = parseIf(header);
    return lists && ifHolds(lists, stateOf);
  };
  for (const [header, expected] of [
    ['(<urn:a>)', true],
    ['(<urn:b>)', false],
    ['(Not <urn:b>)', true],
    ['(<urn:a> ["t"])', true],
    ['(<urn:a> ["u"])', false],
    ['(<urn:b>) (Not <DAV:no-lock>)', true],
    ['<http://h/dav/Upload/x> (<urn:a>)', false],
    ['<http://h/dav/Upload/x> (<urn:a>) (Not <urn:a>)', true],
    ['(<urn:a>', null],
    ['()', null],
    ['nothing', null],
    [`(<${'x'.repeat(9000)}>)`, null],
  ] as const)
    assert.equal(holds(header), expected, header);
  assert.deepEqual(tokensShown(parseIf('(<urn:a> ["t"]) (Not <urn:c>) (<urn:b>)') ?? []), ['urn:a', 'urn:b']);
  assert.deepEqual(parseIf(undefined), []);
});

test('DV-4: a lock is one app’s, keeps others out as far down as it says, ends by itself, and there are not too many', () => {
  let now = 0;
  const locks = openLocks({ now: () => now });
  const take = (path: string, scope: 'exclusive' | 'shared' = 'exclusive', deviceId = 'a', depth: '0' | 'infinity' = 'infinity') =>
    locks.take({ deviceId, path, scope, depth, owner: '' }, 10);
  const first = take('x');
  assert.ok(typeof first === 'object');
  assert.equal(take('x'), 'locked');
  assert.equal(take('x/below', 'shared'), 'locked');
  assert.equal(take(''), 'locked', 'all that lies below it would be locked as well');
  assert.ok(typeof take('', 'exclusive', 'another app') === 'object');
  assert.ok(typeof take('xy') === 'object', 'that is another name');
  assert.deepEqual(
    locks.on('a', 'x/below').map(({ token }) => token),
    [first.token],
  );
  assert.equal(locks.refresh('another app', 'x', first.token, 10), null);
  now = 9_000;
  assert.equal(locks.refresh('a', 'x', first.token, 99_999_999)?.timeout, 3600);
  now = 11_000;
  assert.equal(locks.on('a', 'xy').length, 0, 'its time is over');
  assert.equal(locks.release('another app', 'x', first.token), false);
  assert.equal(locks.release('a', 'x', first.token), true);
  const shared = [take('s', 'shared'), take('s', 'shared')];
  assert.ok(shared.every((lock) => typeof lock === 'object'));
  assert.equal(take('s'), 'locked');
  locks.drop('a', 's');
  for (let n = 0; n < 100; n += 1) take(`n${n}`);
  assert.equal(take('one more'), 'too-many');
  assert.deepEqual(
    [timeoutOf('Infinite, Second-4100000000'), timeoutOf('Second-30'), timeoutOf('soon'), timeoutOf(undefined)],
    [3600, 30, null, null],
  );
});
