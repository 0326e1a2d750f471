import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { bearsName, EXACT_NAMES, inodeOf, isRacyStamp, safeName } from '@rollcall/core';
import { openDeviceStore } from '../store/sqlite.ts';
import { listedPath, Naming, probeNames } from './naming.ts';
import { isOnDiskOf, makeWay, moveWithoutLinks, partFile, refuseElsewhere } from './place.ts';
import { lookAt } from './walk.ts';

const root = mkdtempSync(join(tmpdir(), 'rollcall-naming-'));
after(() => rmSync(root, { recursive: true, force: true }));
mkdirSync(join(root, '.rollcall'));

test('FS-16: how a disk treats names is found by trying, leaves nothing behind, and is remembered for when nothing can be tried', () => {
  assert.deepEqual(probeNames(root), EXACT_NAMES);
  assert.deepEqual(readdirSync(join(root, '.rollcall')), []);
  assert.equal(probeNames(join(root, 'nowhere')), null);
  const store = openDeviceStore(join(root, 'device.sqlite'));
  const small = { ignoresCase: true, keepsCase: false, ignoresForm: false, keepsForm: true };
  store.setNote('name-rules', JSON.stringify(small));
  mkdirSync(join(root, 'bare'));
  assert.deepEqual(new Naming(join(root, 'bare'), store).find(), small, 'nothing can be tried without .rollcall');
  assert.deepEqual(new Naming(root, store).find(), EXACT_NAMES);
  store.close();
});

test('FS-16: a path is looked up as the disk lists it', () => {
  mkdirSync(join(root, 'Trip'));
  writeFileSync(join(root, 'Trip', 'IMG_1.JPG'), '');
  const loose = { ignoresCase: true, keepsCase: true, ignoresForm: true, keepsForm: true };
  assert.equal(listedPath(root, 'trip/img_1.jpg', loose), 'Trip/IMG_1.JPG');
  assert.equal(listedPath(root, 'trip/gone.jpg', loose), 'trip/gone.jpg');
  assert.equal(listedPath(root, 'trip/img_1.jpg', EXACT_NAMES), 'trip/img_1.jpg');
});

test('FS-17: a path below a link or a hidden folder is unknown, whatever lies behind it', async () => {
  symlinkSync(join(root, 'Trip'), join(root, 'linked'));
  const { files, unknown } = await lookAt(root, 'linked/IMG_1.JPG');
  assert.deepEqual([files, unknown.map(({ path }) => path)], [[], ['linked/IMG_1.JPG']]);
});

test('FS-13: a copy under a name of its own does not bear its photo’s name, one with a number does', () => {
  assert.equal(bearsName('a.jpg', 'a.jpg'), true);
  assert.equal(bearsName('a (12).jpg', 'a.jpg'), true);
  assert.equal(bearsName(safeName('../x.jpg'), '../x.jpg'), true);
  assert.equal(bearsName('b.jpg', 'a.jpg'), false);
  assert.equal(bearsName('b (2).jpg', 'a.jpg'), false);
  assert.equal(bearsName('a copy.jpg', 'a.jpg'), false);
});

test('FS-5: nothing is begun where the folder’s own `.rollcall` is not: the disk is not there', () => {
  const empty = join(root, 'mount-point');
  mkdirSync(empty);
  assert.throws(() => partFile(empty, 'hash'), { code: 'ENOENT' });
  assert.deepEqual(readdirSync(empty), []);
  assert.equal(isOnDiskOf(empty, '.'), false);
  assert.equal(isOnDiskOf(root, 'Trip'), true);
});

test('FS-10: where a file or a link has a folder’s name the next number takes its place', () => {
  writeFileSync(join(root, '2024'), '');
  mkdirSync(join(root, '2023'));
  symlinkSync(tmpdir(), join(root, '2023', '05'));
  assert.equal(makeWay(root, '2024/05'), '2024 (2)/05');
  assert.equal(makeWay(root, '2024/06'), '2024 (2)/06');
  assert.equal(makeWay(root, '2023/05'), '2023/05 (2)');
  assert.equal(makeWay(root, '.'), '');
  assert.throws(() => refuseElsewhere(root, '2023/05/x.jpg'), /not a folder/);
  refuseElsewhere(root, '2023/05 (2)/x.jpg');
});

test('FS-26: on a disk without hard links a file is moved as well, never over another one', () => {
  writeFileSync(join(root, 'part'), 'new');
  writeFileSync(join(root, 'old.jpg'), 'old');
  assert.throws(() => moveWithoutLinks(join(root, 'part'), join(root, 'old.jpg')), { code: 'EEXIST' });
  assert.equal(readFileSync(join(root, 'old.jpg'), 'utf8'), 'old');
  moveWithoutLinks(join(root, 'part'), join(root, 'new.jpg'));
  assert.equal(readFileSync(join(root, 'new.jpg'), 'utf8'), 'new');
  assert.equal(readdirSync(root).includes('part'), false);
  assert.throws(() => moveWithoutLinks(join(root, 'nothing'), join(root, 'none.jpg')), { code: 'ENOENT' });
  assert.equal(readdirSync(root).includes('none.jpg'), false);
});

test('FS-18: where times have whole seconds, the last change tells whether a stamp can be trusted', () => {
  const second = 1_700_000_000_000n;
  const ns = (ms: bigint): string => String(ms * 1_000_000n);
  const stampAt = (modified: bigint, changed: bigint): string => `10-${ns(modified)}-${ns(changed)}-7`;
  assert.equal(isRacyStamp(stampAt(second - 900_000n, second), Number(second) + 500), true, 'coarse, and changed just now');
  assert.equal(isRacyStamp(stampAt(second - 900_000n, second), Number(second) + 2500), false);
  assert.equal(isRacyStamp(stampAt(second - 900_000n, second + 1n), Number(second) + 500), false, 'fine times tell every change');
  assert.equal(
    isRacyStamp(stampAt(second + 86_400_000n, second), Number(second) + 500),
    true,
    'coarse, and its time was set to the future',
  );
  assert.equal(isRacyStamp(stampAt(second + 86_400_000n, second), Number(second) + 2500), false);
  assert.equal(isRacyStamp(stampAt(second, second), Number(second) + 1000), true);
  assert.equal(inodeOf(stampAt(second, second)), '7');
});
