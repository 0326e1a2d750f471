import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { createWriteStream, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { afterEach, test } from 'node:test';
import { ZipFile } from 'yazl';
import { writeXmp } from '@rollcall/media';
import type { Album, AssetFields, ExportedAlbum, ExportedPhoto, NewResource } from '@rollcall/protocol';
import { newThing } from '../changes.ts';
import { lookAt, plainFields } from '../testing/media.ts';
import { exportedAlbumChanges } from './albums.ts';
import { apartChanges } from './apart.ts';

const LIBRARY = '01900000-0000-7000-8000-00000000000a';
const idOf = (number: number): string => `01900000-0000-7000-8000-${String(number).padStart(12, '0')}`;
const sha = (bytes: Uint8Array | string): string => createHash('sha256').update(bytes).digest('hex');
/** A picture of one pixel, like no other. */
const gif = (mark: string): Buffer =>
  Buffer.concat([
    Buffer.from('47494638396101000100800000ffffff00000021fe', 'hex'),
    Buffer.from([mark.length]),
    Buffer.from(mark),
    Buffer.from('002c00000000010001000002024401003b', 'hex'),
  ]);

const folders: string[] = [];
afterEach(() => {
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true });
});

type Part = readonly [path: string, role: string, bytes: Buffer];

function photoOf(
  number: number,
  parts: readonly Part[],
  fields: Partial<AssetFields> = {},
  more: Partial<ExportedPhoto> = {},
): ExportedPhoto {
  const files = parts.map(([path, role, bytes]) => {
    const mime = role === 'sidecar' ? 'application/rdf+xml' : 'image/gif';
    return { path, role, hash: sha(bytes), size: bytes.length, mime, fileName: null, modifiedAt: 1000 };
  });
  const said = { ...plainFields(parts[0]![0].replace(/.*\//, '')), ...fields };
  const rest = { trashedAt: null, addedAt: 1, shown: null, files, xmp: null, missing: [] };
  return { id: idOf(number), kind: 'photo', state: 'live', fields: said, ...rest, ...more };
}

/** An export as it lies in a folder. */
function exportOf(photos: readonly ExportedPhoto[], files: readonly Part[], head: object = {}): string {
  const root = mkdtempSync(join(tmpdir(), 'rollcall-export-'));
  folders.push(root);
  const list = photos.map((photo) => `${JSON.stringify(photo)}\n`).join('');
  const albums = JSON.stringify({ format: 'rollcall-albums', version: 1, albums: [] });
  const lists = {
    photos: { path: 'photos.jsonl', hash: sha(list), entries: photos.length },
    albums: { path: 'albums.json', hash: sha(albums), entries: 0 },
  };
  const choice = { albums: [], from: null, to: null, favourites: false, trash: true };
  const told = { format: 'rollcall-export', version: 1, library: LIBRARY, madeBy: '0', madeAt: null, choice, ...lists, ...head };
  for (const [path, bytes] of [
    ['rollcall-export.json', JSON.stringify(told)],
    ['photos.jsonl', list],
    ['albums.json', albums],
    ...files.map(([path, , bytes]) => [path, bytes] as const),
  ] as const) {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(join(root, path), bytes);
  }
  return root;
}

test('EX-12: of an export what is told is taken with the bytes that it is told of; what was changed, or is missing, is told of and not made up', async () => {
  const part = (path: string, role: string, mark: string): Part => [path, role, gif(mark)];
  const sound = part('2024/05/a.gif', 'original', 'a');
  const edit = part('2024/05/a_edited.gif', 'edited', 'b');
  const changed = part('2024/05/c.gif', 'original', 'c');
  const lost = part('2024/05/d.gif', 'original', 'd');
  const alone = part('2024/05/d_edited.gif', 'edited', 'e');
  const photos = [
    photoOf(
      1,
      [sound, edit],
      { title: 'Mine', capturedAt: '2001-02-03T04:05:06+07:00', capturedSource: 'person' },
      { shown: sha(edit[2]) },
    ),
    photoOf(2, [changed]),
    photoOf(3, [lost, alone]),
  ];
  const root = exportOf(photos, [sound, edit, ['2024/05/c.gif', '', gif('other')], alone, ['2024/05/new.gif', '', gif('new')]]);
  const { things, plans, surveyed, nameOf } = await lookAt([root]);
  const told = things.map(({ parts, fields, exported }) => [
    parts.map(({ file }) => nameOf(file).replace(/^[^/]*\//, '')),
    fields.title,
    exported?.shown,
  ]);
  assert.deepEqual(told, [
    [['2024/05/a.gif', '2024/05/a_edited.gif'], 'Mine', sha(edit[2])],
    // What somebody put beside it since is a photo as in any folder.
    [['2024/05/new.gif'], null, undefined],
  ]);
  assert.deepEqual([surveyed.originOf(0), things[0]!.fields.capturedAt], ['rollcall-export', '2001-02-03T04:05:06+07:00']);
  assert.deepEqual(
    [...surveyed.left, ...plans.flatMap(({ left }) => left)].map(({ path, why }) => `${path.replace(/.*\//, '')} ${why}`),
    ['c.gif damaged', 'd.gif no-file', 'd_edited.gif no-photo'],
  );
});

test('EX-12: a list that was cut counts as far as it can be read, and one by a newer version is left alone, with its words', async () => {
  const parts: Part[] = [
    ['1/a.gif', 'original', gif('a')],
    ['1/b.gif', 'original', gif('b')],
  ];
  const root = exportOf([photoOf(1, [parts[0]!], { title: 'A' }), photoOf(2, [parts[1]!], { title: 'B' })], parts);
  writeFileSync(join(root, 'photos.jsonl'), `${JSON.stringify(photoOf(1, [parts[0]!], { title: 'A' }))}\n{"id":"01900`);
  const cut = await lookAt([root]);
  assert.deepEqual(
    cut.things.map(({ fields }) => fields.title),
    ['A', null],
  );
  assert.deepEqual(
    cut.surveyed.left.map(({ why, more }) => [why, more]),
    [['damaged', '1 of 2 photos are told of']],
  );
  // What an export leaves that was stopped at its beginning is no photo.
  const begun = exportOf([], [parts[0]!, ['.rollcall-export/0.part', '', parts[1]![2]]], { photos: null, albums: null });
  assert.deepEqual(
    (await lookAt([begun])).things.map(({ fields }) => fields.fileName),
    ['a.gif'],
  );
  const newer = await lookAt([exportOf([photoOf(1, [parts[0]!], { title: 'A' })], [parts[0]!], { version: 2 })]);
  assert.ok(newer.surveyed.left.some(({ why }) => why === 'newer-export'));
  assert.deepEqual([newer.surveyed.originOf(0), newer.things.length], ['folder', 1]);
});

test('EX-12: an export is known in a ZIP file as well, and below other folders', async () => {
  const parts: Part[] = [['2024/05/Café.gif', 'original', gif('a')]];
  const root = exportOf([photoOf(1, parts, { title: 'A' })], parts);
  const zip = new ZipFile();
  for (const path of ['rollcall-export.json', 'photos.jsonl', 'albums.json']) zip.addFile(join(root, path), `Backup/Everything/${path}`);
  // As some systems write accents.
  zip.addFile(join(root, parts[0]![0]), `Backup/Everything/${parts[0]![0].normalize('NFD')}`);
  zip.end();
  await pipeline(zip.outputStream, createWriteStream(join(root, 'all.zip')));
  const { things, surveyed } = await lookAt([join(root, 'all.zip')]);
  assert.deepEqual([things.map(({ fields }) => fields.title), surveyed.originOf(0), surveyed.left], [['A'], 'rollcall-export', []]);
});

test('EX-13: a photo comes as it was shown, with its versions, and what somebody has emptied stays empty though its files tell it', async () => {
  const xmp = Buffer.from(writeXmp({ ...plainFields('a.gif'), title: 'In the file', keywords: ['told'] }));
  const parts: Part[] = [
    ['1/a.gif', 'original', gif('a')],
    ['1/a_version.gif', 'edited', gif('b')],
    ['1/a.gif (2).xmp', 'sidecar', xmp],
  ];
  const { things } = await lookAt([exportOf([photoOf(1, parts, { caption: 'Kept' }, { state: 'trashed' })], parts)]);
  const [thing] = things;
  assert.deepEqual(thing!.exported!.came, { title: 'In the file', keywords: ['told'] });
  const resources = thing!.parts.map(({ role, told, file }): NewResource => ({ role, size: file.size, ...told! }));
  const changes = newThing(thing!, resources, idOf(9));
  assert.deepEqual(
    changes.map(({ name }) => name),
    ['asset.create', 'resource.attach', 'asset.set', 'asset.trash'],
  );
  const [create, attach, set] = changes;
  assert.ok(create?.name === 'asset.create' && attach?.name === 'resource.attach' && set?.name === 'asset.set');
  assert.deepEqual([create.args.fields.title, create.args.fields.caption, create.args.fields.keywords], ['In the file', 'Kept', ['told']]);
  assert.deepEqual([create.args.resources.map(({ role }) => role), attach.args.resource.role], [['original', 'sidecar'], 'edited']);
  assert.deepEqual(set.args.fields, { title: null, keywords: [] });
  const shown = newThing(
    { ...thing!, exported: { ...thing!.exported!, shown: sha(gif('b')), came: {} }, trashed: false },
    resources,
    idOf(9),
  );
  assert.deepEqual(
    shown.map(({ name }) => name),
    ['asset.create'],
  );
});

test('EX-16: what was taken apart comes behind what was taken from it, is made one with it and taken apart again, so that whoever reads the files knows', async () => {
  const film: Part = ['1/a.mov', 'original', gif('film')];
  const still: Part = ['1/a.gif', 'original', gif('still')];
  const lost = { role: 'raw', hash: sha('gone'), size: 4, mime: 'image/x-adobe-dng', fileName: null, modifiedAt: null };
  const part = { ...lost, role: 'live-video', hash: sha(film[2]), mime: 'video/quicktime' };
  const photos = [photoOf(1, [still], {}, { apart: [part, lost] }), photoOf(2, [film], { title: 'Film' })];
  const { things } = await lookAt([exportOf(photos, [still, film])]);
  assert.deepEqual(
    things.map(({ exported }) => [exported!.id, exported!.apart.map((each) => [each.part.hash, each.fields.title])]),
    [
      [idOf(2), []],
      // What is no photo of the export was deleted since: nothing brings it back.
      [idOf(1), [[part.hash, 'Film']]],
    ],
  );
  const changes = apartChanges(idOf(7), things[1]!.exported!.apart, [idOf(8)]);
  assert.deepEqual(
    changes.map(({ name }) => name),
    ['resource.attach', 'asset.split'],
  );
  const split = changes[1]!;
  assert.ok(split.name === 'asset.split');
  assert.deepEqual([split.args.hash, split.args.newId], [part.hash, idOf(8)]);
});

const ALBUM: ExportedAlbum = {
  id: idOf(20),
  kind: 'photos',
  title: 'Sicily',
  order: 'by-hand',
  cover: idOf(1),
  folder: idOf(21),
  position: null,
  rule: null,
  photos: [
    { id: idOf(1), position: 'a1' },
    { id: idOf(2), position: 'a2' },
  ],
};
const FOLDER: ExportedAlbum = { ...ALBUM, id: idOf(21), kind: 'folder', title: 'Trips', folder: null, cover: null, photos: [] };
const own = (id: string): string => id.replace('7000', '8000');
const here = (id: string): string | undefined => (id === idOf(2) ? undefined : id.replace('7000', '9000'));

test('EX-14: albums come in their folders and in their order, with the photos that came', () => {
  const { changes } = exportedAlbumChanges([FOLDER, ALBUM], { albums: [], items: [] }, own, here);
  assert.deepEqual(
    changes.map(({ name, args }) => [name, args.albumId]),
    [
      ['album.create', own(idOf(21))],
      ['album.create', own(idOf(20))],
      ['album.add', own(idOf(20))],
    ],
  );
  const [, create, add] = changes;
  assert.ok(create?.name === 'album.create' && add?.name === 'album.add');
  assert.deepEqual(
    [create.args.fields.folder, create.args.fields.cover, create.args.fields.order],
    [own(idOf(21)), here(idOf(1)), 'by-hand'],
  );
  assert.deepEqual([add.args.assetId, add.args.position], [here(idOf(1)), 'a1']);
});

test('EX-14: what somebody did with an album since it came is not undone, and no album comes twice, also where the export is of this very library', () => {
  const album = (id: string, deleted = false): Album => ({ ...ALBUM, type: 'album', id, deleted, addedAt: 1, addedBy: null });
  const taken = { type: 'album-item', albumId: own(idOf(20)), assetId: here(idOf(1))!, position: 'a1', removed: true } as const;
  const again = exportedAlbumChanges([FOLDER, ALBUM], { albums: [album(own(idOf(20))), album(own(idOf(21)))], items: [taken] }, own, here);
  assert.deepEqual(again, { changes: [], deleted: [] });
  const gone = exportedAlbumChanges([ALBUM], { albums: [album(own(idOf(20)), true)], items: [] }, own, here);
  assert.deepEqual(gone, { changes: [], deleted: ['Sicily'] });
  const same = exportedAlbumChanges([ALBUM], { albums: [album(idOf(20))], items: [] }, own, here);
  assert.deepEqual(
    same.changes.map(({ name, args }) => [name, args.albumId]),
    [['album.add', idOf(20)]],
  );
});

test('EX-15: files of an export without its lists still tell by their XMP what is a favourite, and what is hidden', async () => {
  const root = mkdtempSync(join(tmpdir(), 'rollcall-export-'));
  folders.push(root);
  writeFileSync(join(root, 'a.gif'), gif('a'));
  writeFileSync(join(root, 'a.gif.xmp'), writeXmp({ ...plainFields('a.gif'), title: 'Mine', favourite: true, hidden: true }));
  const [thing] = (await lookAt([root])).things;
  assert.deepEqual([thing!.fields.title, thing!.fields.favourite, thing!.fields.hidden], ['Mine', true, true]);
});
