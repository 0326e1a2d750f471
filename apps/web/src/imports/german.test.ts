import assert from 'node:assert/strict';
import { test } from 'node:test';
import { LEFT_WHY, proofLines, proofLists, proofPage, proofSums, type LeftWhy, type Proof } from '@rollcall/importers/portable';
import { speak } from '@rollcall/protocol';
import { GERMAN } from '../language/german.ts';

const proof: Proof = {
  version: 1,
  dryRun: false,
  begunAt: '2026-01-02T03:04:05.000Z',
  importedAt: '2026-01-02T03:04:55.000Z',
  endedAt: '2026-01-02T03:05:05.000Z',
  complete: true,
  stopped: null,
  sources: [{ name: 'takeout.zip', kind: 'zip', origin: 'apple-export', files: 1 }],
  missingParts: [3],
  files: { found: 1200, media: 1000, bytes: 6_000_000, fresh: 8, freshBytes: 5_000_000 },
  told: { all: 4, matched: 3 },
  things: {
    all: 5,
    added: 1,
    alreadyThere: 1,
    deletedBefore: 1,
    failed: 1,
    livePhotos: 1,
    withRaw: 1,
    edited: 1,
    favourites: 2,
    hidden: 1,
    trashed: 1,
    leftInTrash: 1,
    undated: 1,
  },
  albums: { all: 1, lines: 2, found: 1, placed: 1, deleted: ['Rom'] },
  checksums: { agree: 1, disagree: ['a.jpg'] },
  verified: { files: 8, bytes: 5_000_000, wrong: ['b.jpg'] },
  room: { needed: 5_000_000, free: 1_000_000 },
  withoutData: ['c.jpg'],
  otherDates: ['d.jpg'],
  left: (Object.keys(LEFT_WHY) as LeftWhy[]).map((why) => ({ path: 'x', why })),
  failed: [{ path: 'e.jpg', words: '' }],
};

test('IM-84: all that a report says is said in the page’s language, also what is kept of it', (t) => {
  t.after(() => speak({ tag: 'en-GB', messages: {} }));
  const both = [
    proof,
    { ...proof, dryRun: true, verified: { files: 0, bytes: 0, wrong: [] } },
    { ...proof, complete: false, stopped: 'x.' },
  ];
  const texts = (): string[] =>
    both.flatMap((each) => [
      ...proofLines(each).map(({ words }) => words),
      ...proofLists(each).map(({ title }) => title),
      ...proofSums(each).map(({ words }) => words),
    ]);
  const english = texts();
  speak(GERMAN);
  const german = texts();
  assert.equal(german.length, english.length);
  assert.ok(english.length > 80);
  // Nothing is left in English but what both languages call alike.
  assert.deepEqual(
    german.filter((text, at) => text === english[at]),
    [],
  );
  assert.match(german.join('\n'), /1\.000 Foto- und Filmdateien \(6 MB\) unter 1\.200 Dateien\./);
  assert.match(proofPage(proof), /<html lang="de">.*<title>Was importiert wurde – Rollcall<\/title>/s);
});
