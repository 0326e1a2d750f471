import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { cpSync, lstatSync, mkdirSync, readdirSync, readFileSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { hostname } from 'node:os';
import { dirname, join } from 'node:path';
import { test, type TestContext } from 'node:test';
import { readSidecar } from '@rollcall/media';
import { change, copyOf, folder, missing, realLibrary } from '../../apple-photos/test/shared.ts';
import type { Left } from '../../found.ts';
import { openSources } from '../../node/open.ts';
import { survey } from '../../survey.ts';
import { lookAt, type Looked } from '../../testing/media.ts';
import { makePhotosLibrary, type MadeLibrary, type MadePhoto } from '../../testing/photos-library.ts';
import { filmOrPicture, put } from './support.ts';

/** A library that is made, with files that are known for what they are. */
function made(t: TestContext, photos: readonly MadePhoto[], how: MadeLibrary = {}): string {
  const root = join(folder(t), how.kind === 'ios' ? 'Phone' : 'Made.photoslibrary');
  makePhotosLibrary(root, photos, how);
  for (const below of ['originals', 'resources/renders', 'DCIM'])
    for (const path of filesIn(root, below)) writeFileSync(join(root, path), filmOrPicture(path));
  return root;
}

function filesIn(root: string, below: string): string[] {
  try {
    const paths = (readdirSync(join(root, below), { recursive: true }) as string[]).map((path) => `${below}/${path}`);
    return paths.filter((path) => lstatSync(join(root, path)).isFile());
  } catch {
    return [];
  }
}

const leftOf = ({ surveyed, plans }: Looked): Left[] => [...surveyed.left, ...plans.flatMap(({ left }) => left)];
const reasons = (looked: Looked): Record<string, string> =>
  Object.fromEntries(
    leftOf(looked).map(({ path, why, more }) => [
      /\((.+)\)$/.exec(path)?.[1] ?? path.replace(/^[^:/]+[:/] ?/, ''),
      more === undefined ? why : `${why}: ${more}`,
    ]),
  );
const came = ({ things }: Looked): Record<string, string> =>
  Object.fromEntries(things.map(({ fields, parts }) => [fields.fileName, parts.map(({ role, name }) => `${role} ${name}`).join(', ')]));

test('IM-62: what is only in iCloud, missing, outside, shared or not whole is told with why, and never made up from what lies in its place', async (t) => {
  const library = made(t, [
    { uuid: 'here', name: 'A.HEIC' },
    { uuid: 'away', here: -1 },
    { uuid: 'gone', noFile: true },
    { uuid: 'lost', noFile: true, master: 1 },
    { uuid: 'smaller', here: -1, bytes: 5000 },
    { uuid: 'shared', saved: 4, master: null },
    { uuid: 'link', bundleScope: 1, master: null },
    { uuid: 'message', saved: 12, bundleScope: 3, syndication: 'x', master: null },
    { uuid: 'outside', saved: 10, directory: '/Users/somebody/Pictures', master: null },
    { uuid: 'expunging', trashed: 2 },
    { uuid: 'coming', complete: 0 },
    { uuid: 'half', name: 'Half.HEIC', live: true, liveHere: -1 },
    { uuid: 'halved', name: 'Halved.HEIC', live: true, noLiveFile: true },
    { uuid: 'trashed', name: 'T.HEIC', trashed: 1 },
  ]);
  put(join(library, 'originals/s/smaller.heic'), filmOrPicture('smaller'));
  put(join(library, 'resources/derivatives/a/away_1_102_o.jpeg'), filmOrPicture('preview'));
  const looked = await lookAt([library]);
  assert.deepEqual(reasons(looked), {
    away: 'only-in-icloud',
    gone: 'original-missing: iCloud has it',
    lost: 'original-missing: iCloud does not have it either, as far as is known',
    smaller: 'only-in-icloud: a smaller version lies here',
    shared: 'shared',
    link: 'passed-on',
    message: 'passed-on',
    outside: 'referenced',
    expunging: 'incomplete: it was about to be deleted for good',
    coming: 'incomplete',
    half: 'part-missing: its film, which may be in iCloud: download it in Photos, and import again',
    halved: 'part-missing: its film',
    ...Object.fromEntries(
      // A name of six letters is no id by which Photos would call files.
      filesIn(library, 'originals')
        .filter((path) => /shared|link|message|expunging|coming|smaller/.test(path))
        .map((path) => [path, 'no-row']),
    ),
  });
  assert.deepEqual(came(looked), {
    'A.HEIC': 'original A.HEIC',
    'Half.HEIC': 'original Half.HEIC',
    'Halved.HEIC': 'original Halved.HEIC',
    'T.HEIC': 'original T.HEIC',
  });
  assert.deepEqual(looked.things.map(({ fields, trashed }) => [fields.fileName, trashed]).at(-1), ['T.HEIC', true]);
});

test('IM-63: an iPhone’s folders come as a library: films by their names, edits by where they lie', async (t) => {
  const library = made(
    t,
    [
      { uuid: 'A', live: true, name: 'IMG_0001.HEIC' },
      { uuid: 'B', edited: true, name: 'IMG_0002.HEIC' },
    ],
    { kind: 'ios' },
  );
  const edits = 'PhotoData/Mutations/DCIM/100APPLE/IMG_0002/Adjustments';
  put(join(library, edits, 'FullSizeRender.heic'), filmOrPicture('edit'));
  put(join(library, edits, 'Adjustments.plist'), 'plist');
  put(join(library, 'PhotoData/Thumbnails/V2/DCIM/100APPLE/IMG_0002.JPG/5005.JPG'), filmOrPicture('thumbnail'));
  put(join(library, 'DCIM/100APPLE/IMG_0009.JPG'), filmOrPicture('unknown'));
  const looked = await lookAt([library]);
  assert.deepEqual(came(looked), {
    'IMG_0001.HEIC': 'original IMG_0001.HEIC, live-video IMG_0001.MOV',
    'IMG_0002.HEIC': 'original IMG_0002.HEIC, edited IMG_0002_edited.heic, adjustment-data IMG_0002.AAE',
  });
  assert.deepEqual(reasons(looked), { 'DCIM/100APPLE/IMG_0009.JPG': 'no-row' });
  assert.deepEqual(came(await lookAt([dirname(library)])), came(looked), 'also where it lies in a folder');
  const spool = folder(t);
  rmSync(join(library, 'DCIM'), { recursive: true });
  await assert.rejects(openSources([library], spool), { code: 'ENOLIBRARY', message: /both DCIM and PhotoData/ });
  assert.deepEqual(readdirSync(spool), []);
});

test('IM-64: an edit that was taken back is not shown, the still of a film’s edit is no edit of it, and what is twice in a library is one photo', async (t) => {
  const [back, film, one, two] = ['1', '2', '3', '4'].map((digit) => `${digit.repeat(8)}-AAAA-AAAA-AAAA-AAAAAAAAAAAA`) as [
    string,
    string,
    string,
    string,
  ];
  const library = made(t, [
    { uuid: back, name: 'Back.HEIC', edited: true },
    { uuid: film, name: 'Film.MOV', edited: true, video: true },
    { uuid: one, name: 'One.HEIC', trashed: 1 },
    { uuid: two, name: 'Two.HEIC' },
  ]);
  change(library, `UPDATE ZASSET SET ZADJUSTMENTSSTATE = 0 WHERE ZUUID = '${back}'`);
  writeFileSync(join(library, `originals/3/${one}.heic`), readFileSync(join(library, `originals/4/${two}.heic`)));
  const looked = await lookAt([library]);
  assert.deepEqual(came(looked), {
    'Back.HEIC': 'original Back.HEIC',
    'Film.MOV': 'original Film.MOV',
    'One.HEIC': 'original One.HEIC',
    'Two.HEIC': 'original Two.HEIC',
  });
  assert.deepEqual(reasons(looked), {
    [`resources/renders/1/${back}_1_201_a.jpeg`]: 'made',
    [`resources/renders/2/${film}_1_201_a.jpeg`]: 'made',
    [one]: `same-photo: Made.photoslibrary: Two.HEIC (${two})`,
  });
});

test('IM-65: who was named in a photo comes as XMP beside it, with the same bytes each time', { skip: missing }, async (t) => {
  const told: string[] = [];
  for (let times = 0; times < 2; times += 1) {
    const sources = await openSources([realLibrary('Test-26.1')], folder(t));
    const surveyed = await survey(sources, new AbortController().signal);
    const parts = [...surveyed.libraries.values()].flatMap(({ rows }) => rows.flatMap((row) => row.parts));
    for (const { file, role, name = '' } of parts.filter((part) => part.role === 'sidecar')) {
      const opened = await sources.open(file);
      const bytes = await opened.read(0, opened.size);
      assert.deepEqual([role, bytes.length], ['sidecar', file.size]);
      const facts = await readSidecar(name, bytes);
      assert.deepEqual(Object.keys(facts!.fields), ['people']);
      told.push(
        `${name}: ${facts!.fields.people!.map((person) => person.name).join(', ')} ${createHash('sha256').update(bytes).digest('hex')}`,
      );
    }
    await sources.close();
  }
  assert.equal(told.length, 6);
  assert.deepEqual(told.slice(0, 3), told.slice(3));
  assert.deepEqual(
    told.slice(0, 3).map((line) => line.replace(/ [0-9a-f]{64}$/, '')),
    ['Pumpkins3.jpg.xmp: Katie, Suzy', 'wedding.jpg.xmp: Maria', 'wedding_edited.jpg.xmp: Maria'],
  );
});

test(
  'IM-66: a library is not written to, and one that lies in a folder is no folder of photos; one that cannot be read says why',
  { skip: missing },
  async (t) => {
    const pictures = folder(t);
    const library = join(pictures, 'Test-26.1.photoslibrary');
    const real = copyOf(t, 'Test-26.1');
    const state = (root: string): string[] =>
      filesIn(root, '.').map((path) => {
        const { size, mtimeMs, ctimeMs } = lstatSync(join(root, path));
        return `${path} ${size} ${mtimeMs} ${ctimeMs}`;
      });
    const before = state(real);
    const direct = await lookAt([real]);
    assert.deepEqual(state(real), before);
    cpSync(real, library, { recursive: true });
    put(join(library, 'resources/derivatives/1/preview.jpeg'), filmOrPicture('preview'));
    put(join(pictures, 'beside.jpg'), filmOrPicture('beside'));
    mkdirSync(join(pictures, 'Broken.photoslibrary', 'database'), { recursive: true });
    writeFileSync(join(pictures, 'Broken.photoslibrary', 'database', 'Photos.sqlite'), 'version https://git-lfs');
    put(join(pictures, 'Broken.photoslibrary', 'originals/A/A.jpeg'), filmOrPicture('broken'));
    const around = await lookAt([pictures]);
    assert.deepEqual(
      around.things.map(({ fields }) => fields.fileName).toSorted(),
      ['beside.jpg', ...direct.things.map(({ fields }) => fields.fileName)].toSorted(),
    );
    const [broken] = leftOf(around).filter(({ why }) => why === 'no-library');
    assert.match(`${broken?.path}: ${broken?.more}`, /Broken\.photoslibrary: .*only stands for a file that was not fetched/);
    await assert.rejects(openSources([join(pictures, 'Broken.photoslibrary')], folder(t)), { code: 'ENOLIBRARY' });
    const plain = folder(t);
    for (const path of ['PhotoData/a.jpg', 'database/b.jpg', 'originals/c.jpg']) put(join(plain, path), filmOrPicture(path));
    const looked = await lookAt([plain]);
    assert.deepEqual(looked.things.map(({ fields }) => fields.fileName).toSorted(), ['a.jpg', 'b.jpg', 'c.jpg']);
    writeFileSync(
      join(library, 'database', 'Photos.sqlite.lock'),
      `<?xml version="1.0"?><plist version="1.0"><dict><key>hostname</key><string>${hostname()}</string><key>pid</key><integer>${process.pid}</integer></dict></plist>`,
    );
    change(library, 'ALTER TABLE ZADDITIONALASSETATTRIBUTES RENAME COLUMN ZTITLE TO ZELSE');
    assert.deepEqual(
      leftOf(await lookAt([library])).flatMap(({ why, more }) => (why === 'not-whole' ? [more] : [])),
      ['Photos has it open: what is told is of the moment at which it was copied', 'not to be told from its database: titles'],
    );
    truncateSync(join(library, 'database', 'Photos.sqlite'), 200_000);
    rmSync(join(library, 'database', 'Photos.sqlite-wal'), { force: true });
    const cut = await lookAt([library]).catch((error: Error & { code?: string }) => error);
    if (cut instanceof Error) assert.equal(cut.code, 'ENOLIBRARY');
    else assert.ok(leftOf(cut).some(({ why }) => why === 'not-whole'));
  },
);
