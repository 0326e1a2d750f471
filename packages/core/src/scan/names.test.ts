import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { EXACT_NAMES, isRenamed, spelling, type NameRules } from './names.ts';
import { scan, type FileSeen } from './scan.ts';

const SMALL: NameRules = { ...EXACT_NAMES, ignoresCase: true, keepsCase: false };
const MAC: NameRules = { ignoresCase: true, keepsCase: true, ignoresForm: true, keepsForm: false };
const CAFE = { composed: 'caf\u00e9.jpg', decomposed: 'cafe\u0301.jpg' };

test('FS-1: a file system that lists names in small letters, or in another Unicode form, has renamed nothing', () => {
  assert.equal(isRenamed('img_0001.jpg', 'IMG_0001.JPG', SMALL), false);
  assert.equal(isRenamed('img_0002.jpg', 'IMG_0001.JPG', SMALL), true);
  assert.equal(isRenamed(CAFE.decomposed, CAFE.composed, MAC), false);
  assert.equal(isRenamed('Cafe\u0301.jpg', CAFE.composed, MAC), true, 'a Mac keeps capitals: a person changed them');
  assert.equal(isRenamed('img.jpg', 'IMG.jpg', EXACT_NAMES), true);
  assert.equal(isRenamed(CAFE.decomposed, CAFE.composed, EXACT_NAMES), true);
  assert.equal(spelling('stra\u00dfe.jpg', SMALL) === spelling('strasse.jpg', SMALL), false);
});

const seen = (path: string, stamp = 's'): FileSeen => ({ path, size: 1, mtimeMs: 0, stamp });
const known = (...paths: string[]): Map<string, { stamp: string; racy: boolean }> =>
  new Map(paths.map((path) => [path, { stamp: 's', racy: false }]));

test('FS-2: a file that is listed under another spelling is the same file: neither new nor missing', () => {
  const listing = { files: [seen('trip/img_1.jpg'), seen('trip/img_2.jpg', 'other')], unknown: [], covered: [''] };
  const found = scan(known('Trip/IMG_1.JPG', 'Trip/IMG_2.JPG'), listing, SMALL);
  assert.deepEqual([found.fresh, found.missing], [[], []]);
  assert.deepEqual(found.respelled, [
    { from: 'Trip/IMG_1.JPG', to: 'trip/img_1.jpg' },
    { from: 'Trip/IMG_2.JPG', to: 'trip/img_2.jpg' },
  ]);
  assert.deepEqual(
    found.changed.map((file) => file.path),
    ['trip/img_2.jpg'],
  );
  const exact = scan(known('Trip/IMG_1.JPG'), listing);
  assert.deepEqual([exact.respelled, exact.missing, exact.fresh.length], [[], ['Trip/IMG_1.JPG'], 2]);
});

test('FS-2: two files are never taken for one, whatever the rules and the trees', () => {
  const path = fc.array(fc.constantFrom('a', 'A', '\u00e9', 'e\u0301', 'E'), { minLength: 1, maxLength: 3 }).map((parts) => parts.join(''));
  const rules = fc.record({ ignoresCase: fc.boolean(), keepsCase: fc.boolean(), ignoresForm: fc.boolean(), keepsForm: fc.boolean() });
  fc.assert(
    fc.property(fc.uniqueArray(path), fc.uniqueArray(path), rules, (before, now, each) => {
      const result = scan(known(...before), { files: now.map((one) => seen(one)), unknown: [], covered: [''] }, each);
      // Every file that is there is known as itself, known under one other spelling, or new; every known one is there or missing.
      const from = result.respelled.map((pair) => pair.from);
      const to = result.respelled.map((pair) => pair.to);
      assert.equal(new Set(from).size, from.length);
      assert.equal(new Set(to).size, to.length);
      const fresh = result.fresh.map((file) => file.path);
      assert.deepEqual([...fresh, ...to, ...now.filter((one) => before.includes(one))].sort(), [...now].sort());
      assert.deepEqual([...result.missing, ...from, ...before.filter((one) => now.includes(one))].sort(), [...before].sort());
      if (!each.ignoresCase && !each.ignoresForm) assert.deepEqual(from, []);
    }),
  );
});
