import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { test } from 'node:test';
import { openSources, type Thing } from './index.ts';
import { lookAt, manifest, MEDIA, missing, type Listed, type Looked } from './testing/media.ts';

const GOOGLE = ['takeout-20241001T100000Z-001.zip', 'takeout-20241001T100000Z-002.zip'].map((name) => join(MEDIA, 'takeout-google', name));
const APPLE = ['iCloud Photos Part 2 of 2.zip', 'iCloud Photos Part 1 of 2.zip'].map((name) => join(MEDIA, 'takeout-apple', name));

/** Moments to the precision that was told (programs round seconds in two ways): what has no zone on either side may be in any. */
function sameMoment(own: string, expected: string): boolean {
  const zoned = (text: string): boolean => /(Z|[+-]\d{2}:\d{2})$/.test(text);
  const full = expected.replace(/T(\d{2}:\d{2})(Z)$/, 'T$1:00$2');
  const minute = /T\d{2}:\d{2}Z$/.test(expected);
  const apart = Math.abs(Date.parse(zoned(own) ? own : `${own}Z`) - Date.parse(zoned(full) ? full : `${full}Z`));
  const within = minute ? 60_000 : 1000;
  return zoned(own) === zoned(full) ? apart <= within : apart % 900_000 <= within;
}

/** Each row of the list that is a photo or film, with the thing that it is a part of. */
function truth(
  { things, nameOf }: Looked,
  folder: string,
  rows: readonly Listed[],
): { readonly row: Listed; readonly thing: Thing; readonly role: string }[] {
  const at = new Map<string, { readonly thing: Thing; readonly role: string }>(
    things.flatMap((thing) => thing.parts.map(({ file, role }) => [`${folder}/${nameOf(file)}`, { thing, role }] as const)),
  );
  return rows
    .filter(({ path }) => path.startsWith(`${folder}/`) && path.includes('!') && /\.(jpe?g|png|heic|mov|mp4|mp)$/i.test(path))
    .map((row) => ({ row, ...(at.get(row.path) ?? assert.fail(`${row.path} is part of nothing`)) }));
}

const nameAt = (looked: Looked, folder: string, thing: Thing, role: string): string | undefined => {
  const part = thing.parts.find((each) => each.role === role);
  return part && `${folder}/${looked.nameOf(part.file)}`;
};

test(
  'IM-9: of a real takeout of Google’s every file has its data, its pair and its edit, and every date and word is the one that is told',
  { skip: missing },
  async () => {
    const looked = await lookAt(GOOGLE);
    const rows = truth(looked, 'takeout-google', manifest());
    assert.equal(rows.length, 17);
    for (const { row, thing, role } of rows) {
      const { expected } = row;
      const name = (which: string): string | undefined => nameAt(looked, 'takeout-google', thing, which);
      if (role === 'original') {
        assert.equal(name('sidecar'), expected['sidecar'], row.path);
        const film = expected['live_video'] ?? rows.find((each) => each.row.expected['motion_part_of'] === row.path)?.row.path;
        assert.equal(name('live-video'), film, row.path);
        assert.equal(thing.trashed, expected['trashed'] ?? false, row.path);
        assert.deepEqual(
          [thing.fields.favourite, thing.fields.hidden],
          [expected['favorited'] ?? false, expected['archived'] ?? false],
          row.path,
        );
        assert.equal(thing.fields.caption, expected['description'] ?? null, row.path);
        if (expected['title'] !== undefined) assert.equal(thing.fields.fileName, expected['title'], row.path);
        for (const key of ['lat', 'lon'] as const)
          if (expected[key] !== undefined) assert.ok(Math.abs(thing.fields.place![key] - Number(expected[key])) < 0.0001, row.path);
        const captured = (expected['captured_at'] ?? row.capturedAt) as string | null;
        if (captured !== null) assert.ok(sameMoment(thing.fields.capturedAt, captured), `${row.path}: ${thing.fields.capturedAt}`);
      }
      const still = expected['live_still'] ?? expected['motion_part_of'];
      if (still !== undefined) assert.deepEqual([role, name('original')], ['live-video', still]);
      if (expected['edited_of'] !== undefined) assert.deepEqual([role, name('original')], ['edited', expected['edited_of']]);
      // A photo's albums are those of all the folders in which it lies.
      const albums = new Set(
        looked.things.filter(({ parts }) => looked.reads.get(parts[0].file.key)?.hash === row.sha256).flatMap((each) => each.albums),
      );
      if (role === 'original') assert.deepEqual([...albums], expected['albums'] ?? [], row.path);
    }
    assert.deepEqual(
      looked.plans.flatMap(({ left }) => left),
      [],
    );
    assert.deepEqual(
      looked.plans.flatMap(({ withoutData }) => withoutData).map((path) => path.replace(/.*\//, '')),
      ['Screenshot_2024_no_json.png'],
    );
    assert.deepEqual(looked.surveyed.left.map(({ path, why }) => `${path.replace(/.*\//, '')} ${why}`).toSorted(), [
      'archive_browser.html of-account',
      'print-subscriptions.json of-account',
      'shared_album_comments.json of-account',
      'user-generated-memory-titles.json of-account',
    ]);
  },
);

test('IM-10: the data may lie in another part than the photo, in whatever order the parts are given', { skip: missing }, async () => {
  const [forwards, backwards] = [await lookAt(GOOGLE), await lookAt(GOOGLE.toReversed())];
  const told = ({ things, nameOf }: Looked): string[] =>
    things.map(({ parts }) => parts.map(({ file, role }) => `${role} ${nameOf(file)}`).join(', ')).toSorted();
  assert.deepEqual(told(forwards), told(backwards));
  assert.ok(told(forwards).some((thing) => thing.includes('002.zip!') && thing.includes('sidecar takeout-20241001T100000Z-001.zip!')));
});

test(
  'IM-54: parts of a takeout that were unpacked, each into a folder of its own, are one with those that were not',
  { skip: missing },
  async () => {
    const root = mkdtempSync(join(tmpdir(), 'rollcall-unpacked-'));
    try {
      const sources = await openSources(GOOGLE, root);
      for (const file of sources.all.flatMap(({ files }) => files)) {
        // Films into one folder, all else into another.
        const path = join(root, /\.(mp4|mp)$/i.test(file.path) ? 'films' : 'rest', file.path);
        mkdirSync(dirname(path), { recursive: true });
        const bytes = await sources.open(file);
        writeFileSync(path, await bytes.read(0, bytes.size));
        await bytes.release();
      }
      await sources.close();
      const told = ({ things }: Looked): string[] =>
        things
          .map(({ parts }) => parts.map(({ file, role }) => `${role} ${file.path.replace(/^.*Takeout/, 'Takeout')}`).join(', '))
          .toSorted();
      const packed = await lookAt(GOOGLE);
      assert.deepEqual(told(await lookAt([root])), told(packed));
      assert.deepEqual(told(await lookAt([join(root, 'films'), join(root, 'rest')])), told(packed));
    } finally {
      rmSync(root, { recursive: true, force: true });
    }
  },
);

test(
  'IM-11: of a real export of Apple’s every row has its file, every album line its photo, and every checksum is that of the bytes',
  { skip: missing },
  async () => {
    const looked = await lookAt(APPLE);
    const rows = truth(looked, 'takeout-apple', manifest());
    assert.equal(rows.length, 10);
    for (const { row, thing, role } of rows) {
      const { expected } = row;
      const name = (which: string): string | undefined => nameAt(looked, 'takeout-apple', thing, which);
      if (expected['live_still'] !== undefined) assert.deepEqual([role, name('original')], ['live-video', expected['live_still']]);
      if (role !== 'original') continue;
      assert.equal(name('live-video'), expected['live_video'], row.path);
      assert.equal(thing.trashed, expected['deleted'] ?? false, row.path);
      assert.deepEqual(
        [thing.fields.favourite, thing.fields.hidden],
        [expected['favorite'] ?? false, expected['hidden'] ?? false],
        row.path,
      );
      assert.deepEqual(thing.albums, expected['albums'] ?? [], row.path);
      // The file's own date wins over one to the minute; where it has none, that one counts, and where there is none at all, nothing is made up.
      const captured = row.capturedAt ?? (expected['captured_at'] as string | null | undefined) ?? null;
      if (captured !== null) assert.ok(sameMoment(thing.fields.capturedAt, captured), `${row.path}: ${thing.fields.capturedAt}`);
      else assert.equal(thing.fields.capturedSource, 'unknown', row.path);
      if (expected['csv_captured_at'] !== undefined)
        assert.ok(sameMoment(thing.told.fields.capturedAt!, expected['csv_captured_at'] as string), row.path);
    }
    const [plan] = looked.plans;
    assert.deepEqual(
      [plan!.told, plan!.checksums, plan!.albumLines],
      [
        { all: 9, matched: 9 },
        { agree: 9, disagree: [] },
        { all: 5, found: 5 },
      ],
    );
    assert.deepEqual(
      plan!.otherDates.map((path) => path.replace(/.*\//, '')),
      ['IMG_0105.JPG'],
    );
    assert.equal(looked.surveyed.apple.memories, 1);
  },
);
