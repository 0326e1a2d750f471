import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { isRacy, scan, type FileSeen } from './scan.ts';
import { stampOf, stoodStill } from './stamp.ts';

const seen = (path: string, stamp = 's'): FileSeen => ({ path, size: 1, mtimeMs: 0, stamp });
const known = (...paths: string[]): Map<string, { stamp: string; racy: boolean }> =>
  new Map(paths.map((path) => [path, { stamp: 's', racy: false }]));
const whole = { unknown: [], covered: [''] };

test('SC-1: a file that was not known is new', () => {
  const result = scan(known('a.jpg'), { files: [seen('a.jpg'), seen('b.jpg')], ...whole });
  assert.deepEqual(
    result.fresh.map((file) => file.path),
    ['b.jpg'],
  );
  assert.deepEqual([result.changed, result.missing, result.unknown], [[], [], []]);
});

test('SC-2: another stamp makes a file changed; a time too close to the reading has it read again', () => {
  const before = known('a.jpg', 'b.jpg', 'c.jpg');
  before.set('c.jpg', { stamp: 's', racy: true });
  const result = scan(before, { files: [seen('a.jpg', 'other'), seen('b.jpg'), seen('c.jpg')], ...whole });
  assert.deepEqual(
    result.changed.map((file) => file.path),
    ['a.jpg'],
  );
  assert.deepEqual(
    result.again.map((file) => file.path),
    ['c.jpg'],
  );
  assert.equal(isRacy(1000, 2999), true);
  assert.equal(isRacy(1000, 3000), false);
});

test('SC-6: a file whose time was set to the future is not read again until then', () => {
  assert.equal(isRacy(30_000, 1000), true, 'the clock of a disk elsewhere is a little ahead');
  assert.equal(isRacy(10 * 86_400_000, 1000), false);
});

test('SC-3: what lies below a folder that could not be looked into is unknown, never missing', () => {
  const result = scan(known('trip/a.jpg', 'trip2/b.jpg', 'c.jpg'), { files: [seen('c.jpg')], unknown: ['trip'], covered: [''] });
  assert.deepEqual(result.unknown, ['trip/a.jpg']);
  assert.deepEqual(result.missing, ['trip2/b.jpg']);
});

test('SC-4: a look at some paths says nothing of others', () => {
  const result = scan(known('trip/a.jpg', 'trip/b.jpg', 'home/c.jpg'), { files: [seen('trip/a.jpg')], unknown: [], covered: ['trip'] });
  assert.deepEqual(result.missing, ['trip/b.jpg']);
});

test('SC-5: whatever the trees, every known file that was not seen is missing or unknown or outside the look, never two of them', () => {
  const path = fc.array(fc.constantFrom('a', 'b', 'c'), { minLength: 1, maxLength: 3 }).map((parts) => parts.join('/'));
  fc.assert(
    fc.property(
      fc.uniqueArray(path),
      fc.uniqueArray(path),
      fc.array(path),
      fc.array(fc.oneof(path, fc.constant(''))),
      (before, now, unknown, covered) => {
        const result = scan(known(...before), { files: now.map((each) => seen(each)), unknown, covered });
        const missing = new Set(result.missing);
        for (const each of result.unknown) assert.equal(missing.has(each), false);
        for (const each of now) assert.equal(missing.has(each) || result.unknown.includes(each), false);
        for (const each of result.fresh) assert.equal(before.includes(each.path), false);
      },
    ),
  );
});

test('SC-7: a folder stood still while it was listed when it is as before, and its last change so old that a later one would show', () => {
  const stamp = (ms: number, ns = 1n): string => stampOf({ size: 1n, mtimeNs: BigInt(ms) * 1_000_000n + ns, ctimeNs: 0n, ino: 7n });
  assert.equal(stoodStill(stamp(1000), stamp(1000), 1010), true);
  assert.equal(stoodStill(stamp(1000), stamp(1004), 1010), false, 'it changed');
  assert.equal(stoodStill(stamp(1000), stamp(1000), 1005), false, 'the clock of the system had hardly moved');
  assert.equal(stoodStill(stamp(1000, 0n), stamp(1000, 0n), 2999), false, 'a disk that keeps whole seconds, or two');
  assert.equal(stoodStill(stamp(1000, 0n), stamp(1000, 0n), 3000), true);
  assert.equal(stoodStill(stamp(90_000), stamp(90_000), 1000), true, 'the clock of a disk elsewhere is ahead');
});
