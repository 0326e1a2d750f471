import assert from 'node:assert/strict';
import { createWriteStream, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { after, test } from 'node:test';
import { crc32 } from 'node:zlib';
import { openPromise as openByOthers } from 'yauzl';
import { ZipFile } from 'yazl';
import { bytesInMemory } from '../bytes.ts';
import { nodePlatform } from '../node/platform.ts';
import { MEDIA, missing } from '../testing/media.ts';
import { directoryOf, startOf } from './directory.ts';

const folder = mkdtempSync(join(tmpdir(), 'rollcall-directory-'));
after(() => rmSync(folder, { recursive: true, force: true }));
const platform = nodePlatform(folder);

/** Name, size, packed size, sum and place of each file, and where its bytes begin. */
async function ours(path: string): Promise<unknown[]> {
  const bytes = bytesInMemory(readFileSync(path));
  const all = [];
  for await (const { name, size, packed, crc32: sum, at, method } of directoryOf(bytes, platform))
    all.push({ name, size, packed, sum, at, method, start: await startOf(bytes, at) });
  return all;
}

async function theirs(path: string): Promise<unknown[]> {
  const zip = await openByOthers(path, {
    lazyEntries: true,
    decodeStrings: true,
    strictFileNames: true,
    validateFileNames: false,
  } as never);
  const all = [];
  for await (const entry of zip.eachEntry()) {
    const { fileDataStart } = await zip.readLocalFileHeaderPromise(entry, { minimal: true });
    all.push({
      name: entry.fileName,
      size: entry.uncompressedSize,
      packed: entry.compressedSize,
      sum: entry.crc32,
      at: entry.relativeOffsetOfLocalHeader,
      method: entry.compressionMethod,
      start: fileDataStart,
    });
  }
  return all;
}

async function made(name: string, forceZip64Format: boolean): Promise<string> {
  const path = join(folder, name);
  const zip = new ZipFile();
  for (const each of ['a.jpg', 'Été/ü.jpg', '日本.heic']) zip.addBuffer(Buffer.from(each.repeat(50)), each, { forceZip64Format });
  zip.end({ forceZip64Format, comment: 'by a test' });
  await pipeline(zip.outputStream, createWriteStream(path));
  return path;
}

test('IM-82: an archive’s directory is read as others read it, ZIP64 and with a comment that looks like its end', async () => {
  for (const path of [await made('plain.zip', false), await made('wide.zip', true)]) {
    const all = await ours(path);
    assert.equal(all.length, 3);
    assert.deepEqual(all, await theirs(path));
    const archive = Buffer.concat([
      readFileSync(path).subarray(0, -'by a test'.length),
      Buffer.from('PK\x05\x06 is no end, and is longer than one'),
    ]);
    const comment = archive.length - archive.indexOf('PK\x05\x06', 0, 'latin1') - 22;
    archive.writeUInt16LE(comment, archive.length - comment - 2);
    writeFileSync(path, archive);
    assert.deepEqual(await ours(path), all);
  }
});

test('IM-82: and so are those of real takeouts', { skip: missing }, async () => {
  for (const below of ['takeout-google', 'takeout-apple'])
    for (const name of readdirSync(join(MEDIA, below))) {
      const path = join(MEDIA, below, name);
      assert.deepEqual(await ours(path), await theirs(path), name);
    }
});

/** An archive of one empty file with this name. */
function named(raw: Buffer, flags: number, extra: Buffer): Buffer {
  const facts = Buffer.alloc(26);
  facts.writeUInt16LE(flags, 2);
  facts.writeUInt16LE(raw.length, 22);
  facts.writeUInt16LE(extra.length, 24);
  const local = Buffer.concat([Buffer.from('PK\x03\x04', 'latin1'), facts, raw, extra]);
  const directory = Buffer.concat([Buffer.from('PK\x01\x02\x14\0', 'latin1'), facts, Buffer.alloc(14), raw, extra]);
  const end = Buffer.alloc(22);
  end.write('PK\x05\x06', 'latin1');
  end.writeUInt16LE(1, 10);
  end.writeUInt32LE(directory.length, 12);
  end.writeUInt32LE(local.length, 16);
  return Buffer.concat([local, directory, end]);
}

async function nameOf(archive: Buffer): Promise<string> {
  for await (const { name } of directoryOf(bytesInMemory(archive), platform)) return name;
  throw new Error('there is none');
}

test('IM-82: names are in the letters of old PCs where nothing else is said, in UTF-8 where it is, or as is told beside them', async () => {
  const none = Buffer.alloc(0);
  assert.equal(await nameOf(named(Buffer.from([0x83, 0x2e, 0x6a, 0xe1, 0x01]), 0, none)), 'â.jß☺');
  assert.equal(await nameOf(named(Buffer.from('â日.jpg'), 0x0800, none)), 'â日.jpg');
  const old = Buffer.from('plain.jpg');
  const beside = (sum: number): Buffer => {
    const text = Buffer.from('日本.jpg');
    const field = Buffer.alloc(9);
    field.writeUInt16LE(0x7075, 0);
    field.writeUInt16LE(5 + text.length, 2);
    field.writeUInt8(1, 4);
    field.writeUInt32LE(sum, 5);
    return Buffer.concat([field, text]);
  };
  assert.equal(await nameOf(named(old, 0, beside(crc32(old)))), '日本.jpg');
  assert.equal(await nameOf(named(old, 0, beside(1))), 'plain.jpg', 'it was written for another name');
});

test('IM-82: what is no archive, or is cut anywhere, is said to be so, and no read goes outside of it', async () => {
  const whole = readFileSync(await made('cut.zip', true));
  const outside: string[] = [];
  for (let end = 0; end < whole.length; end += 7) {
    const bytes = bytesInMemory(whole.subarray(0, end));
    const watched = {
      ...bytes,
      read: (offset: number, length: number) => {
        if (offset < 0) outside.push(`${offset} of ${end}`);
        return bytes.read(offset, length);
      },
    };
    await assert.rejects(async () => {
      for await (const _ of directoryOf(watched, platform));
    }, Error);
  }
  assert.deepEqual(outside, []);
});
