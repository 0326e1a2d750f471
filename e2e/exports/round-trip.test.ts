import assert from 'node:assert/strict';
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, describe, test } from 'node:test';
import { isDeepStrictEqual } from 'node:util';
import { UNCHANGED, writeRule, type AssetFields, type Change } from '@rollcall/protocol';
import { mediaIn } from '../support/media.ts';
import { Running, until } from '../support/program.ts';
import { newId, signInByPassword, type Session } from '../support/session.ts';
import { hashOf, World, type Device } from '../support/world.ts';
import { libraryOf, readLibrary, rollOf, seenIn, type Library } from './libraries.ts';

const { missing, bytes } = mediaIn();
const MADE_MS = 600_000;

/** Files of the library by where they lie on the device. */
const FILES: Readonly<Record<string, string>> = {
  'Phone/IMG_7001.JPG': 'live/odd/IMG_7001.JPG',
  'Phone/IMG_7001.MOV': 'live/odd/IMG_7001.MOV',
  'Phone/IMG_7001.AAE': 'edits/IMG_1853.AAE',
  'Apart/train.jpg': 'live/train.jpg',
  'Apart/train.mov': 'live/train.mov',
  'Card/DSC_4001.DNG': 'raw/DSC_4001.DNG',
  'Card/DSC_4001.JPG': 'raw/DSC_4001.JPG',
  'Burst/00000IMG_00000_BURST20230704213015000.jpg': 'burst/00000IMG_00000_BURST20230704213015000.jpg',
  'Burst/00000IMG_00001_BURST20230704213015100_COVER.jpg': 'burst/00000IMG_00001_BURST20230704213015100_COVER.jpg',
  'A/IMG_0658.JPG': 'burst/IMG_0658.JPG',
  'B/IMG_0658.JPG': 'burst/IMG_0664.JPG',
  'Places/thompson-springs.jpg': 'places/thompson-springs.jpg',
  'Places/offset.jpg': 'dates/offset-0545.jpg',
  'Odd/no date.jpg': 'dates/no-exif.jpg',
  'Odd/👨‍👩‍👧‍👦 🏖️.gif': 'formats/animated.gif',
  'Odd/torn.jpg': 'broken/invalid-exif.jpg',
  'Camera/DSC_5001.JPG': 'sidecar/DSC_5001.JPG',
  'Camera/DSC_5001.JPG.xmp': 'sidecar/DSC_5001.JPG.xmp',
};
/** RAW and JPEG are one photo, and so is one Live Photo, once a person has said so; another one was taken apart; files beside photos are none. */
const PHOTOS = Object.keys(FILES).length - 2 - 2;

interface ExportProof {
  complete: boolean;
  stopped: string | null;
  photos: { all: number; trashed: number };
  files: { all: number; bytes: number; fetched: number; copied: number; there: number };
  albums: number;
  missing: { name: string; why: string }[];
  stale: string[];
  room: { needed: number; free: number };
  digest: string;
}
interface ImportProof {
  complete: boolean;
  things: { all: number; added: number; alreadyThere: number };
  verified: { files: number; wrong: string[] };
  albums: { all: number; lines: number; found: number; placed: number };
  left: { path: string; why: string }[];
  failed: unknown[];
  sources: { origin: string }[];
}

describe('a library that leaves', { skip: missing }, () => {
  const world = new World();
  const other = new World();
  let laptop: Device;
  let desktop: Device;
  let to: string;
  let library: Library;
  /** Who is signed in on the one server, and on the other. */
  let here: Session;
  let there: Session;

  const idOf = (name: string, at = 0): string => library.assets.filter(({ fileName }) => fileName === name)[at]!.id;
  const act = async (session: Session, changes: readonly Change[]): Promise<void> => {
    const { results } = await session.ok('actions', { body: { actions: changes.map((change) => ({ id: newId(), change })) } });
    for (const [at, { result }] of results.entries()) assert.equal(result.status, 'applied', JSON.stringify([changes[at], result]));
  };
  const set = (name: string, fields: Partial<AssetFields>): Change => ({ name: 'asset.set', args: { assetId: idOf(name), fields } });

  before(async () => {
    await Promise.all([world.serve(), other.serve()]);
    for (const each of [world, other]) assert.equal((await each.account()).code, 0);
    [here, there] = await Promise.all([world, other].map(({ url }) => signInByPassword(url)) as [Promise<Session>, Promise<Session>]);
    laptop = await world.device('Laptop');
    for (const [path, media] of Object.entries(FILES)) laptop.put(path, bytes(media));
    await laptop.sync();
    await readLibrary(here, PHOTOS);
    const joined = await laptop.run('join', laptop.path('Phone/IMG_7001.JPG'), laptop.path('Phone/IMG_7001.MOV'));
    assert.equal(joined.code, 0, joined.err);
    const split = await laptop.run('split', laptop.path('Apart/train.jpg'));
    assert.equal(split.code, 0, split.err);
    library = await readLibrary(here, PHOTOS);
    await edited('IMG_0658.JPG', 0, true);
    await edited('IMG_0658.JPG', 1, false);
    await saidAndShelved();
    await laptop.sync();
    library = await libraryOf(here);
    to = join(world.root, 'Everything');
  });
  after(async () => {
    await world.end();
    await other.end();
  });

  /** Edits a photo on the server, one that is to show it twice: the first edit becomes a version, and so does one that is undone. */
  async function edited(name: string, at: number, shows: boolean): Promise<void> {
    const assetId = idOf(name, at);
    const { id: base } = library.resources.find((each) => each.assetId === assetId && each.role === 'original')!;
    let rendering: string | null = null;
    for (const turn of shows ? ([90, 180] as const) : ([90] as const)) {
      const body = { id: newId(), base, settings: { ...UNCHANGED, turn, contrast: 20 }, expect: rendering };
      const made = async (): Promise<string | null> => {
        const saved = await library.session.ok('saveEdit', { params: { assetId }, body });
        return saved.state === 'saved' ? saved.rendering : null;
      };
      rendering = await until(made, 'the edit is made', MADE_MS);
    }
    if (!shows) await act(library.session, [{ name: 'asset.revert', args: { assetId }, expect: rendering }]);
  }

  async function saidAndShelved(): Promise<void> {
    const { session } = library;
    const [trips, inner, sicily, smart, gone] = Array.from({ length: 5 }, newId) as [string, string, string, string, string];
    const fields = { order: 'by-hand', cover: null } as const;
    await act(session, [
      set('IMG_7001.JPG', { title: 'A “title” & <more>', caption: 'Two\nlines', keywords: ['sea', 'Zürich'], favourite: true, rating: 4 }),
      set('DSC_4001.JPG', { capturedAt: '2001-02-03T04:05:06.5+07:00', capturedSource: 'person', hidden: true }),
      set('offset.jpg', { place: { lat: 27.7, lon: 85.3, altitude: 1400 } }),
      set('thompson-springs.jpg', { place: null }),
      set('DSC_5001.JPG', { title: null, caption: null, keywords: [] }),
      { name: 'asset.trash', args: { assetId: idOf('offset.jpg') } },
      { name: 'album.create', args: { albumId: trips, kind: 'folder', fields: { ...fields, title: 'Trips', position: 'a1' } } },
      { name: 'album.create', args: { albumId: inner, kind: 'folder', fields: { ...fields, title: 'Italy', folder: trips } } },
      {
        name: 'album.create',
        args: { albumId: sicily, fields: { ...fields, title: 'Sicily', folder: inner, cover: idOf('no date.jpg') } },
      },
      {
        name: 'album.create',
        args: {
          albumId: smart,
          kind: 'smart',
          fields: { ...fields, title: 'Best', position: 'a0', rule: writeRule({ match: 'all', searches: ['favourites'] }) },
        },
      },
      { name: 'album.create', args: { albumId: gone, fields: { ...fields, title: 'Gone' } } },
      { name: 'album.add', args: { albumId: sicily, assetId: idOf('thompson-springs.jpg'), position: 'a2' } },
      { name: 'album.add', args: { albumId: sicily, assetId: idOf('no date.jpg'), position: 'a1' } },
      { name: 'album.add', args: { albumId: sicily, assetId: idOf('IMG_0658.JPG'), position: 'a3' } },
      { name: 'album.add', args: { albumId: sicily, assetId: idOf('torn.jpg'), position: 'a4' } },
      { name: 'album.remove', args: { albumId: sicily, assetId: idOf('torn.jpg') } },
      { name: 'album.delete', args: { albumId: gone } },
    ]);
  }

  const filesIn = (folder: string): string[] =>
    readdirSync(folder, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => join(entry.parentPath, entry.name).slice(folder.length + 1))
      .toSorted();

  test(
    'EX-1: the whole library lies in plain folders, every file byte for byte, and is told of by name and checksum; EX-5: before that it is told how much there is',
    { timeout: 900_000 },
    async () => {
      const look = await laptop.json<ExportProof>('export', to, '--dry-run');
      assert.deepEqual([look.photos, look.files.all, existsSync(to)], [{ all: PHOTOS, trashed: 1 }, library.resources.length, false]);
      assert.ok(look.room.needed > look.files.bytes && look.room.free > look.room.needed, JSON.stringify(look));
      const proof = await laptop.json<ExportProof>('export', to);
      assert.deepEqual([proof.complete, proof.stopped, proof.missing, proof.stale], [true, null, [], []]);
      assert.deepEqual([proof.photos.all, proof.files.all, proof.albums], [PHOTOS, library.resources.length, 4]);
      assert.ok(proof.files.copied > 12 && proof.files.fetched >= 8, JSON.stringify(proof.files));
      const sums = new Map(
        readFileSync(join(to, 'SHA256SUMS'), 'utf8')
          .trim()
          .split('\n')
          .map((line) => [line.slice(66), line.slice(0, 64)] as const),
      );
      for (const [path, hash] of sums) assert.equal(hashOf(readFileSync(join(to, path))), hash, path);
      const files = filesIn(to);
      assert.deepEqual([...sums.keys(), 'SHA256SUMS', 'rollcall-export.json'].toSorted(), files);
      assert.deepEqual(
        [...sums.values()].filter((hash) => library.resources.some((each) => each.hash === hash)).length,
        library.resources.length,
      );
      const named = (beginning: string): string[] =>
        files.filter((path) => path.includes(beginning)).map((path) => path.replace(/.*\//, ''));
      assert.deepEqual(named('IMG_7001'), ['IMG_7001.AAE', 'IMG_7001.JPG', 'IMG_7001.JPG.xmp', 'IMG_7001.MOV']);
      assert.deepEqual(named('2001/02/'), ['DSC_4001.DNG', 'DSC_4001.JPG', 'DSC_4001.JPG.xmp']);
      assert.equal(named('_edited.').length, 1);
      assert.equal(named('_version-').length, 2);
      assert.equal(named('Recently Deleted/').length, 2);
      assert.match(readFileSync(join(to, 'albums.txt'), 'utf8'), /^Trips\/\n {2}Italy\/\n {4}Sicily \(3\)\n {6}\S+no date\.jpg\n/m);
      assert.match(
        readFileSync(
          join(
            to,
            files.find((path) => path.endsWith('IMG_7001.JPG.xmp'))!,
          ),
          'utf8',
        ),
        /rollcall:Favourite="True"/,
      );
    },
  );

  test(
    'EX-2: an export that was stopped goes on: what is there is not brought again, what is not whole is never under its name, and nobody’s file is written over',
    { timeout: 900_000 },
    async () => {
      const before = filesIn(to);
      const again = await laptop.json<ExportProof>('export', to);
      assert.deepEqual(
        [again.complete, again.files.fetched, again.files.copied, again.files.there],
        [true, 0, 0, library.resources.length],
      );
      assert.deepEqual(filesIn(to), before);
      // A disk that lost some, and somebody who wrote over another.
      const lost = before.find((path) => path.endsWith('torn.jpg'))!;
      const changed = before.find((path) => path.endsWith('thompson-springs.jpg'))!;
      rmSync(join(to, lost));
      writeFileSync(join(to, changed), 'somebody else’s');
      const mended = await laptop.json<ExportProof>('export', to);
      assert.deepEqual([mended.complete, mended.files.fetched + mended.files.copied], [true, 2]);
      assert.equal(readFileSync(join(to, changed), 'utf8'), 'somebody else’s');
      const beside = changed.replace('.jpg', ' (2).jpg');
      assert.equal(hashOf(readFileSync(join(to, beside))), hashOf(bytes('places/thompson-springs.jpg')));
      assert.ok(!existsSync(join(to, '.rollcall-export')));
      // The name is free again: what went by another one is told of, and left to whoever looks after the folder.
      rmSync(join(to, changed));
      rmSync(join(to, `${changed}.xmp`));
      const { complete, stale } = await laptop.json<ExportProof>('export', to);
      assert.deepEqual([complete, stale.toSorted()], [true, [beside, `${beside}.xmp`]]);
      for (const path of stale) rmSync(join(to, path));
      assert.deepEqual(filesIn(to), before);
    },
  );

  test(
    'EX-10, EX-16: that export, imported into an empty server, is the same library, by roll call and by all that is said of it',
    { timeout: 900_000 },
    async () => {
      desktop = await other.device('Desktop');
      const proof = await desktop.json<ImportProof>('import', to);
      assert.deepEqual([proof.complete, proof.failed, proof.verified.wrong, proof.sources[0]!.origin], [true, [], [], 'rollcall-export']);
      assert.deepEqual(proof.left, []);
      assert.deepEqual([proof.things.added, proof.verified.files, proof.albums.placed], [PHOTOS, library.resources.length, 3]);
      await readLibrary(there, PHOTOS);
      // What came with an edit is read once more, when nothing else is to be done.
      const isSame = async (): Promise<boolean> => isDeepStrictEqual(seenIn(await libraryOf(there)), seenIn(library));
      await until(isSame, 'the same library', MADE_MS).catch(() => undefined);
      const copy = await libraryOf(there);
      assert.deepEqual(seenIn(copy), seenIn(library));
      assert.deepEqual(await rollOf(copy), await rollOf(library));
      // What a person took apart stays apart, though its files say that it is one (EX-16).
      const parts = copy.assets.filter(({ fileName }) => fileName.startsWith('train.'));
      assert.deepEqual(parts.map(({ kind }) => kind).toSorted(), ['photo', 'video']);
      const again = await desktop.json<ImportProof>('import', to);
      assert.deepEqual([again.things.added, again.things.alreadyThere, again.albums.placed], [0, PHOTOS - 1, 0]);
      assert.deepEqual(seenIn(await libraryOf(there)), seenIn(library));
    },
  );

  test('EX-11: an edit that came that way is undone, and taken up again, as where it was made', { timeout: 900_000 }, async () => {
    const copy = await libraryOf(there);
    const { id, rendering } = copy.assets.find(({ fileName, rendering: shown }) => fileName === 'IMG_0658.JPG' && shown !== null)!;
    const recipes = copy.resources.filter(({ assetId, mime }) => assetId === id && mime.endsWith('edit+json'));
    assert.equal(recipes.length, 2);
    await act(copy.session, [{ name: 'asset.revert', args: { assetId: id }, expect: rendering }]);
    assert.equal((await libraryOf(there)).assets.find((each) => each.id === id)!.rendering, null);
  });

  test(
    'EX-3: a part of the library is what was asked for, and its albums; what cannot be chosen is told',
    { timeout: 900_000 },
    async () => {
      const part = join(world.root, 'Sicily');
      const proof = await laptop.json<ExportProof>('export', part, '--album', 'trips', '--from', '1970', '--to', '2100-01');
      assert.deepEqual([proof.photos.all, proof.albums], [3, 3]);
      const favourites = await laptop.json<ExportProof>('export', join(world.root, 'Favourites'), '--favourites');
      assert.deepEqual([favourites.photos.all, favourites.albums], [1, 0]);
      for (const [args, words] of [
        [[part], /another choice of photos/],
        [[join(world.root, 'x'), '--album', 'Best'], /smart album/],
        [[join(world.root, 'x'), '--album', 'None'], /no album or folder None/],
        [[join(world.root, 'x'), '--from', '2024-13'], /Give a day, a month or a year/],
        [[join(world.root, 'x'), '--from', '2025', '--to', '2024-05'], /--from is after --to/],
      ] as const) {
        const ended = await laptop.run('export', ...args);
        assert.deepEqual([ended.code, ended.out], [2, ''], ended.err);
        assert.match(ended.err, words);
      }
      assert.ok(!existsSync(join(world.root, 'x')));
    },
  );

  test(
    'EX-4: nothing is exported into a folder that is synced, that has something in it, or that is another library’s',
    { timeout: 900_000 },
    async () => {
      const full = join(world.root, 'full');
      mkdirSync(full);
      writeFileSync(join(full, 'mine.txt'), 'mine');
      for (const [device, folder, words] of [
        [laptop, join(laptop.folder, 'Export'), /would be synced/],
        [laptop, join(laptop.home, 'Export'), /state folder of this device/],
        [laptop, full, /not empty, and no export of Rollcall/],
        [laptop, join(full, 'mine.txt', 'x'), /no folder/],
        [desktop, to, /another library/],
      ] as const) {
        const ended = await device.run('export', folder);
        assert.deepEqual([ended.code, ended.out], [2, ''], ended.err);
        assert.match(ended.err, words);
      }
      assert.deepEqual(readdirSync(full), ['mine.txt']);
      assert.ok(!existsSync(join(laptop.folder, 'Export')));
    },
  );

  test(
    'EX-2: an export that was killed in the middle of a file leaves nothing that looks whole, and the next one goes on',
    { timeout: 900_000 },
    async () => {
      const killed = join(world.root, 'Killed');
      assert.equal((await laptop.run('settings', 'set', 'download-limit', '10kB')).code, 0);
      const running = new Running(['export', killed, '--home', laptop.home]);
      const half = (): string | undefined => (existsSync(killed) ? filesIn(killed).find((path) => path.endsWith('.part')) : undefined);
      await until(() => half() !== undefined && readFileSync(join(killed, half()!)).length > 0, 'a file that is there in part', MADE_MS);
      await running.kill();
      const known = new Set(library.resources.map(({ hash }) => hash));
      const whole = filesIn(killed).filter((path) => /^(\d{4}|Recently)/.test(path) && !path.endsWith('.xmp'));
      for (const path of whole) assert.ok(known.has(hashOf(readFileSync(join(killed, path)))), path);
      assert.equal((await laptop.run('settings', 'set', 'download-limit', 'off')).code, 0);
      const proof = await laptop.json<ExportProof>('export', killed);
      assert.deepEqual([proof.complete, proof.files.there, proof.stale], [true, whole.length, []]);
      assert.deepEqual(filesIn(killed), filesIn(to));
    },
  );

  test('EX-5: that there is no room is told before anything is written', { timeout: 900_000 }, async () => {
    const small = join(world.root, 'small');
    assert.equal((await laptop.run('conditions', 'set', 'free-space=10kB')).code, 0);
    const ended = await laptop.run('export', small);
    assert.equal((await laptop.run('conditions', 'clear')).code, 0);
    assert.deepEqual([ended.code, ended.out, existsSync(small)], [3, '', false]);
    assert.match(ended.err, /not enough room.*are lacking\. Make room, or choose another disk/);
  });

  test(
    'EX-6: without the cloud what the device has is exported, what is missing is told of, and it goes on once the cloud is there',
    { timeout: 900_000 },
    async () => {
      const alone = join(world.root, 'Alone');
      await world.server!.stop();
      const ended = await laptop.run('export', alone, '--json');
      const proof = JSON.parse(ended.out) as ExportProof;
      assert.deepEqual([ended.code, proof.complete, proof.photos.all], [5, false, PHOTOS]);
      assert.ok(proof.files.copied > 12 && proof.missing.length > 0 && proof.stopped !== null, ended.out);
      assert.equal(proof.files.copied + proof.missing.length, library.resources.length);
      await world.serveAgain();
      const whole = await laptop.json<ExportProof>('export', alone);
      assert.deepEqual([whole.complete, whole.files.there, whole.files.fetched], [true, proof.files.copied, proof.missing.length]);
      await world.server!.stop();
      const known = await laptop.run('export', alone);
      assert.equal(known.code, 5, known.err);
      assert.match(known.out, /done without the cloud, by what this device knew/);
    },
  );
});
