import assert from 'node:assert/strict';
import { copyFileSync, cpSync, existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { basename, dirname, join, relative } from 'node:path';
import { after, before, describe, test } from 'node:test';
import { fileURLToPath } from 'node:url';
import type { Change } from '@rollcall/protocol';
import { photo } from '../support/photos.ts';
import { newId, signInByPassword } from '../support/session.ts';
import { EMAIL, World, type Device } from '../support/world.ts';

const FOLDER = fileURLToPath(new URL('../../../shared/apple-photos', import.meta.url));
const missing = existsSync(FOLDER)
  ? false
  : `the libraries of Apple Photos are not there: ${relative(process.cwd(), FOLDER)}; nothing of this was tested`;
if (missing) process.stderr.write(`NOT TESTED: ${missing}\n`);
const REAL = (name: string): string => join(FOLDER, `${name}.photoslibrary`);
const LIVE = REAL('Test-Cloud-10.15.6');
/** Of one Live Photo in it. */
const LIVE_FILM = 'originals/5/51F2BEF7-431A-4D31-8AC1-3284A57826AE_3.mov';
const LIVE_EDIT = 'resources/renders/5/51F2BEF7-431A-4D31-8AC1-3284A57826AE_1_201_a.jpeg';
/** In its trash; its original is not among the files that we have, and another picture is put there. */
const TRASHED = 'originals/7/71E3E212-00EB-430D-8A63-5E294B268554.jpeg';

interface Proof {
  complete: boolean;
  sources: { origin: string }[];
  files: { found: number; media: number; fresh: number };
  things: Record<string, number>;
  told: { all: number; matched: number };
  albums: { all: number; lines: number; found: number; placed: number };
  checksums: { agree: number; disagree: string[] };
  verified: { files: number; wrong: string[] };
  left: { path: string; why: string }[];
  failed: unknown[];
}
interface Row {
  type: string;
  id: string;
  assetId: string;
  albumId: string;
  fileName: string;
  state: string;
  title: string;
  kind: string;
  role: string;
  hash: string;
  favourite: boolean;
  removed: boolean;
  deleted: boolean;
  capturedAt: string;
  caption: string | null;
  keywords: string[];
  rendering: string | null;
  folder: string | null;
  order: string;
}

describe('a library of Photos', { skip: missing }, () => {
  const world = new World();
  let laptop: Device;
  let family = '';
  before(async () => {
    family = join(world.root, 'Family.photoslibrary');
    cpSync(REAL('Test-26.1'), family, { recursive: true });
    mkdirSync(dirname(join(family, TRASHED)), { recursive: true });
    writeFileSync(join(family, TRASHED), await photo());
    await world.serve();
    assert.equal((await world.account()).code, 0);
    laptop = await world.device('Laptop');
  });
  after(() => world.end());

  const rowsOf = async (email = EMAIL): Promise<Row[]> =>
    (await (await signInByPassword(world.url, email)).ok('changes', { query: { limit: 1000 } })).changes.map(
      ({ entity }) => entity as unknown as Row,
    );
  const seen = (rows: readonly Row[]): string[] =>
    rows
      .filter(({ type }) => type !== 'rendition')
      .map((row) => JSON.stringify({ ...row, people: null, burst: null }))
      .toSorted();
  const named = (rows: readonly Row[], name: string): Row => rows.find(({ type, fileName }) => type === 'asset' && fileName === name)!;
  const partsOf = (rows: readonly Row[], name: string): string[] => {
    const { id } = named(rows, name);
    return rows.flatMap((row) => (row.type === 'resource' && row.assetId === id ? [row.role] : [])).toSorted();
  };
  /** Albums with the folders around them, and their photos. */
  const albumsOf = (rows: readonly Row[]): Record<string, string[]> => {
    const albums = rows.filter(({ type, deleted }) => type === 'album' && !deleted);
    const pathOf = ({ title, folder }: Row): string =>
      `${folder === null ? '' : `${pathOf(albums.find(({ id }) => id === folder)!)}/`}${title}`;
    const photosOf = (album: Row): string[] =>
      rows
        .filter(({ type, albumId, removed }) => type === 'album-item' && albumId === album.id && !removed)
        .map(({ assetId }) => rows.find(({ type, id }) => type === 'asset' && id === assetId)!.fileName);
    return Object.fromEntries(albums.filter(({ kind }) => kind !== 'folder').map((album) => [pathOf(album), photosOf(album)]));
  };

  test(
    'IM-70: a library of Photos comes whole, and it is proven: albums in their folders, who is in a photo, edits, films and its trash',
    { timeout: 480_000 },
    async () => {
      const look = await laptop.json<Proof>('import', '--dry-run', family, LIVE);
      assert.deepEqual(
        [look.complete, look.things['added'], look.albums.all, (await rowsOf()).length],
        [true, 9, 3, 0],
        JSON.stringify(look),
      );

      const page = join(world.root, 'library.html');
      const proof = await laptop.json<Proof>('import', '--html', page, family, LIVE);
      assert.deepEqual([proof.complete, proof.failed, proof.verified.wrong], [true, [], []]);
      assert.deepEqual(
        proof.sources.map(({ origin }) => origin),
        ['photos-library', 'photos-library'],
      );
      assert.deepEqual([proof.told, proof.checksums.agree, proof.checksums.disagree.length], [{ all: 45, matched: 9 }, 7, 2]);
      assert.deepEqual(proof.albums, { all: 3, lines: 15, found: 3, placed: 3, deleted: [] });
      assert.deepEqual(proof.things, {
        all: 9,
        added: 9,
        alreadyThere: 0,
        deletedBefore: 0,
        failed: 0,
        livePhotos: 1,
        withRaw: 0,
        edited: 4,
        favourites: 1,
        hidden: 0,
        trashed: 1,
        leftInTrash: 0,
        undated: 0,
      });
      const whys = Map.groupBy(proof.left, ({ why }) => why);
      assert.deepEqual(Object.fromEntries([...whys].map(([why, its]) => [why, its.length]).toSorted()), {
        'empty-album': 7,
        'no-photo': 2,
        'original-missing': 27,
        referenced: 2,
        'same-edit': 1,
        shared: 6,
        'shared-album': 1,
        'worked-out': 4,
      });
      assert.equal(proof.verified.files, proof.files.fresh);
      assert.match(readFileSync(page, 'utf8'), /a library of Photos/);

      const rows = await rowsOf();
      const wedding = named(rows, 'wedding.jpg');
      assert.deepEqual(
        [wedding.favourite, wedding.caption, wedding.keywords, wedding.capturedAt.slice(0, 19), wedding.capturedAt.slice(-6)],
        [true, 'Bride Wedding day', ['wedding'], '2019-04-15T14:40:24', '-04:00'],
      );
      assert.deepEqual(
        rows.filter(({ state }) => state === 'trashed').map(({ fileName }) => fileName),
        ['IMG_1064.jpeg'],
      );
      assert.equal(named(rows, 'Tulips.jpg').title, 'Tulips tied together at a flower shop');
      assert.deepEqual(partsOf(rows, 'IMG_0728.JPG'), ['adjustment-data', 'edited', 'edited-video', 'live-video', 'original']);
      assert.deepEqual(
        rows
          .filter(({ type, rendering }) => type === 'asset' && rendering !== null)
          .map(({ fileName }) => fileName)
          .toSorted(),
        ['IMG_0021.JPG', 'IMG_0728.JPG', 'Tulips.jpg', 'wedding.jpg'],
      );
      assert.deepEqual(albumsOf(rows), {
        'Pumpkin Farm': ['Pumpkins3.jpg'],
        'I have a deleted twin': ['wedding.jpg'],
        'Folder1/SubFolder2/AlbumInFolder': ['wedding.jpg'],
      });
      // Read by the server when it comes to it: what such a file tells, it tells wherever it came from.
      assert.deepEqual(
        rows.filter(({ type, role }) => type === 'resource' && role === 'sidecar').map(({ fileName }) => fileName),
        ['Pumpkins3.jpg.xmp', 'wedding.jpg.xmp'],
      );

      const again = await laptop.json<Proof>('import', family, LIVE);
      assert.deepEqual(
        [
          again.complete,
          again.things['added'],
          again.things['alreadyThere'],
          again.things['deletedBefore'],
          again.files.fresh,
          again.albums.placed,
        ],
        [true, 0, 8, 1, 0, 0],
      );
      assert.deepEqual(seen(await rowsOf()), seen(rows));
      await laptop.sync();
      assert.equal((await laptop.run('verify')).code, 0);
    },
  );

  test(
    'IM-71: what a person changed since stays, when a library of Photos is imported again by another device',
    { timeout: 480_000 },
    async () => {
      const session = await signInByPassword(world.url);
      const rows = await rowsOf();
      const album = (title: string): string => rows.find((row) => row.type === 'album' && row.title === title)!.id;
      const [wedding, tulips] = [named(rows, 'wedding.jpg').id, named(rows, 'Tulips.jpg').id];
      const changes: Change[] = [
        { name: 'asset.set', args: { assetId: wedding, fields: { favourite: false, caption: null, keywords: [] } } },
        { name: 'asset.set', args: { assetId: tulips, fields: { title: 'Mine' } } },
        { name: 'asset.trash', args: { assetId: named(rows, 'IMG_0014.JPG').id } },
        { name: 'album.delete', args: { albumId: album('SubFolder2') } },
        { name: 'album.set', args: { albumId: album('AlbumInFolder'), fields: { title: 'Renamed', folder: null } } },
        { name: 'album.remove', args: { albumId: album('I have a deleted twin'), assetId: wedding } },
        { name: 'album.delete', args: { albumId: album('Pumpkin Farm') } },
      ];
      const { results } = await session.ok('actions', { body: { actions: changes.map((change) => ({ id: newId(), change })) } });
      assert.deepEqual(
        results.map(({ result }) => result.status),
        changes.map(() => 'applied'),
      );
      const before = seen(await rowsOf());
      const desktop = await world.device('Desktop');
      const proof = await desktop.json<Proof>('import', family, LIVE);
      assert.deepEqual(
        [proof.complete, proof.things['added'], proof.things['alreadyThere'], proof.things['deletedBefore']],
        [true, 0, 7, 2],
      );
      assert.deepEqual(seen(await rowsOf()), before);
    },
  );

  test(
    'IM-72: a library that lies in a folder comes as a library, with the photos around it; one that cannot be read is told',
    { timeout: 480_000 },
    async () => {
      const pictures = join(world.root, 'pictures');
      mkdirSync(join(pictures, 'Old.photoslibrary', 'resources', 'derivatives'), { recursive: true });
      writeFileSync(join(pictures, 'Old.photoslibrary', 'resources', 'derivatives', 'preview.jpg'), await photo());
      writeFileSync(join(pictures, 'beside.jpg'), await photo());
      cpSync(family, join(pictures, 'Family.photoslibrary'), { recursive: true });
      mkdirSync(join(pictures, 'Family.photoslibrary', 'resources', 'derivatives', '1'), { recursive: true });
      writeFileSync(join(pictures, 'Family.photoslibrary', 'resources', 'derivatives', '1', '1EB2B765_1_102_o.jpeg'), await photo());
      const proof = await laptop.json<Proof>('import', pictures);
      assert.deepEqual(
        [proof.complete, proof.things['added'], proof.sources.map(({ origin }) => origin)],
        [true, 1, ['folder', 'photos-library']],
        JSON.stringify(proof),
      );
      assert.deepEqual(
        proof.left.filter(({ why }) => why === 'no-library').map(({ path }) => path),
        ['pictures/Old.photoslibrary'],
      );
      const refused = await laptop.run('import', join(pictures, 'Old.photoslibrary'));
      assert.equal(refused.code, 2);
      assert.match(refused.err, /Old\.photoslibrary has no database/);
    },
  );

  test(
    'IM-75: by way of a device’s folder the files come under their names, with what is told beside them, and never over others; sync brings them',
    { timeout: 480_000 },
    async () => {
      assert.equal((await world.account('bob@example.org')).code, 0);
      const device = await world.device('Bob', 'bob@example.org');
      const month = join(device.folder, 'Imported', '2019', '12');
      mkdirSync(month, { recursive: true });
      writeFileSync(join(month, 'IMG_0728.JPG'), 'somebody’s own');
      const look = await device.json<Proof>('import', '--into-folder', '--dry-run', family, LIVE);
      assert.deepEqual([look.complete, look.things['added'], filesIn(device.folder)], [true, 8, ['Imported/2019/12/IMG_0728.JPG']]);
      const archived = join(world.root, 'unpacked', 'Takeout', 'Google Photos', 'Photos from 2020');
      mkdirSync(archived, { recursive: true });
      writeFileSync(join(archived, 'A.jpg'), await photo());
      writeFileSync(
        join(archived, 'A.jpg.json'),
        JSON.stringify({ title: 'A.jpg', photoTakenTime: { timestamp: '1600000000' }, archived: true }),
      );
      const proof = await device.json<Proof>('import', '--into-folder', family, LIVE, archived);
      assert.deepEqual(
        proof.left.filter(({ why }) => why === 'not-for-a-folder').map(({ path }) => basename(path)),
        ['A.jpg'],
      );
      assert.deepEqual(
        [proof.complete, proof.things['added'], proof.things['leftInTrash'], proof.failed, proof.verified.files, proof.verified.wrong],
        [true, 8, 1, [], proof.files.fresh, []],
      );
      const files = filesIn(device.folder);
      assert.deepEqual(files, [
        'Imported/2018/09/Pumpkins3.jpg',
        'Imported/2018/09/Pumpkins3.jpg.xmp',
        'Imported/2019/04/wedding.AAE',
        'Imported/2019/04/wedding.jpg',
        'Imported/2019/04/wedding.jpg.xmp',
        'Imported/2019/04/wedding_edited.jpeg',
        'Imported/2019/07/Tulips.AAE',
        'Imported/2019/07/Tulips.jpg',
        'Imported/2019/07/Tulips.jpg.xmp',
        'Imported/2019/07/Tulips_edited.jpeg',
        'Imported/2019/12/IMG_0728 (2).AAE',
        'Imported/2019/12/IMG_0728 (2).JPG',
        'Imported/2019/12/IMG_0728 (2).JPG.xmp',
        'Imported/2019/12/IMG_0728 (2).mov',
        'Imported/2019/12/IMG_0728 (2)_edited.jpeg',
        'Imported/2019/12/IMG_0728 (2)_edited.mov',
        'Imported/2019/12/IMG_0728.JPG',
        'Imported/2020/01/AFTERNOON WALK IN TOKYO.jpeg',
        'Imported/2020/01/AFTERNOON WALK IN TOKYO.jpeg.xmp',
        'Imported/2020/01/IMG_0014.JPG',
        'Imported/2020/01/IMG_0014.JPG.xmp',
        'Imported/2020/01/IMG_0021.AAE',
        'Imported/2020/01/IMG_0021.JPG',
        'Imported/2020/01/IMG_0021.JPG.xmp',
        'Imported/2020/01/IMG_0021_edited.jpeg',
        'Imported/2020/03/F78B09C2-DA3E-4171-8CB9-DF16AE4EFE72.JPG',
        'Imported/2020/03/F78B09C2-DA3E-4171-8CB9-DF16AE4EFE72.JPG.xmp',
      ]);
      assert.equal(readFileSync(join(month, 'IMG_0728.JPG'), 'utf8'), 'somebody’s own');
      const again = await device.json<Proof>('import', '--into-folder', family, LIVE);
      assert.deepEqual([again.things['added'], again.things['alreadyThere'], again.files.fresh, filesIn(device.folder)], [0, 8, 0, files]);

      await device.sync();
      const rows = await rowsOf('bob@example.org');
      const beside = (role: string): string[] =>
        rows.flatMap((row) => (row.type === 'resource' && row.role === role && !row.removed ? [row.fileName] : [])).toSorted();
      assert.deepEqual(
        beside('sidecar'),
        files
          .filter((path) => path.endsWith('.xmp'))
          .map((path) => basename(path))
          .toSorted(),
      );
      assert.deepEqual(beside('adjustment-data'), ['IMG_0021.AAE', 'IMG_0728 (2).AAE', 'Tulips.AAE', 'wedding.AAE']);
      const after = await device.json<Proof>('import', '--into-folder', family, LIVE, archived);
      assert.deepEqual([after.things['added'], after.things['alreadyThere'], filesIn(device.folder)], [0, 8, files]);
    },
  );

  test(
    'IM-98: a film and an edit that came by themselves before are joined with their photo when its library is imported, and nothing is there twice',
    { timeout: 480_000 },
    async () => {
      assert.equal((await world.account('eve@example.org')).code, 0);
      const device = await world.device('Eve', 'eve@example.org');

      copyFileSync(join(LIVE, LIVE_FILM), join(device.folder, 'clip.mov'));
      copyFileSync(join(LIVE, LIVE_EDIT), join(device.folder, 'picture.jpeg'));
      await device.sync();
      const before = await rowsOf('eve@example.org');
      assert.equal(before.filter(({ type }) => type === 'asset').length, 2);
      const proof = await device.json<Proof>('import', LIVE);
      assert.deepEqual([proof.complete, proof.failed, proof.verified.wrong], [true, [], []], JSON.stringify(proof));
      const rows = await rowsOf('eve@example.org');
      const live = new Set(rows.flatMap(({ type, state, id }) => (type === 'asset' && state === 'live' ? [id] : [])));
      const hashes = rows.flatMap((row) => (row.type === 'resource' && !row.removed && live.has(row.assetId) ? [row.hash] : []));
      assert.equal(new Set(hashes).size, hashes.length, 'the same bytes are in two places');
      // The film of the library’s photo is the one that was there, and the edit is what is seen of it.
      assert.equal(
        rows.some(({ type, fileName, id }) => type === 'asset' && fileName === 'clip.mov' && live.has(id)),
        false,
      );
      const whole = rows.find(({ type, fileName, id }) => type === 'asset' && fileName === 'picture.jpeg' && live.has(id))!;
      const roles = rows.flatMap((row) => (row.type === 'resource' && !row.removed && row.assetId === whole.id ? [row.role] : []));
      assert.deepEqual(roles.toSorted(), ['adjustment-data', 'alternate', 'edited-video', 'live-video', 'original']);
    },
  );
});

function filesIn(folder: string): string[] {
  const paths = readdirSync(folder, { recursive: true }) as string[];
  return paths.filter((path) => !path.startsWith('.rollcall') && statSync(join(folder, path)).isFile()).toSorted();
}
