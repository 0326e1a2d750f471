import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import type { SpaceGroup, SpaceSection } from '@rollcall/protocol';
import { findSpace, LARGEST, pageOf, proposedOf, sumOf } from './find.ts';
import { candidateOf, freedBy, holdersOf } from './freed.ts';
import type { SpacePhoto } from './photo.ts';
import { isScreenshot } from './screenshots.ts';
import { hashOf, idOf, photoOf } from './testing.ts';

const part = (n: number, size: number, role = 'original') => ({ role, hash: hashOf(n), size, mime: 'image/jpeg' });
const section = (photos: readonly SpacePhoto[], name: SpaceSection): readonly SpaceGroup[] => findSpace(photos).sections[name];
const shown = (groups: readonly SpaceGroup[]) =>
  groups.map(({ keep, stay, go }) => [keep, [...stay].sort(), go.map(({ assetId }) => assetId).sort()]);

test('CS-1: going frees what nobody else has, each byte once; bytes that several have are free when the last of them goes', () => {
  const photos = [
    photoOf(1, { parts: [part(1, 100), part(2, 20, 'edited'), part(1, 100, 'alternate')] }),
    photoOf(2, { parts: [part(1, 100), part(3, 7, 'sidecar')] }),
    photoOf(3, { parts: [part(4, 5000)] }),
  ];
  const holders = holdersOf(photos);
  const [one, two, three] = photos.map((photo) => candidateOf(photo, holders)) as [
    ReturnType<typeof candidateOf>,
    ReturnType<typeof candidateOf>,
    ReturnType<typeof candidateOf>,
  ];
  assert.deepEqual([one.frees, two.frees, three.frees], [20, 7, 5000]);
  assert.deepEqual(one.shared, [{ hash: hashOf(1), size: 100, holders: 2 }]);
  assert.equal(freedBy([one]), 20);
  assert.equal(freedBy([one, two]), 127);
  assert.equal(freedBy([one, two, one, three]), 5127);
  assert.equal(freedBy([]), 0);
});

test('CS-1: whatever goes of whatever photos, the sum is that of the bytes that none of the others has', () => {
  const parts = fc.array(fc.integer({ min: 0, max: 8 }), { minLength: 1, maxLength: 4 });
  fc.assert(
    fc.property(fc.array(fc.tuple(parts, fc.boolean()), { maxLength: 8 }), (made) => {
      const photos = made.map(([hashes], n) => photoOf(n, { parts: hashes.map((hash) => part(hash, 3 ** hash)) }));
      const holders = holdersOf(photos);
      const going = photos.filter((_, n) => made[n]?.[1]);
      const stays = new Set(photos.filter((photo) => !going.includes(photo)).flatMap((each) => each.parts.map(({ hash }) => hash)));
      const gone = new Map(
        going.flatMap((each) => each.parts.filter(({ hash }) => !stays.has(hash)).map(({ hash, size }) => [hash, size])),
      );
      assert.equal(
        freedBy(going.map((photo) => candidateOf(photo, holders))),
        [...gone.values()].reduce((sum, size) => sum + size, 0),
      );
    }),
  );
});

test('CS-2: a photo whose pictures all are another one’s, too, is its duplicate; the one with more in it is kept, and what is merely alike is told once', () => {
  const both = photoOf(1, { parts: [part(1, 100), part(2, 50, 'edited')], likeness: '00000000ffffffff' });
  const edit = photoOf(2, { parts: [part(2, 50), part(9, 3, 'sidecar')], mark: null, rating: 5, likeness: '00000000ffffffff' });
  const other = photoOf(3, { parts: [part(3, 100), part(1, 100, 'raw')] });
  assert.deepEqual(shown(section([edit, other, both], 'exact')), [[idOf(1), [], [idOf(2)]]]);
  assert.deepEqual(section([edit, both], 'exact')[0]?.go, [
    { assetId: idOf(2), mark: null, frees: 3, shared: [{ hash: hashOf(2), size: 50, holders: 2 }] },
  ]);
  assert.deepEqual(section([edit, both], 'alike'), []);
  // Two with the same: the better one is kept, and a favourite is never proposed.
  const twin = (n: number, more: Partial<SpacePhoto> = {}) => photoOf(n, { parts: [part(7, 100)], ...more });
  assert.deepEqual(shown(section([twin(1), twin(2, { rating: 3 }), twin(3)], 'exact')), [[idOf(2), [], [idOf(1), idOf(3)]]]);
  const marked = [twin(1), twin(2, { mark: 'favourite' }), twin(3, { mark: 'album' })];
  assert.deepEqual(shown(section(marked, 'exact')), [[idOf(2), [idOf(3)], [idOf(1)]]]);
  assert.deepEqual(section([twin(1, { mark: 'album' }), twin(2, { mark: 'favourite' })], 'exact'), []);
});

/** `00000000ffffffff` with the bits of these numbers turned, 0 the lowest. */
const bits = (...turned: readonly number[]): string =>
  turned
    .reduce((value, bit) => value ^ (1n << BigInt(bit)), 0xffffffffn)
    .toString(16)
    .padStart(16, '0');

test('CS-3: the same picture differs in at most six bits, shots taken in one go in at most twelve; and what could go is like the very one that is kept', () => {
  const six = bits(1, 12, 23, 34, 45, 56);
  const eight = bits(1, 12, 23, 34, 45, 56, 8, 40);
  const twelve = bits(1, 12, 23, 34, 45, 56, 8, 40, 2, 41, 30, 60);
  const alike = (...photos: SpacePhoto[]) => shown(section(photos, 'alike'));
  const whole = photoOf(1, { likeness: bits() });
  const small = (likeness: string, more: Partial<SpacePhoto> = {}) => photoOf(2, { likeness, width: 800, height: 600, ...more });
  assert.deepEqual(alike(whole, small(six)), [[idOf(1), [], [idOf(2)]]]);
  assert.deepEqual(alike(whole, small(eight)), []);
  // In one go: by the same camera within ten seconds, or held together as a burst.
  const first = photoOf(1, { likeness: bits(), camera: 'Phone', capturedAt: '2024-05-06T14:26:10.250+02:00' });
  const second = (more: Partial<SpacePhoto>) => small(twelve, { camera: 'Phone', capturedAt: '2024-05-06T14:26:19', ...more });
  assert.deepEqual(alike(first, second({})), [[idOf(1), [], [idOf(2)]]]);
  assert.deepEqual(alike(first, second({ camera: 'Tablet' })), []);
  assert.deepEqual(alike(first, second({ capturedAt: '2024-05-06T14:26:21' })), []);
  assert.deepEqual(alike({ ...first, camera: null }, second({ camera: null })), []);
  const late = { capturedAt: '2024-05-06T14:26:40', burst: 'b' };
  assert.deepEqual(alike({ ...first, burst: 'b' }, second(late)), [[idOf(1), [], [idOf(2)]]]);
  assert.deepEqual(alike(first, second({ likeness: bits(1, 12, 23, 34, 45, 56, 8, 40, 2, 41, 30, 60, 61, 29) })), []);
  // A chain: the second is like the first, the third only like the second.
  const third = photoOf(3, { likeness: bits(1, 12, 23, 34, 45, 56, 0, 63), width: 400, height: 300 });
  assert.deepEqual(alike(whole, small(bits(1, 12, 23, 34)), third), [[idOf(1), [], [idOf(2)]]]);
});

test('CS-3: films are alike by their first picture and their length, and never like a photo', () => {
  const film = (n: number, duration: number | null, likeness = bits()) => photoOf(n, { kind: 'video', duration, likeness });
  assert.deepEqual(shown(section([film(1, 12.4), film(2, 12.1, bits(3, 40)), film(3, 14), film(4, null)], 'alike')), [
    [idOf(1), [], [idOf(2)]],
  ]);
  assert.deepEqual(section([film(1, 12), photoOf(2, { likeness: bits() })], 'alike'), []);
});

test('CS-4: of pictures of one thing the one is kept that a person holds by, then the largest, the sharpest, the one with most bytes, the older; favourites and what is in an album are never proposed', () => {
  const alike = (n: number, more: Partial<SpacePhoto> = {}) => photoOf(n, { likeness: bits(), capturedAt: '2024-05-06T14:26:10', ...more });
  const order: SpacePhoto[] = [
    alike(9, { mark: 'favourite', width: 10, height: 10 }),
    alike(8, { mark: 'album', width: 20, height: 10 }),
    alike(7, { rating: 4, width: 30, height: 10 }),
    alike(6, { edited: true, width: 40, height: 10 }),
    alike(5, { width: 6000 }),
    alike(4, { sharpness: 900 }),
    alike(3, { parts: [part(3, 2_000_000)] }),
    alike(2, { capturedAt: '2023-05-06T14:26:10' }),
    alike(0),
    alike(1),
  ];
  for (const [at, best] of order.entries()) {
    const rest = order.slice(at);
    if (rest.length === 1) break;
    const groups = section(rest.toReversed(), 'alike');
    assert.deepEqual(
      shown(groups),
      [
        [
          best.id,
          at === 0 ? [idOf(8)] : [],
          rest
            .slice(at === 0 ? 2 : 1)
            .map(({ id }) => id)
            .sort(),
        ],
      ],
      best.fileName,
    );
    assert.ok(proposedOf(groups).every(({ mark }) => mark === null));
  }
});

test('CS-6: what was not measured yet, and what has too little in it, is like nothing and not blurred; how many wait is told', () => {
  const flat = [1, 2].map((n) => photoOf(n, { likeness: bits(), sharpness: -1 }));
  const waiting = [3, 4].map((n) => photoOf(n, { likeness: bits(), sharpness: null }));
  const unpictured = [5, 6].map((n) => photoOf(n, { likeness: null, sharpness: null }));
  const { sections, unmeasured } = findSpace([...flat, ...waiting, ...unpictured]);
  assert.deepEqual([sections.alike, sections.blurred, unmeasured], [[], [], 2]);
});

test('CS-7: a screenshot is told by its file, its name, or by the size of a screen; a photo of that size is none', () => {
  const png = [{ ...part(1, 100), mime: 'image/png' }];
  const plain = { camera: null, parts: png };
  const told = (more: Partial<SpacePhoto>) => isScreenshot(photoOf(1, more));
  assert.ok(told({ screenshot: true }));
  for (const fileName of [
    'Screenshot_20240506-142610.png',
    'Screenshot 2024-05-06 at 14.26.10.jpeg',
    'screen shot 2.png',
    'Bildschirmfoto 2024-05-06.png',
    'Capture d’écran 2024.png',
    'スクリーンショット 2024.png',
  ])
    assert.ok(told({ fileName }), fileName);
  assert.ok(!told({ fileName: 'A Screenshot of mine.jpg' }));
  assert.ok(told({ ...plain, width: 1170, height: 2532 }));
  assert.ok(told({ ...plain, width: 2532, height: 1170 }));
  assert.ok(!told({ ...plain, width: 1171, height: 2532 }));
  assert.ok(!told({ parts: png, width: 1170, height: 2532 }), 'a camera took it');
  assert.ok(!told({ camera: null, width: 1170, height: 2532 }), 'a JPEG');
  assert.ok(!told({ screenshot: true, kind: 'video' }));
});

test('CS-8: blurred is a photo that is not sharp where it is sharpest; a screenshot and a film are not', () => {
  const at = (n: number, sharpness: number, more: Partial<SpacePhoto> = {}) => photoOf(n, { sharpness, ...more });
  const photos = [at(1, 549), at(2, 550), at(3, 0), at(4, 100, { screenshot: true }), at(5, 100, { kind: 'video' })];
  assert.deepEqual(shown(section(photos, 'blurred')), [
    [null, [], [idOf(1)]],
    [null, [], [idOf(3)]],
  ]);
});

test('CS-9: the largest videos come first, a hundred of them; what a person holds by is marked, and does not count', () => {
  const photos = Array.from({ length: LARGEST + 20 }, (_, n) =>
    photoOf(n, { kind: 'video', parts: [part(n, 1000 + n)], mark: n === LARGEST + 19 ? 'favourite' : null }),
  );
  const groups = section(photos, 'videos');
  assert.equal(groups.length, LARGEST);
  assert.deepEqual(groups[0]?.go, [{ assetId: idOf(LARGEST + 19), mark: 'favourite', frees: 1000 + LARGEST + 19, shared: [] }]);
  assert.equal(groups.at(-1)?.go[0]?.assetId, idOf(20));
  const frees = photos.slice(20, -1).reduce((sum, { parts }) => sum + (parts[0]?.size ?? 0), 0);
  assert.deepEqual(sumOf(groups), { groups: LARGEST, photos: LARGEST - 1, frees });
});

test('CS-10: pages hold each group once, in order, also when what came before has gone meanwhile', () => {
  const photos = Array.from({ length: 9 }, (_, n) => photoOf(n, { sharpness: 1, parts: [part(n, 1000 + (n >> 1))] }));
  const all = section(photos, 'blurred');
  const ids = (groups: readonly SpaceGroup[]) => groups.map(({ go }) => go[0]?.assetId);
  for (const limit of [1, 2, 3, 9, 100]) {
    const found: SpaceGroup[] = [];
    let after: string | null = null;
    do {
      const page: ReturnType<typeof pageOf> = pageOf(all, after, limit);
      found.push(...page.groups);
      after = page.next;
    } while (after !== null);
    assert.deepEqual(ids(found), ids(all), `${limit} at a time`);
  }
  const { groups, next } = pageOf(all, null, 3);
  const left = section(
    photos.filter(({ id }) => id !== groups[2]?.go[0]?.assetId),
    'blurred',
  );
  assert.deepEqual(ids(pageOf(left, next, 3).groups), ids(all).slice(3, 6));
  assert.deepEqual(ids(pageOf(all, 'nonsense', 2).groups), ids(all).slice(0, 2));
});
