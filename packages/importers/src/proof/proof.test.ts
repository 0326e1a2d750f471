import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Proof } from './proof.ts';
import { proofPage } from './page.ts';
import { proofWords } from './words.ts';

const proof = (more: Partial<Proof> = {}): Proof => ({
  version: 1,
  dryRun: false,
  begunAt: '2026-01-02T03:04:05.000Z',
  importedAt: '2026-01-02T03:04:55.000Z',
  endedAt: '2026-01-02T03:05:05.000Z',
  complete: true,
  stopped: null,
  sources: [{ name: 'takeout.zip', kind: 'zip', origin: 'google-takeout', files: 12 }],
  missingParts: [],
  files: { found: 12, media: 6, bytes: 6_000_000, fresh: 8, freshBytes: 5_000_000 },
  told: { all: 4, matched: 4 },
  things: {
    all: 5,
    added: 4,
    alreadyThere: 1,
    deletedBefore: 0,
    failed: 0,
    livePhotos: 1,
    withRaw: 0,
    edited: 1,
    favourites: 0,
    hidden: 0,
    trashed: 0,
    leftInTrash: 0,
    undated: 0,
  },
  albums: { all: 1, lines: 2, found: 2, placed: 2, deleted: [] },
  checksums: { agree: 0, disagree: [] },
  verified: { files: 8, bytes: 5_000_000, wrong: [] },
  room: null,
  withoutData: [],
  otherDates: [],
  left: [],
  failed: [],
  ...more,
});

test('IM-45: a proof says in words how much there was, what was added, that the cloud read it again, and everything that was not matched, with why', () => {
  const words = proofWords(
    proof({
      left: [
        { path: 'x/a.json', why: 'no-photo' },
        { path: 'x/b.json', why: 'several-photos', more: 'x/b.jpg, x/c.jpg' },
      ],
    }),
  ).join('\n');
  assert.match(words, /takeout\.zip: Google Takeout, 12 files/);
  assert.match(words, /5 photos and videos: 1 Live Photo, 1 edited\./);
  assert.match(words, /Added: 4, with 8 files \(5 MB\)\. There already: 1\./);
  assert.match(words, /The cloud read 8 files \(5 MB\) again: each is byte for byte what was read here\./);
  assert.match(words, /1 file: data of a photo that is not there\n {2}x\/a\.json/);
  assert.match(words, /x\/b\.json \(x\/b\.jpg, x\/c\.jpg\)/);
});

test('IM-46: a look ahead says what would come and whether there is room; an end before the end says why, and how to go on; nothing is called verified then', () => {
  const look = proofWords(proof({ dryRun: true, room: { needed: 5_000_000, free: 3_000_000 } })).join('\n');
  assert.match(look, /New to the library: 4 photos and videos/);
  assert.match(look, /5 MB of room are needed, 3 MB are free: 2 MB are lacking\./);
  assert.doesNotMatch(look, /byte for byte/);
  const stopped = proofWords(proof({ complete: false, stopped: 'You stopped it.' })).join('\n');
  assert.match(stopped, /It stopped before its end: You stopped it\. Run it again, and it goes on from there\./);
  assert.doesNotMatch(stopped, /byte for byte/);
  const wrong = proofWords(proof({ verified: { files: 7, bytes: 4_000_000, wrong: ['x.jpg'] } })).join('\n');
  assert.match(wrong, /: 1 are not what was read here\./);
});

test('IM-47: the page of a proof needs nothing else, runs nothing, and shows names as what they are', () => {
  const page = proofPage(proof({ failed: [{ path: '<img src=x onerror=alert(1)>\u202egpj.exe', words: '"&' }] }));
  assert.doesNotMatch(page, /<script|<img|src=x onerror=alert\(1\)>|\u202e|https?:/);
  assert.match(page, /&#60;img src=x onerror=alert\(1\)&#62;\ufffdgpj\.exe/);
  assert.match(page, /default-src 'none'/);
  assert.equal(page.match(/<title>/g)?.length, 1);
});

test('IM-77: the proof of an import into a folder says where the files were put, that they were read again there, and what stayed behind', () => {
  const base = proof({ folder: '/home/ann/Pictures/Imported' });
  const words = proofWords({ ...base, things: { ...base.things, favourites: 1 } }).join('\n');
  assert.match(words, /Put into \/home\/ann\/Pictures\/Imported: 4, with 8 files/);
  assert.match(words, /Read in the folder were 8 files \(5 MB\) again: each is byte for byte/);
  assert.match(
    words,
    /This device brings them into the cloud when it syncs\.\nA folder has no place for 1 favourite and 2 entries of albums/,
  );
  assert.doesNotMatch(words, /The cloud read/);
  const plain = proofWords(proof({ folder: '/f', albums: { all: 0, lines: 0, found: 0, placed: 0, deleted: [] } })).join('\n');
  assert.doesNotMatch(plain, /no place for/);
  const library = proofWords(
    proof({
      left: [
        { path: 'L: IMG_1.HEIC (A)', why: 'only-in-icloud' },
        { path: 'L: Trips', why: 'worked-out' },
      ],
    }),
  ).join('\n');
  assert.match(library, /1 photo or video: the original is only in iCloud.*\n {2}L: IMG_1\.HEIC \(A\)/);
  assert.match(library, /1 album: an album whose photos/);
});
