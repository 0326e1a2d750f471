import assert from 'node:assert/strict';
import { createWriteStream, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { after, test } from 'node:test';
import { ZipFile } from 'yazl';
import { openSources } from '../node/open.ts';
import { missingParts } from '../parts.ts';
import { lookAt, type Looked } from '../testing/media.ts';
import { smallFilm, smallPhoto } from '../testing/small-media.ts';

const root = mkdtempSync(join(tmpdir(), 'rollcall-takeout-'));
after(() => rmSync(root, { recursive: true, force: true }));
let made = 0;

type Files = Readonly<Record<string, Buffer | string>>;
const YEAR = 'Takeout/Google Photos/Photos from 2023';
const DATE = '2023:01:01 10:00:00';

function tell(title: string, more: object = {}): string {
  return JSON.stringify({ title, photoTakenTime: { timestamp: '1672567200' }, ...more });
}

/** A takeout that was unpacked, with these files in the folder of one year. */
function unpacked(files: Files): string {
  const folder = join(root, String((made += 1)));
  for (const [name, content] of Object.entries(files)) {
    const path = join(folder, YEAR, name);
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, content);
  }
  return folder;
}

async function zipped(name: string, files: Files): Promise<string> {
  const path = join(root, name);
  const archive = new ZipFile();
  for (const [file, content] of Object.entries(files)) archive.addBuffer(Buffer.from(content), `${YEAR}/${file}`);
  archive.end();
  await pipeline(archive.outputStream, createWriteStream(path));
  return path;
}

const last = (path: string): string => path.slice(path.lastIndexOf('/') + 1);
/** Each thing as its parts, and what was left. */
function told({ things, surveyed, plans }: Looked): { readonly things: string[]; readonly left: string[] } {
  return {
    things: things.map(({ parts }) => parts.map(({ file, role }) => (role === 'original' ? '' : `${role} `) + last(file.path)).join(', ')),
    left: [...surveyed.left, ...plans.flatMap(({ left }) => left)].map(({ path, why }) => `${last(path)} ${why}`).toSorted(),
  };
}

test('IM-110: names that were cut by the halves in which emoji are stored go together, whole names without an ending, and those with signs of pages in them', async () => {
  const faces = '😀😃😄😁😆😅😂🤣🥲☺️😊😇🙂🙃😉😌😍🥰😘😗😙😚😋';
  const looked = await lookAt([
    unpacked({
      [`${faces}.json`]: tell(`${faces}😛😝😜🤪.jpg`),
      [`${faces}😛.jpg`]: smallPhoto('faces'),
      '27_06_12 - 2.json': tell('27/06/12 - 2'),
      '27_06_12 - 2.jpg': smallPhoto('slashes'),
      'Tom _ Jerry_s 100_.jpg.supplemental-metadata.json': tell('Tom &amp; Jerry&#39;s 100%.jpg', {
        description: '&quot;us&quot; &amp; them',
      }),
      'Tom _ Jerry_s 100_.jpg': smallPhoto('signs'),
    }),
  ]);
  assert.deepEqual(told(looked), {
    things: [
      '27_06_12 - 2.jpg, sidecar 27_06_12 - 2.json',
      'Tom _ Jerry_s 100_.jpg, sidecar Tom _ Jerry_s 100_.jpg.supplemental-metadata.json',
      `${faces}😛.jpg, sidecar ${faces}.json`,
    ],
    left: [],
  });
  assert.deepEqual([looked.things[1]!.fields.fileName, looked.things[1]!.fields.caption], ["Tom & Jerry's 100%.jpg", '"us" & them']);
});

test('IM-111: data with a number are never taken for those of a photo with another one, nor are data without it where its own tell of another photo', async () => {
  const stem = 'Backyard_ceremony_wedding_photography_xxxxxxx_';
  const looked = await lookAt([
    unpacked({
      [`${stem}.json`]: tell(`${stem}magnolia-371.jpg`),
      [`${stem}(1).json`]: tell(`${stem}magnolia-181.jpg`),
      [`${stem}(494).json`]: tell('Backyard_ceremony_wedding_photography_markham_m.jpg'),
      [`${stem}m.jpg`]: smallPhoto('371'),
      [`${stem}m(1).jpg`]: smallPhoto('181'),
      [`${stem}m(494).jpg`]: smallPhoto('19'),
    }),
  ]);
  assert.deepEqual(told(looked), {
    things: [`${stem}m(1).jpg, sidecar ${stem}(1).json`, `${stem}m(494).jpg`, `${stem}m.jpg, sidecar ${stem}.json`],
    left: [`${stem}(494).json no-photo`],
  });
});

test('IM-124: a second file of a name takes no data of the first where its own may be missing, and of names that were cut alike each has those that name it', async () => {
  const long = 'A_name_that_is_long_enough_to_be_cut_in_its_data';
  const looked = await lookAt([
    unpacked({
      'A.jpg': smallPhoto('first'),
      'A.jpg.json': tell('A.jpg'),
      'A(1).jpg': smallPhoto('second'),
      'PXL_20240506_142610305.jpg': smallPhoto('small'),
      'PXL_20240506_142610305.jpg.supplemental-metada.json': tell('PXL_20240506_142610305.jpg'),
      'PXL_20240506_142610305.JPG': smallPhoto('large'),
      'PXL_20240506_142610305.JPG.supplemental-metada.json': tell('PXL_20240506_142610305.JPG'),
      [`${long.slice(0, 47)}.jpg`]: smallPhoto('long'),
      [`${long.slice(0, 47)}(1).jpg`]: smallPhoto('long, too'),
      [`${long.slice(0, 46)}.json`]: tell(`${long.slice(0, 47)}.jpg`),
    }),
  ]);
  assert.deepEqual(told(looked).things, [
    'A(1).jpg',
    'A.jpg, sidecar A.jpg.json',
    `${long.slice(0, 47)}(1).jpg`,
    `${long.slice(0, 47)}.jpg, sidecar ${long.slice(0, 46)}.json`,
    'PXL_20240506_142610305.JPG, sidecar PXL_20240506_142610305.JPG.supplemental-metada.json',
    'PXL_20240506_142610305.jpg, sidecar PXL_20240506_142610305.jpg.supplemental-metada.json',
  ]);
});

test('IM-112: what has no data of its own and the name of a photo, taken in the same second, is its edit, in whatever language and however much of the word is left; else it is a photo of its own', async () => {
  const long = 'Screenshot_20231027_123303_Facebook_and_mor';
  const looked = await lookAt([
    unpacked({
      'A.jpg': smallPhoto('a', DATE),
      'A.jpg.json': tell('A.jpg'),
      'A-κάτι άλλο.jpg': smallPhoto('a edited', DATE),
      'B(1).jpg': smallPhoto('b', DATE),
      'B.jpg(1).json': tell('B.jpg'),
      'B-ha editado(1).jpg': smallPhoto('b edited', DATE),
      // Another second, and no date at all: nothing proves it.
      'C.jpg': smallPhoto('c', DATE),
      'C.jpg.json': tell('C.jpg'),
      'C-whatever.jpg': smallPhoto('c other', '2023:01:01 11:11:11'),
      'D.jpg': smallPhoto('d'),
      'D.jpg.json': tell('D.jpg'),
      'D-party.jpg': smallPhoto('d other'),
      // It has data of its own.
      'E.jpg': smallPhoto('e', DATE),
      'E.jpg.json': tell('E.jpg'),
      'E-EFFECTS.jpg': smallPhoto('e effects', DATE),
      'E-EFFECTS.jpg.json': tell('E-EFFECTS.jpg'),
      [`${long}.jpg`]: smallPhoto('f'),
      [`${long}.jpg.json`]: tell(`${long}.jpg`),
      [`${long}-edi.jpg`]: smallPhoto('f edited'),
    }),
  ]);
  assert.deepEqual(told(looked).things, [
    'A.jpg, edited A-κάτι άλλο.jpg, sidecar A.jpg.json',
    'B(1).jpg, edited B-ha editado(1).jpg, sidecar B.jpg(1).json',
    'C-whatever.jpg',
    'C.jpg, sidecar C.jpg.json',
    'D-party.jpg',
    'D.jpg, sidecar D.jpg.json',
    'E-EFFECTS.jpg, sidecar E-EFFECTS.jpg.json',
    'E.jpg, sidecar E.jpg.json',
    `${long}.jpg, edited ${long}-edi.jpg, sidecar ${long}.jpg.json`,
  ]);
});

test('IM-113: a short film without data and without a date is the only photo’s whose name it has, and not where it has data, is long, or its date says otherwise', async () => {
  const looked = await lookAt([
    unpacked({
      'IMG_1.HEIC': smallPhoto('1', DATE),
      'IMG_1.HEIC.json': tell('IMG_1.HEIC'),
      'IMG_1.MP4': smallFilm('1'),
      'IMG_2.jpg': smallPhoto('2'),
      'IMG_2.jpg.supplemental-metadata.json': tell('IMG_2.jpg'),
      'IMG_2.MOV': smallFilm('2'),
      'IMG_3.jpg': smallPhoto('3', DATE),
      'IMG_3.jpg.json': tell('IMG_3.jpg'),
      'IMG_3.MP4': smallFilm('3', '2023-06-01T00:00:00Z'),
      'IMG_4.jpg': smallPhoto('4', DATE),
      'IMG_4.jpg.json': tell('IMG_4.jpg'),
      'IMG_4.MP4': smallFilm('4'),
      'IMG_4.MP4.json': tell('IMG_4.MP4'),
      'IMG_5.jpg': smallPhoto('5', DATE),
      'IMG_5.jpg.json': tell('IMG_5.jpg'),
      'IMG_5.MP4': smallFilm('5', undefined, 60),
      'PXL_6.MP.jpg': smallPhoto('6'),
      'PXL_6.MP.jpg.json': tell('PXL_6.MP.jpg'),
      'PXL_6.MP': smallFilm('6'),
      'PXL_6.MP~2.jpg': smallPhoto('6 edited'),
      'PXL_6.MP~2.jpg.json': tell('PXL_6.MP~2.jpg'),
      'PXL_6.MP~2': smallFilm('6 edited'),
    }),
  ]);
  assert.deepEqual(told(looked).things, [
    'IMG_1.HEIC, live-video IMG_1.MP4, sidecar IMG_1.HEIC.json',
    'IMG_2.jpg, live-video IMG_2.MOV, sidecar IMG_2.jpg.supplemental-metadata.json',
    'IMG_3.MP4',
    'IMG_3.jpg, sidecar IMG_3.jpg.json',
    'IMG_4.MP4, sidecar IMG_4.MP4.json',
    'IMG_4.jpg, sidecar IMG_4.jpg.json',
    'IMG_5.MP4',
    'IMG_5.jpg, sidecar IMG_5.jpg.json',
    'PXL_6.MP.jpg, live-video PXL_6.MP, sidecar PXL_6.MP.jpg.json',
    'PXL_6.MP~2.jpg, live-video PXL_6.MP~2, sidecar PXL_6.MP~2.jpg.json',
  ]);
});

test('IM-114: a part that was given twice changes nothing; of several takeouts each is read by itself; parts that were not given are told, and archives of another kind', async () => {
  const first = { 'A.jpg': smallPhoto('part a'), 'A.jpg.json': tell('A.jpg', { favorited: true }) };
  const one = await zipped('takeout-20240101T000000Z-001.zip', first);
  const again = await zipped('takeout-20240101T000000Z-001 (1).zip', first);
  const three = await zipped('takeout-20240101T000000Z-003.zip', { 'B.jpg': smallPhoto('part b') });
  const twice = await lookAt([one, again, three]);
  assert.deepEqual(told(twice), { things: ['A.jpg, sidecar A.jpg.json', 'B.jpg'], left: ['A.jpg same-bytes', 'A.jpg.json same-bytes'] });
  // The names of another takeout are its own: its A.jpg is another photo.
  const other = await zipped('takeout-20250202T000000Z-1-001.zip', { 'A.jpg': smallPhoto('other a'), 'A.jpg.json': tell('A.jpg') });
  const both = await lookAt([one, other]);
  assert.deepEqual(
    [told(both), both.things.map(({ fields }) => fields.favourite)],
    [{ things: ['A.jpg, sidecar A.jpg.json', 'A.jpg, sidecar A.jpg.json'], left: [] }, [true, false]],
  );
  const tar = join(root, 'takeout-20240101T000000Z-002.tgz');
  writeFileSync(tar, 'x');
  const sources = await openSources([one, tar, three], root);
  assert.deepEqual(
    [missingParts(sources.all), sources.left.map(({ path, why }) => `${path} ${why}`)],
    [[2], [`${last(tar)} other-archive`]],
  );
  await sources.close();
});

test('IM-115: what is locked away is hidden; a place that only the file had told counts where nobody set one; zero is no date, and before 1970 is one', async () => {
  const { things } = await lookAt([
    unpacked({
      'before.jpg': smallPhoto('before'),
      'before.jpg.json': tell('before.jpg', { photoTakenTime: { timestamp: '-86400' } }),
      'locked.jpg': smallPhoto('locked'),
      'locked.jpg.json': tell('locked.jpg', { inLockedFolder: true }),
      'zero.jpg': smallPhoto('zero'),
      'zero.jpg.json': tell('zero.jpg', {
        photoTakenTime: { timestamp: '0' },
        geoData: { latitude: 0, longitude: 0, altitude: 0 },
        geoDataExif: { latitude: 1.5, longitude: -2.5, altitude: 3 },
      }),
    }),
  ]);
  assert.deepEqual(
    things.map(({ fields: { capturedAt, capturedSource, hidden, place } }) => [
      capturedSource === 'xmp' ? capturedAt : capturedSource,
      hidden,
      place,
    ]),
    [
      ['1969-12-31T00:00:00Z', false, null],
      ['2023-01-01T10:00:00Z', true, null],
      // When it was unpacked says nothing.
      ['unknown', false, { lat: 1.5, lon: -2.5, altitude: 3 }],
    ],
  );
});

test('IM-123: the folders in which a takeout has the trash, and what was archived, are no albums; one of a person’s with archived photos is', async () => {
  const album = (title: string): string => JSON.stringify({ title, description: '', access: 'protected', date: { timestamp: '0' } });
  const looked = await lookAt([
    unpacked({
      '../Papierkorb/Metadaten.json': album('Papierkorb'),
      '../Papierkorb/A.jpg': smallPhoto('trash'),
      '../Papierkorb/A.jpg.json': tell('A.jpg', { trashed: true }),
      '../Archiv/Metadaten.json': album('Archiv'),
      '../Archiv/B.jpg': smallPhoto('archive'),
      '../Archiv/B.jpg.json': tell('B.jpg', { archived: true }),
      '../Rom/Metadaten.json': album('Rom'),
      '../Rom/C.jpg': smallPhoto('rome'),
      '../Rom/C.jpg.json': tell('C.jpg', { archived: true }),
    }),
  ]);
  assert.deepEqual(looked.things.map(({ albums, trashed, fields }) => [fields.fileName, albums, trashed, fields.hidden]).toSorted(), [
    ['A.jpg', [], true, false],
    ['B.jpg', [], false, true],
    ['C.jpg', ['Rom'], false, true],
  ]);
});
