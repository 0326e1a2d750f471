import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { Readable, Writable } from 'node:stream';
import { after, test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { inflateRawSync } from 'node:zlib';
import type { Grouping } from '@rollcall/core';
import { drawNoise, drawPhoto } from '@rollcall/media/drawing';
import { makeView } from '@rollcall/media/views';
import { inspectFolder } from './inspect-folder.ts';
import { inspect } from './inspect.ts';
import type { Io } from './io.ts';

const MEDIA = fileURLToPath(new URL('../../../../../shared/media', import.meta.url));
const skip = !existsSync(MEDIA) && 'no test media';
if (skip) process.stderr.write(`SKIPPED: the test media are not at ${MEDIA}\n`);

const scratch = mkdtempSync(join(tmpdir(), 'rollcall-inspect-'));
after(() => rmSync(scratch, { recursive: true }));

interface Said {
  readonly code: number;
  readonly out: string;
  readonly err: string;
}

async function listening(run: (io: Io) => Promise<number>): Promise<Said> {
  const text = { out: '', err: '' };
  const into = (key: 'out' | 'err'): Writable =>
    new Writable({ write: (chunk, _encoding, done) => ((text[key] += String(chunk)), done()) });
  const io = { stdin: Readable.from([]), stdout: into('out'), stderr: into('err'), signal: new AbortController().signal, ask: null };
  return { code: await run(io), ...text };
}

const rowsOf = ({ out }: Said): Record<string, unknown>[] =>
  out
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line) as Record<string, unknown>);

test('IN-2: one line of JSON a file, in the order asked, with all its names; without it, lines for a person', async () => {
  const photo = join(scratch, 'a.jpg');
  writeFileSync(photo, await drawPhoto(32, 16, [1, 2, 3]));
  const notes = join(scratch, 'notes.txt');
  writeFileSync(notes, 'hello');
  const said = await listening((io) => inspect({ json: true, files: [photo, notes] }, io));
  assert.equal(said.code, 0);
  const [first, second] = rowsOf(said);
  assert.deepEqual(
    [first?.['path'], first?.['kind'], first?.['mime'], first?.['width'], first?.['error']],
    [photo, 'photo', 'image/jpeg', 32, null],
  );
  assert.deepEqual([second?.['kind'], second?.['mime'], second?.['width']], ['not-media', 'text/plain', null]);
  const names =
    'path kind mime width height orientation rotation display_width display_height captured_at captured_source lat lon make_model live_pair_id burst_id duration_s codec error';
  for (const row of [first, second]) for (const name of names.split(' ')) assert.ok(row && name in row, name);
  const words = await listening((io) => inspect({ json: false, files: [photo, notes] }, io));
  assert.match(words.out, /photo, image\/jpeg\n {2}32 x 16 pixels\n {2}taken .*a guess by the file’s time/);
  assert.match(words.out, /no photo or video: text/);
});

test('CV-9: inspect says of a compressed version what it stands for, and whether it is as it was made', async () => {
  const [path, file] = [join(scratch, 'DSC_1.PNG'), join(scratch, 'renamed.jpeg')];
  writeFileSync(path, await drawNoise(200, 100));
  const [assetId, hash] = ['0197bbbb-0000-7000-8000-000000000001', 'ab'.repeat(32)];
  const made = await makeView('compressed', { path, format: 'png', name: 'DSC_1.PNG', mtimeMs: null, assetId, hash }, { file, film: '' });
  assert.equal(made.state, 'ready');
  const of = { asset_id: assetId, sha256: hash, kind: 'photo', file_name: 'DSC_1.PNG', width: 200, height: 100 };
  assert.deepEqual(rowsOf(await listening((io) => inspect({ json: true, files: [file] }, io)))[0]?.['compressed_of'], {
    ...of,
    intact: true,
  });
  const words = async () => (await listening((io) => inspect({ json: false, files: [file] }, io))).out;
  assert.match(await words(), /^  compressed version of the photo DSC_1.PNG, 200 x 100 pixels \(id 0197bbbb/m);
  writeFileSync(file, Buffer.concat([readFileSync(file), Buffer.from('x')]));
  assert.deepEqual(rowsOf(await listening((io) => inspect({ json: true, files: [file] }, io)))[0]?.['compressed_of'], {
    ...of,
    intact: false,
  });
  assert.match(await words(), /; this file was changed since it was made \(/);
  assert.equal(rowsOf(await listening((io) => inspect({ json: true, files: [path] }, io)))[0]?.['compressed_of'], null);
});

test('IN-3: what cannot be looked at has its reason, holds up nothing, and makes the exit code 3', async () => {
  const [pipe, folder, link, circle, hidden] = ['pipe.jpg', 'folder', 'link.jpg', 'circle.jpg', 'a.jpg'].map((name) =>
    join(scratch, 'odd', name),
  ) as [string, string, string, string, string];
  mkdirSync(folder, { recursive: true });
  execFileSync('sh', ['-c', `mkfifo '${pipe}'`]);
  writeFileSync(hidden, await drawPhoto(8, 8, [1, 2, 3]));
  symlinkSync(hidden, link);
  symlinkSync(circle, circle);
  const files = [pipe, folder, join(scratch, 'odd', 'none.jpg'), circle, '/dev/zero', link];
  const said = await listening((io) => inspect({ json: true, files }, io));
  assert.equal(said.code, 3);
  assert.deepEqual(
    rowsOf(said).map(({ error }) => String(error).replace(/,.*|:.*/, '')),
    ['it is not a file', 'it is a folder', 'there is no such file', 'it is a link that leads in a circle', 'it is not a file', 'null'],
  );
});

test('IN-4: a file of a thousand gigabytes is looked at in its parts', async () => {
  for (const name of [
    'endless.jpg',
    'endless.tif',
    'endless.dng',
    'endless.mov',
    'endless.png',
    'endless.mkv',
    'endless.heic',
    'endless.x3f',
  ]) {
    const file = join(scratch, name);
    const heads: Record<string, string | Uint8Array> = {
      'endless.jpg': await drawPhoto(8, 8, [1, 2, 3]),
      'endless.tif': 'II*\0\x08\0\0\0',
      'endless.dng': 'II*\0\x08\0\0\0',
      'endless.mov': '\0\0\0\x14ftypqt  \0\0\0\0qt  ',
      'endless.png': '\x89PNG\r\n\x1a\n',
      'endless.mkv': '\x1a\x45\xdf\xa3matroska',
      'endless.heic': '\0\0\0\x14ftypheic\0\0\0\0mif1',
      'endless.x3f': 'FOVb',
    };
    writeFileSync(file, Buffer.from(heads[name] as string, 'latin1'));
    truncateSync(file, 1e12);
    const said = await listening((io) => inspect({ json: true, files: [file] }, io));
    assert.equal(said.code, 0, name);
    assert.equal(rowsOf(said).length, 1, name);
  }
});

interface Expected {
  readonly live_video?: string;
  readonly live_still?: string;
  readonly edited_of?: string;
  readonly adjusts?: string;
  readonly raw?: string;
  readonly raw_of?: string;
  readonly motion_part_of?: string;
  readonly sidecar?: string;
  readonly burst_group?: string;
  readonly burst_pick?: boolean;
  readonly video_offset?: number;
  readonly video_length?: number;
}

function manifestRows(): Record<string, string>[] {
  const [header, ...lines] = readFileSync(join(MEDIA, 'MANIFEST.tsv'), 'utf8').trimEnd().split('\n');
  const names = header!.split('\t');
  return lines.map((line) => Object.fromEntries(line.split('\t').map((value, at) => [names[at]!, value])));
}

test('IN-5: the test media are grouped as their manifest says, and every file has one place', { skip }, async () => {
  const said = await listening((io) => inspectFolder({ json: true, folder: MEDIA }, io));
  const found = JSON.parse(said.out) as Grouping & { unread: unknown[] };
  assert.deepEqual([said.code, found.unread], [0, []]);
  const rows = manifestRows();
  const assetOf = (path: string): Grouping['assets'][number] | undefined =>
    found.assets.find(({ members }) => members.some((each) => each.path === path));
  const roleIn = (path: string, other: string): string | undefined => assetOf(other)?.members.find((each) => each.path === path)?.role;
  let checked = 0;
  const check = (path: string, of: string, role: string): void => {
    assert.equal(roleIn(path, of), role, `${path} in ${of}`);
    checked += 1;
  };
  for (const row of rows) {
    const path = row['path']!;
    if (path.includes('!') || path.split('/').some((part) => part.startsWith('.'))) continue;
    assert.equal(Number(assetOf(path) !== undefined) + Number(found.others.includes(path)), 1, `${path} has one place`);
    const expected = JSON.parse(row['expected'] || '{}') as Expected;
    const film = path.endsWith('.MOV');
    if (expected.edited_of !== undefined) check(path, expected.edited_of, film ? 'edited-video' : 'edited');
    else if (expected.live_video !== undefined) check(expected.live_video, path, 'live-video');
    if (expected.adjusts !== undefined) check(path, expected.adjusts, 'adjustment-data');
    if (expected.live_still !== undefined && expected.edited_of === undefined) check(path, expected.live_still, 'live-video');
    if (expected.raw_of !== undefined) check(path, expected.raw_of, 'raw');
    if (expected.raw !== undefined) check(expected.raw, path, 'raw');
    if (expected.sidecar !== undefined) check(expected.sidecar, path, 'sidecar');
    if (expected.video_offset !== undefined)
      assert.deepEqual(assetOf(path)?.members[1], {
        path,
        role: 'live-video',
        within: { offset: expected.video_offset, length: expected.video_length },
      });
    // The phone's own choice of a frame stands in no file of these, but the first frame is what it chose.
    if (row['kind'] === 'burst') assert.equal(assetOf(path)?.burst?.key, expected.burst_pick === true, path);
    const alone =
      ['live-still', 'live-video', 'photo', 'video'].includes(row['kind']!) &&
      expected.live_video === undefined &&
      expected.live_still === undefined;
    if (alone && path.startsWith('live/odd/')) assert.equal(assetOf(path)?.members.length, 1, path);
  }
  assert.ok(checked >= 12, `${checked} checked`);
  const bursts = Map.groupBy(
    rows.filter((row) => row['kind'] === 'burst'),
    (row) => (JSON.parse(row['expected'] || '{}') as Expected).burst_group ?? row['burst_id'],
  );
  assert.equal(bursts.size, 2);
  assert.deepEqual(
    found.bursts.map(({ frames }) => frames.toSorted()).toSorted(),
    [...bursts.values()].map((frames) => frames.map(({ path }) => path!).toSorted()).toSorted(),
  );
});

/** Writes what is in an archive below a folder. */
function unpack(archive: string, folder: string): void {
  const zip = readFileSync(archive);
  let at = zip.readUInt32LE(zip.lastIndexOf('PK\x05\x06', undefined, 'latin1') + 16);
  while (zip.readUInt32LE(at) === 0x0201_4b50) {
    const [nameLength, extra, comment] = [zip.readUInt16LE(at + 28), zip.readUInt16LE(at + 30), zip.readUInt16LE(at + 32)];
    const path = join(folder, zip.toString('utf8', at + 46, at + 46 + nameLength));
    const local = zip.readUInt32LE(at + 42);
    const start = local + 30 + zip.readUInt16LE(local + 26) + zip.readUInt16LE(local + 28);
    const packed = zip.subarray(start, start + zip.readUInt32LE(at + 20));
    mkdirSync(dirname(path), { recursive: true });
    if (!path.endsWith('/')) writeFileSync(path, zip.readUInt16LE(at + 10) === 0 ? packed : inflateRawSync(packed));
    at += 46 + nameLength + extra + comment;
  }
}

test('IN-8: what both takeouts hold, put side by side, is grouped as the manifest says', { skip }, async () => {
  const [folder, takeouts] = [join(scratch, 'takeouts'), /^(takeout-(?:apple|google))\/[^!]*\.zip!/];
  const rows = manifestRows().filter(({ path }) => takeouts.test(path!));
  for (const archive of new Set(rows.map(({ path }) => path!.split('!')[0]!)))
    unpack(join(MEDIA, archive), join(folder, archive.split('/')[0]!));
  const said = await listening((io) => inspectFolder({ json: true, folder }, io));
  const found = JSON.parse(said.out) as Grouping;
  const unpacked = (path: string): string => path.replace(takeouts, '$1/');
  const checked = new Map<string, number>();
  const check = (path: string, of: string, role: string): void => {
    const members = found.assets.find((each) => each.members.some((member) => member.path === unpacked(of)))?.members;
    assert.equal(members?.find((member) => member.path === unpacked(path))?.role, role, `${path} in ${of}`);
    checked.set(role, (checked.get(role) ?? 0) + 1);
  };
  for (const row of rows) {
    const [path, expected] = [row['path']!, JSON.parse(row['expected'] || '{}') as Expected];
    if (expected.edited_of !== undefined) check(path, expected.edited_of, 'edited');
    if (expected.live_video !== undefined) check(expected.live_video, path, 'live-video');
    if (expected.live_still !== undefined) check(path, expected.live_still, 'live-video');
    if (expected.motion_part_of !== undefined) check(path, expected.motion_part_of, 'live-video');
    // Also where a takeout's other archive holds it.
    if (expected.sidecar !== undefined) check(expected.sidecar, path, 'sidecar');
  }
  assert.deepEqual(Object.fromEntries(checked), { edited: 1, 'live-video': 5, sidecar: 13 });
});

test('IN-6: hidden files and links are no part of a folder’s photos; a folder that is not there is told', async () => {
  const folder = join(scratch, 'grouped');
  mkdirSync(join(folder, '.hidden'), { recursive: true });
  for (const name of ['a.jpg', '.b.jpg', '.hidden/c.jpg']) writeFileSync(join(folder, name), await drawPhoto(8, 8, [1, 2, 3]));
  symlinkSync('/', join(folder, 'root'));
  const said = await listening((io) => inspectFolder({ json: false, folder }, io));
  assert.deepEqual([said.code, said.out], [0, 'a.jpg (photo)\n1 photo or video\n']);
  const none = await listening((io) => inspectFolder({ json: true, folder: join(scratch, 'nowhere') }, io));
  assert.deepEqual([none.code, none.out], [3, '']);
  assert.match(none.err, /cannot be looked into/);
});
