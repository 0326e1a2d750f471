import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { hashFile } from './read.ts';

const folder = mkdtempSync(join(tmpdir(), 'rollcall-read-'));
after(() => rmSync(folder, { recursive: true }));

test('EV-25: files that are hashed at the same time have each its own hash, also where one is given up in the middle', async () => {
  const files = Array.from({ length: 12 }, (_, number) => {
    const bytes = Buffer.alloc(1_500_000 + number * 700_000, `photo ${number}`);
    const path = join(folder, `${number}.jpg`);
    writeFileSync(path, bytes);
    return { path, hash: createHash('sha256').update(bytes).digest('hex') };
  });
  // More than once: what the first round left is what the second reads into.
  for (const given of [3, 7, 11]) {
    const stop = new AbortController();
    const hashes = await Promise.all(
      files.map(({ path }, number) =>
        hashFile(path, number === given ? stop.signal : undefined, undefined, () => number === given && stop.abort()).then(
          ({ hash }) => hash,
          (error: unknown) => error,
        ),
      ),
    );
    for (const [number, { hash }] of files.entries())
      if (number === given) assert.equal((hashes[number] as Error).name, 'AbortError');
      else assert.equal(hashes[number], hash, `${number}`);
  }
});
