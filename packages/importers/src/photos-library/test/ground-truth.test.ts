import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { missing, realLibrary } from '../../apple-photos/test/shared.ts';
import { LEFT_WHAT, type Left, type Thing } from '../../found.ts';
import { lookAt, missing as noMedia, type Looked } from '../../testing/media.ts';
import { filled, LIBRARIES, rowsOf, type Row } from './support.ts';

const instant = (date: string): number => Math.floor(Date.parse(date) / 1000);

/** What a row promises of the thing that comes of it. */
function agrees(thing: Thing, row: Row): void {
  const words = `${row['library']} ${row['uuid']}`;
  const { fields } = thing;
  assert.equal(thing.kind, row['type'], words);
  assert.equal(fields.fileName, row['original_filename'], words);
  assert.deepEqual(
    [fields.favourite, fields.hidden, thing.trashed],
    [row['favourite'], row['hidden'], row['trashed']].map((bit) => bit === '1'),
    words,
  );
  if (row['keywords'] !== '') assert.deepEqual(fields.keywords.toSorted(), row['keywords']!.split('|').toSorted(), words);
  if (row['lat'] !== '')
    assert.ok(Math.abs(fields.place!.lat - Number(row['lat'])) + Math.abs(fields.place!.lon - Number(row['lon'])) < 1e-5, words);
  else assert.equal(thing.told.fields.place, undefined, words);
  if (row['date_created_utc'] === '') return assert.equal(thing.told.fields.capturedAt, undefined, words);
  assert.equal(instant(fields.capturedAt), instant(row['date_created_utc']!), `${words} ${fields.capturedAt}`);
  if (row['tz_offset_s'] === '') return;
  const [, sign, hours, minutes] = /([+-])(\d\d):(\d\d)$/.exec(fields.capturedAt)!;
  assert.equal((sign === '-' ? -60 : 60) * (Number(hours) * 60 + Number(minutes)), Number(row['tz_offset_s']), words);
}

const ENDS: Readonly<Record<string, string>> = {
  '.plist': 'adjustment-data',
  '1_201_a.jpeg': 'edited',
  '1_201_a.heic': 'edited',
  '2_100_a.mov': 'edited-video',
  'p.jpeg': 'edited',
};

/** The parts that a row promises, of files that are in this library. */
function partsOf(row: Row, library: string): string[] {
  const { uuid = '', original_relpath: path = '' } = row;
  const stem = path.slice(0, path.lastIndexOf('.'));
  const renders = row['render_files'] === '' ? [] : row['render_files']!.split('+');
  const parts = [
    ['original', path],
    ...(row['live'] === '1' ? [['live-video', `${stem}_3.mov`]] : []),
    ...(row['raw_pair'] === '1' ? [['raw', `${stem}_4.dng`]] : []),
    ...renders.map((end) => [ENDS[end], `resources/renders/${uuid.slice(0, 1)}/${uuid}${end.startsWith('.') ? '' : '_'}${end}`]),
    ['adjustment-data', `${stem}_5.aae`],
  ];
  return parts.filter(([, file]) => existsSync(join(library, file!))).map(([role, file]) => `${role} ${file}`);
}

function whyExpected({ state }: Row): string {
  return state === 'referenced' ? 'referenced' : state === 'shared-album' ? 'shared' : 'original-missing';
}

/** A photo in the trash that has the bytes of another one’s edit. */
const TWIN = '6FD38366-3BF2-407D-81FE-7153EB6125B6';
const TWIN_OF = 'resources/renders/E/E9BC5C36-7CD1-40A1-A72B-8B8FAC227D51_1_201_a.jpeg';

/** What is told of photos that are here all the same. */
const CAME: ReadonlySet<string> = new Set(['same-photo', 'same-edit', 'part-missing', 'burst-apart']);
const isOfPhoto = ({ why }: Left): boolean => LEFT_WHAT[why] === 'photo';

/** Every row comes as it stands, or is told with why, and so is every file. Gives how many came. */
function heldAgainst(looked: Looked, name: string, library: string, comes: (row: Row) => boolean): number {
  const { things, plans, surveyed } = looked;
  const rows = rowsOf(name);
  const left = [...surveyed.left, ...plans.flatMap((plan) => plan.left)];
  const byPath = new Map(things.map((thing) => [thing.parts[0].file.path, thing]));
  const apart = left.filter((each) => isOfPhoto(each) && !CAME.has(each.why));
  for (const row of rows) {
    const words = `${name} ${row['uuid']}`;
    const thing = byPath.get(row['original_relpath']!);
    if (row['uuid'] === TWIN) {
      assert.deepEqual(
        [thing, row['trashed'], left.filter(({ path }) => path.includes(TWIN)).map(({ why }) => why)],
        [undefined, '1', ['same-edit']],
      );
      assert.deepEqual(readFileSync(join(library, row['original_relpath']!)), readFileSync(join(library, TWIN_OF)));
      continue;
    }
    const told = apart.filter(({ path }) => path.includes(row['uuid']!));
    if (!comes(row)) {
      assert.deepEqual([thing, told.map(({ why }) => why)], [undefined, [whyExpected(row)]], words);
      continue;
    }
    assert.ok(thing !== undefined, words);
    assert.deepEqual(told, [], words);
    agrees(thing, row);
    const its = thing.parts.filter(({ name: called = '' }) => !called.endsWith('.xmp')).map(({ role, file }) => `${role} ${file.path}`);
    assert.deepEqual(its.toSorted(), partsOf(row, library).toSorted(), words);
    assert.equal(thing.parts[0].role, 'original');
  }
  const came = rows.filter((row) => comes(row) && row['uuid'] !== TWIN).length;
  assert.deepEqual([things.length, apart.length], [came, rows.filter((row) => !comes(row)).length], name);
  const told = plans.reduce((sum, each) => ({ all: sum.all + each.told.all, matched: sum.matched + each.told.matched }), {
    all: 0,
    matched: 0,
  });
  assert.deepEqual(told, { all: rows.length, matched: came }, name);
  const used = new Set(things.flatMap(({ parts }) => parts.map(({ file }) => file.path)));
  const files = ['originals', 'resources/renders'].flatMap((folder) =>
    existsSync(join(library, folder))
      ? (readdirSync(join(library, folder), { recursive: true }) as string[]).map((path) => `${folder}/${path}`)
      : [],
  );
  for (const path of files.filter((each) => statSync(join(library, each)).isFile()))
    assert.ok(
      (used.has(path) || path.includes(TWIN)) !== left.some((each) => each.path.endsWith(`/${path}`)),
      `${name} ${path} is a part, or told of`,
    );
  return came;
}

test(
  'IM-60: of real libraries every photo whose original lies there comes with its parts and what is known of it, and every other is told with why',
  { skip: missing },
  async () => {
    let came = 0;
    for (const name of LIBRARIES)
      came += heldAgainst(
        await lookAt([realLibrary(name)]),
        name,
        realLibrary(name),
        ({ original_here: here, state }) => here === '1' && state !== 'shared-album',
      );
    assert.equal(came, 13);
  },
);

test(
  'IM-61: what is a Live Photo, a RAW with its JPEG, a burst, an edit or slow motion in a library comes as that, by what its database says',
  { skip: missing || noMedia },
  async (t) => {
    let came = 0;
    for (const name of LIBRARIES) {
      const library = filled(t, name);
      const looked = await lookAt([library]);
      came += heldAgainst(
        looked,
        name,
        library,
        ({ original_in_upstream_tree: there, state }) => there === '1' && state !== 'shared-album',
      );
      assert.deepEqual(
        looked.surveyed.left.filter(({ why }) => why === 'part-missing' || why === 'no-row' || why === 'no-photo'),
        [],
      );
      for (const { parts } of looked.things)
        assert.equal(
          new Set(parts.map(({ name: called }) => called)).size,
          parts.length,
          `names differ: ${parts.map((each) => each.name).join(' ')}`,
        );
      // Real frames of that burst say so themselves; of one there is no real file.
      assert.deepEqual(
        looked.plans.flatMap(({ left }) => left).flatMap(({ why, path }) => (why === 'burst-apart' ? [path.split(' ')[1]] : [])),
        name === 'Test-Media-Types-15.7.2' ? ['IMG_0667.JPG'] : [],
      );
      // What is shown of an edit, and not what it was made of, comes first.
      for (const { parts } of looked.things) {
        const edits = parts.filter(({ role }) => role === 'edited').map(({ file }) => /_(1_201_a|p)\.\w+$/.exec(file.path)?.[1]);
        assert.deepEqual(edits, edits.toSorted(), 'the edit that is shown is the first');
      }
    }
    assert.equal(came, 58);
  },
);
