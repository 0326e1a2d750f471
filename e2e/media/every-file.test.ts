import assert from 'node:assert/strict';
import { cpSync, readdirSync, readFileSync, statSync, chmodSync } from 'node:fs';
import { join } from 'node:path';
import { after, describe, test } from 'node:test';
import { createClient, type ChangesPage, type Entity } from '@rollcall/protocol';
import { mediaIn } from '../support/media.ts';
import { until } from '../support/program.ts';
import { hashOf, World } from '../support/world.ts';

const { missing, folder: MEDIA } = mediaIn();

/** Kinds of the manifest that are not photos or videos: archives, sidecars, tables. */
const LEFT_OUT = /\.(txt|tsv|md|zip|aae|xmp|json|csv)$/i;
/** Those of them that hold data of one photo beside them: they are kept with it, and arrive nowhere. */
const BESIDE: readonly string[] = [
  'edits/IMG_1853.AAE',
  'live/IMG_3582.AAE',
  'live/IMG_O3582.AAE',
  'portrait/IMG_O5747.AAE',
  'sidecar/DSC_5001.JPG.xmp',
  'sidecar/DSC_5002.xmp',
];

interface Listed {
  items: { path: string; hash: string | null; inSync: boolean; primary: string | null }[];
}

describe('every file of the test media', { skip: missing }, () => {
  const world = new World();
  after(() => world.end());

  test(
    'E2E-40: each photo or video arrives on B byte for byte; what is not media is left out by name and shown; nothing blocks',
    { timeout: 240_000 },
    async () => {
      await world.serve();
      assert.equal((await world.account()).code, 0);
      const a = await world.device('Laptop');
      cpSync(MEDIA, a.folder, { recursive: true });
      for (const entry of readdirSync(a.folder, { recursive: true, withFileTypes: true }))
        chmodSync(join(entry.parentPath, entry.name), entry.isDirectory() ? 0o755 : 0o644);
      const b = await world.device('Desktop');
      for (const device of [a, b]) await device.sync();
      const arrived = new Set(b.files().values());
      const listed = new Map((await a.json<Listed>('ls')).items.map((item) => [item.path, item]));
      let media = 0;
      for (const [path, hash] of a.files()) {
        const item = listed.get(path);
        const name = path.slice(path.lastIndexOf('/') + 1);
        if (name.startsWith('.')) assert.equal(item?.primary, 'hidden-file', path);
        else if (BESIDE.includes(path)) assert.deepEqual([item?.inSync, arrived.has(hash)], [true, false], path);
        else if (LEFT_OUT.test(name)) assert.equal(item?.primary, 'not-a-photo', path);
        else {
          media += 1;
          assert.equal(item?.inSync, true, `${path}: ${item?.primary}`);
          assert.ok(arrived.has(hash), `${path} did not arrive`);
        }
      }
      assert.ok(media > 130, `${media} photos and videos`);
      for (const device of [a, b]) {
        const proof = await device.run('verify');
        assert.equal(proof.code, 0, proof.out + proof.err);
      }
    },
  );

  test('E2E-41: each of them has a picture or an honest tile, and the pictures are pictures', { timeout: 300_000 }, async () => {
    const token = readFileSync(join(world.root, 'Laptop.home', 'token'), 'utf8').trim();
    const headers = { authorization: `Bearer ${token}` };
    const call = createClient(async ({ method, path, headers: own, body }) => {
      const response = await fetch(`${world.url}${path}`, {
        method,
        headers: { ...own, ...headers },
        ...(body === undefined ? {} : { body }),
      });
      return { status: response.status, text: await response.text() };
    });
    const entities = async (): Promise<Entity[]> => {
      const all: Entity[] = [];
      for (let cursor: string | undefined, page: ChangesPage | null = null; !page?.complete; cursor = page.cursor) {
        const answer = await call('changes', { query: cursor === undefined ? {} : { cursor } });
        assert.ok(answer.ok, answer.ok ? '' : answer.refusal.words);
        page = answer.value;
        all.push(...page.changes.map((change) => change.entity));
      }
      return all;
    };
    const told = await until(
      async () => {
        const all = await entities();
        const live = all.filter((entity) => entity.type === 'asset' && entity.state === 'live').length;
        return all.filter((entity) => entity.type === 'rendition').length === live ? all : null;
      },
      'a picture or a tile of every asset',
      240_000,
    );
    let pictures = 0;
    for (const entity of told) {
      if (entity.type !== 'rendition') continue;
      if (entity.state === 'unavailable') {
        assert.match(entity.words ?? '', /\S/);
        continue;
      }
      pictures += 1;
      const response = await fetch(`${world.url}/api/v1/assets/${entity.assetId}/renditions/thumbnail`, { headers });
      assert.equal(response.status, 200);
      assert.match(response.headers.get('content-type') ?? '', /^image\/(webp|jpeg)$/);
      const start = Buffer.from(await response.arrayBuffer())
        .subarray(0, 12)
        .toString('latin1');
      assert.match(start, /^RIFF....WEBP$|^\u00ff\u00d8\u00ff/s);
    }
    assert.ok(pictures > 100, `${pictures} pictures`);
  });
});

test('E2E-42: the test media are those of the manifest', { skip: missing }, () => {
  const rows = readFileSync(join(MEDIA, 'MANIFEST.tsv'), 'utf8')
    .split('\n')
    .slice(1)
    .filter((row) => row !== '')
    .map((row) => row.split('\t'));
  const files = rows.filter(([path]) => !path?.includes('!'));
  assert.ok(files.length > 100);
  for (const row of files) {
    const path = join(MEDIA, row[0] as string);
    assert.equal(statSync(path).size, Number(row[8]), row[0]);
    assert.equal(hashOf(readFileSync(path)), row[9], row[0]);
  }
});
