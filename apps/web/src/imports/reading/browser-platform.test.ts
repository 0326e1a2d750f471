import assert from 'node:assert/strict';
import { createHash, randomBytes } from 'node:crypto';
import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { crc32, deflateRawSync } from 'node:zlib';
import { nodePlatform, pieces, sourcesOf, type Bytes, type Platform } from '@rollcall/importers';
import { browserPlatform, bytesOfBlob } from './browser-platform.ts';

const spool = mkdtempSync(join(tmpdir(), 'rollcall-web-platform-'));
after(() => rmSync(spool, { recursive: true, force: true }));
const PLATFORMS: readonly (readonly [string, Platform])[] = [
  ['of a browser', browserPlatform],
  ['of Node', nodePlatform(spool)],
];

/** An archive of one deflated file, which says of it what it is given. */
function archiveOf(content: Buffer, said: { readonly size?: number; readonly crc?: number; readonly packed?: Buffer } = {}): Buffer {
  const packed = said.packed ?? deflateRawSync(content, { level: 1 });
  const name = Buffer.from('film.mov');
  const [size, crc] = [said.size ?? content.length, said.crc ?? crc32(content)];
  const facts = Buffer.alloc(26);
  facts.writeUInt16LE(20, 0);
  facts.writeUInt16LE(8, 4);
  facts.writeUInt32LE(crc, 10);
  facts.writeUInt32LE(packed.length, 14);
  facts.writeUInt32LE(size, 18);
  facts.writeUInt16LE(name.length, 22);
  const local = Buffer.concat([Buffer.from('PK\x03\x04', 'latin1'), facts, name, packed]);
  const directory = Buffer.concat([Buffer.from('PK\x01\x02\x14\0', 'latin1'), facts, Buffer.alloc(14), name]);
  const end = Buffer.alloc(22);
  end.write('PK\x05\x06', 'latin1');
  end.writeUInt16LE(1, 8);
  end.writeUInt16LE(1, 10);
  end.writeUInt32LE(directory.length, 12);
  end.writeUInt32LE(local.length, 16);
  return Buffer.concat([local, directory, end]);
}

async function open(archive: Buffer, platform: Platform): Promise<Bytes> {
  const file = {
    path: 'a.zip',
    size: archive.length,
    mtimeMs: 0,
    identity: '',
    open: async () => bytesOfBlob(new Blob([archive as BlobPart])),
  };
  const sources = await sourcesOf([{ is: 'archive', file }], platform);
  assert.deepEqual(sources.left, []);
  return sources.open(sources.all[0]!.files[0]!);
}

async function hashOf(bytes: Bytes): Promise<string> {
  const hash = createHash('sha256');
  for await (const piece of pieces(bytes, 0, bytes.size)) hash.update(piece);
  return hash.digest('hex');
}

// Larger than what is unpacked in memory.
const film = Buffer.concat([randomBytes(9_000_000), Buffer.alloc(9_000_000)]);
const small = randomBytes(20_000);

for (const [whose, platform] of PLATFORMS) {
  test(`IM-81: what is large is unpacked apart, and read anywhere in it: ${whose}`, async () => {
    const bytes = await open(archiveOf(film), platform);
    assert.equal(bytes.size, film.length);
    assert.equal(await hashOf(bytes), createHash('sha256').update(film).digest('hex'));
    assert.deepEqual(Buffer.from(await bytes.read(8_999_000, 2000)), film.subarray(8_999_000, 9_001_000));
    await bytes.release();
    assert.deepEqual(readdirSync(spool), []);
  });

  test(`IM-81: what is damaged, cut short or longer than its archive says is not taken: ${whose}`, async () => {
    for (const content of [film, small]) {
      const packed = deflateRawSync(content, { level: 1 });
      for (const archive of [
        archiveOf(content, { crc: 1 }),
        archiveOf(content, { size: content.length - 1 }),
        archiveOf(content, { size: content.length + 1 }),
        archiveOf(content, { packed: packed.subarray(0, packed.length / 2) }),
        archiveOf(content, { packed: Buffer.alloc(packed.length, 0xff) }),
      ])
        await assert.rejects(open(archive, platform), { name: 'Damaged' });
    }
    assert.deepEqual(readdirSync(spool), []);
  });
}

test('IM-81: a disk that fails while an archive is read is no damage of the archive', async () => {
  const archive = archiveOf(film);
  const failing: Bytes = {
    size: archive.length,
    read: async (offset, length) => {
      if (offset < 2_000_000 && offset + length > 1_500_000) throw new DOMException('the disk is gone', 'NotReadableError');
      return archive.subarray(offset, offset + length);
    },
    release: () => Promise.resolve(),
  };
  for (const [, platform] of PLATFORMS) {
    const file = { path: 'a.zip', size: archive.length, mtimeMs: 0, identity: '', open: () => Promise.resolve(failing) };
    const sources = await sourcesOf([{ is: 'archive', file }], platform);
    await assert.rejects(sources.open(sources.all[0]!.files[0]!), { name: 'NotReadableError' });
  }
});
