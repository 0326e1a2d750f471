import assert from 'node:assert/strict';
import { test } from 'node:test';
import { AS_USUAL, deletionWords, policyOf, WARNINGS } from '@rollcall/core';
import { REASON_CODES, tellReason } from '@rollcall/protocol';
import * as words from './counted-words.ts';
import { restWords } from './status-words.ts';
import { receiptWords } from './receipt.ts';
import { headlineWords } from './status-words.ts';

const NONE = { onDevice: 0, inSync: 0, moving: 0, waiting: 0, held: 0, failing: 0, needsYou: 0, excluded: 0 };

/** Everything that is said of a number of things. */
function said(count: number): Record<string, string> {
  const policy = policyOf(AS_USUAL);
  const headline = (counts: object): string => headlineWords({ counts: { ...NONE, ...counts }, upToDate: true, away: false, policy });
  const told = (['count', 'inADay', 'tries', 'restarts', 'notSafe', 'trashed', 'open', 'paths'] as const).map((name) => ({
    [name]: count,
    ...(name === 'inADay' ? { count: 0 } : {}),
    path: 'a.jpg',
    deviceName: 'Phone',
  }));
  const reasons = REASON_CODES.flatMap((code) =>
    told.map((evidence): [string, string] => {
      const { words: why, cure, ends } = tellReason({ code, since: 1, evidence });
      return [`${code} ${Object.keys(evidence)[0]}`, `${why} ${ends.words} ${cure}`];
    }),
  );
  return {
    media: words.mediaWords(count),
    files: words.filesWords(count),
    allSafe: words.allSafeWords(count),
    inSync: words.inSyncWords({ ...NONE, onDevice: 2, inSync: count }, count),
    leftOut: words.leftOutWords(count),
    parts: words.partsWords({
      onDevice: 7 * count,
      inSync: count,
      moving: count,
      waiting: count,
      held: count,
      failing: count,
      needsYou: count,
      excluded: count,
    }),
    wentMissing: words.wentMissingWords(count),
    heldQuestion: words.heldQuestionWords(count),
    settling: words.settlingWords(count),
    stillWait: words.stillWaitWords(count),
    lost: words.lostWords(count),
    daysLeft: words.daysLeftWords(count),
    emptied: words.emptiedWords(count, '1 kB', count),
    moved: words.movedWords(count, 1000),
    roomAgain: words.roomAgainWords('asset.trash', count, 1000) + words.roomAgainWords('asset.restore', count, 1000),
    rest: restWords(count) ?? '',
    receipt: receiptWords({ at: '2026-05-03T14:26:00Z', items: 9, bytes: 1, digest: 'd' }, count),
    safe: headline({ inSync: count }),
    open: headline({ inSync: count, failing: count }),
    deletion: deletionWords({ photos: count, devices: ['Laptop'], undoable: 'for 30 days' }),
    stopped: WARNINGS['agent-stopped'].words({ open: count }),
    ...Object.fromEntries(reasons),
  };
}

const OF_MANY = /\b(?<![:.,\d])1 (?:photos|files|items|days|times|others|are|were|have|wait|need|go)\b/;
const OF_ONE = /\b(?<![:.,\d])(?:0|2) (?:photo(?! or)|photo or video|file|item|day|time|other|is|was|waits|needs|goes)\b/;

test('WY-38: whatever is said of a number of things is in its grammar, of none, of one and of two', () => {
  for (const count of [0, 1, 2])
    for (const [name, text] of Object.entries(said(count)))
      assert.doesNotMatch(text, count === 1 ? OF_MANY : OF_ONE, `${name} of ${count}`);
  assert.equal(said(1)['parts'], '1 in sync, 1 moving, 1 waiting, 1 held by your settings, 1 failing, will retry, 1 needs you, 1 left out');
  assert.match(said(2)['parts'] ?? '', /2 need you/);
  assert.equal(said(0)['parts'], '0 in sync');
  assert.equal(said(1)['emptied'], '1 deleted for good, 1 kB freed. 1 was kept: it was restored meanwhile.');
  assert.equal(
    said(1)['heldQuestion'],
    '1 photo went missing here. Bring it back: rollcall held keep. Delete it everywhere: rollcall held trash.',
  );
  // Every function of the room is held to it.
  assert.equal(Object.keys(words).length, 15);
});

test('CS-23: what moves to Recently Deleted, or comes back from it, is told with its bytes, and that their room is free only when they leave it', () => {
  assert.match(
    words.movedWords(2, 3_200_000),
    /^2 photos \(3\.2 MB\) moved to Recently Deleted\. The room is free only when they leave it: /,
  );
  assert.equal(words.roomAgainWords('asset.trash', 1, 500), ' (500 bytes); it takes room in the cloud as before');
  assert.match(words.roomAgainWords('asset.create', 2, 500), /now in Recently Deleted; the room is free only when they leave it$/);
  assert.equal(words.roomAgainWords('asset.set', 2, 500), '');
});
