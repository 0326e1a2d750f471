import assert from 'node:assert/strict';
import { mkdirSync, readdirSync, renameSync, rmSync, statSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { test, type TestContext } from 'node:test';
import { FileName } from '@rollcall/protocol';
import { change, folder } from '../../apple-photos/test/shared.ts';
import { openSources } from '../../node/open.ts';
import { lookAt, type Looked } from '../../testing/media.ts';
import { makePhotosLibrary, type MadeLibrary, type MadePhoto } from '../../testing/photos-library.ts';
import { filmOrPicture, put } from './support.ts';

/** A library that is made, with files that are known for what they are. */
function made(t: TestContext, photos: readonly MadePhoto[], how: MadeLibrary = {}): string {
  const root = join(folder(t), 'Made.photoslibrary');
  makePhotosLibrary(root, photos, how);
  for (const path of readdirSync(root, { recursive: true }) as string[])
    if (/\.(heic|mov|jpeg)$/i.test(path) && statSync(join(root, path)).isFile()) writeFileSync(join(root, path), filmOrPicture(path));
  return root;
}

const leftOf = ({ surveyed, plans }: Looked): string[] =>
  [...surveyed.left, ...plans.flatMap(({ left }) => left)].map(({ path, why }) => `${path.replace(/^[^:/]+[:/] ?/, '')} ${why}`);
const came = ({ things }: Looked): string[] =>
  things.map(({ fields, parts }) => `${fields.fileName}: ${parts.map(({ role }) => role).join(', ')}`);

test('IM-94: an album in folders that lie in themselves, or deeper than anybody makes them, comes all the same, and so do two albums of one id', async (t) => {
  const library = made(t, [{ uuid: 'a' }, { uuid: 'b' }]);
  const deep = Array.from({ length: 40 }, (_, at) => `(${at + 100}, 4000, 'F${at}', 'F${at}', ${at === 0 ? 'NULL' : at + 99}, 0)`);
  change(
    library,
    `INSERT INTO ZGENERICALBUM VALUES (1, 4000, 'F', 'Round', 2, 0), (2, 4000, 'G', 'About', 1, 0), (3, 2, 'X', 'Circled', 1, 0),
      (4, 2, 'D', 'One', NULL, 0), (5, 2, 'D', 'Other', NULL, 0), ${deep.join(', ')}, (6, 2, 'Z', 'Deep', 139, 0);
     INSERT INTO Z_33ASSETS VALUES (3, 1, 1), (4, 1, 1), (5, 2, 1), (6, 2, 1)`,
  );
  const looked = await lookAt([library]);
  const [reading] = looked.surveyed.libraries.values();
  const { fillShelves } = await import('../fill.ts');
  const photosOf = new Map<string, string[]>();
  for (const { fields, shelved = [] } of looked.things)
    for (const { shelf } of shelved) photosOf.set(shelf, [...(photosOf.get(shelf) ?? []), fields.fileName]);
  const { changes } = fillShelves(reading!.shelves, { shelf: { albums: [], items: [] }, ownId: (id) => id, photosOf });
  const titles = new Map(changes.flatMap((each) => (each.name === 'album.create' ? [[each.args.albumId, each.args.fields.title]] : [])));
  assert.deepEqual(
    changes.flatMap((each) => (each.name === 'album.add' ? [`${titles.get(each.args.albumId)}: ${each.args.assetId}`] : [])).toSorted(),
    ['Circled: IMG_1.HEIC', 'Deep: IMG_2.HEIC', 'One: IMG_1.HEIC', 'Other: IMG_2.HEIC'],
  );
});

test('IM-95: of a library without rows of files every photo comes with its parts, by the names by which Photos calls them', async (t) => {
  const [live, edited, pair] = ['A', 'B', 'C'].map((digit) => `${digit.repeat(8)}-AAAA-AAAA-AAAA-AAAAAAAAAAAA`) as [string, string, string];
  const library = made(t, [{ uuid: live, live: true }, { uuid: edited, edited: true }, { uuid: pair }, { uuid: 'gone', noFile: true }]);
  put(join(library, `originals/C/${pair}_4.dng`), filmOrPicture('raw'));
  const whole = came(await lookAt([library])).filter((line) => !line.startsWith('IMG_3'));
  change(library, 'DROP TABLE ZINTERNALRESOURCE');
  const looked = await lookAt([library]);
  assert.deepEqual(came(looked), [...whole, 'IMG_3.HEIC: original, raw']);
  assert.deepEqual(
    leftOf(looked).filter((line) => !line.endsWith('not-whole')),
    ['IMG_4.HEIC (gone) only-in-icloud'],
  );
});

test('IM-96: a library that is named by its database is that library, and a database by itself is refused', async (t) => {
  const library = made(t, [{ uuid: 'a' }]);
  for (const path of ['database/Photos.sqlite', 'database', 'database/']) {
    const { surveyed, things } = await lookAt([join(library, path)]);
    assert.deepEqual([things.length, surveyed.libraries.size], [1, 1], path);
  }
  const sources = await openSources([join(library, 'database')], folder(t));
  assert.equal(sources.all[0]?.label, 'Made.photoslibrary');
  await sources.close();
  const alone = folder(t);
  renameSync(join(library, 'database', 'Photos.sqlite'), join(alone, 'Photos.sqlite'));
  const spool = folder(t);
  await assert.rejects(openSources([join(alone, 'Photos.sqlite')], spool), { code: 'ENOLIBRARY', message: /only a database/ });
  assert.deepEqual(readdirSync(spool), []);
});

test('IM-97: an iPhone’s photos that came to it from iCloud come, and what stands for one of them does not', async (t) => {
  const away = { directory: 'PhotoData/CPLAssets/group1' };
  const library = made(
    t,
    [
      { uuid: 'came', ...away, filename: 'AAA.HEIC', bytes: 1 },
      { uuid: 'smaller', ...away, filename: 'BBB.HEIC', here: -1, bytes: 5000 },
    ],
    { kind: 'ios' },
  );
  mkdirSync(join(library, 'DCIM'));
  put(join(library, 'PhotoData/CPLAssets/group1/BBB.HEIC'), filmOrPicture('smaller'));
  const looked = await lookAt([library]);
  assert.deepEqual(came(looked), ['IMG_1.HEIC: original']);
  assert.deepEqual(leftOf(looked), ['IMG_2.HEIC (smaller) only-in-icloud', 'PhotoData/CPLAssets/group1/BBB.HEIC no-photo']);
});

test('IM-100: that another frame stands for a burst here than in its library is told, and that words were cut', async (t) => {
  const library = made(
    t,
    ['a', 'b', 'c', 'd'].map((uuid, at) => ({ uuid, taken: 600_000_000 + at })),
  );
  change(
    library,
    "UPDATE ZASSET SET ZAVALANCHEUUID = 'B1', ZAVALANCHEPICKTYPE = CASE Z_PK WHEN 2 THEN 24 ELSE 2 END WHERE Z_PK < 4; UPDATE ZADDITIONALASSETATTRIBUTES SET ZTITLE = printf('%.600c', 'x') WHERE ZASSET = 4",
  );
  const { surveyed } = await lookAt([library]);
  assert.deepEqual(
    surveyed.left.map(({ path, why, more }) => `${path} ${why}: ${more}`),
    ['Made.photoslibrary: IMG_4.HEIC (d) cut-words: its title', 'Made.photoslibrary: IMG_2.HEIC (b) burst-key: IMG_1.HEIC'],
  );
  change(library, 'UPDATE ZASSET SET ZAVALANCHEPICKTYPE = CASE Z_PK WHEN 1 THEN 20 ELSE 2 END WHERE Z_PK < 4');
  assert.deepEqual(
    leftOf(await lookAt([library])).filter((line) => line.endsWith('burst-key')),
    [],
  );
});

test('IM-101: whatever a photo was called when it came to its library, here it has a name that it may have', async (t) => {
  const names = ['..', 'a/b.heic', 'a\nb.heic', `${'x'.repeat(2000)}.heic`, 'Cafe\u0301.heic', 'CON', '\u202Egpj.heic'];
  const library = made(
    t,
    names.map((name, at) => ({ uuid: String.fromCharCode(97 + at), name })),
  );
  const { things } = await lookAt([library]);
  assert.deepEqual(
    things.map(({ fields }) => FileName.safeParse(fields.fileName).success && fields.fileName.slice(0, 12)),
    ['_', 'a_b.heic', 'a_b.heic', 'x'.repeat(12), 'Cafe\u0301.heic', 'CON', '\u202Egpj.heic'],
  );
});

test('IM-102: of a photo that is live, or was edited, and of which nothing of that lies in its library, that is told; what lies there comes, also without a row', async (t) => {
  const ids = ['A', 'B', 'C', 'D'].map((digit) => `${digit.repeat(8)}-AAAA-AAAA-AAAA-AAAAAAAAAAAA`);
  const library = made(t, [...ids.slice(0, 3).map((uuid, at) => ({ uuid, edited: true, video: at > 0 })), { uuid: ids[3]!, live: true }]);
  change(library, 'DELETE FROM ZINTERNALRESOURCE WHERE ZDATASTORESUBTYPE IN (2, 18)');
  put(join(library, `resources/renders/B/${ids[1]}.plist`), 'list');
  rmSync(join(library, `resources/renders/C/${ids[2]}_1_201_a.jpeg`));
  assert.deepEqual(came(await lookAt([library])), [
    'IMG_1.HEIC: original, edited',
    'IMG_2.MOV: original, adjustment-data',
    'IMG_3.MOV: original',
    'IMG_4.HEIC: original, live-video',
  ]);
  rmSync(join(library, `resources/renders/A/${ids[0]}_1_201_a.jpeg`));
  rmSync(join(library, `originals/D/${ids[3]}_3.mov`));
  const looked = await lookAt([library]);
  assert.deepEqual(came(looked).length, 4);
  // Slow motion is whole with its list.
  assert.deepEqual(
    leftOf(looked).filter((line) => line.endsWith('part-missing')),
    [`IMG_1.HEIC (${ids[0]}) part-missing`, `IMG_3.MOV (${ids[2]}) part-missing`, `IMG_4.HEIC (${ids[3]}) part-missing`],
  );
});

test('IM-103: what a link in a library leads to is none of it, and that nobody looked there is told', async (t) => {
  const library = made(t, [{ uuid: 'a' }]);
  const elsewhere = join(folder(t), 'elsewhere');
  renameSync(join(library, 'originals'), elsewhere);
  symlinkSync(elsewhere, join(library, 'originals'));
  const looked = await lookAt([library]);
  assert.deepEqual([came(looked), leftOf(looked)], [[], ['Made.photoslibrary not-whole', 'IMG_1.HEIC (a) original-missing']]);
});
