import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { classOf, REASON_CODES, tellReason } from '@rollcall/protocol';
import { isVouched, mayBegin } from './begin.ts';
import { Tally } from './counts.ts';
import { isKeptBeside } from './kept.ts';
import { judgeOverwrite } from './overwrite.ts';
import { A, anyRows, bound, calm, codes, doing, file, H1, H2, incoming, remote, rows } from './plan.testing.ts';
import { planFile, planIncoming, type FileRows } from './plan.ts';
import type { Trouble } from './rows.ts';

const H3 = '3'.repeat(64);
const down: Trouble = { code: 'server-unreachable', evidence: {}, tries: 1, nextTry: 1_005_000, since: 900_000 };

test('PL-1: a file is read before anything else is done with it', () => {
  const plan = planFile(rows({ file: file({ hash: null }) }), calm);
  assert.deepEqual(doing(plan), ['hash']);
  assert.deepEqual(codes(plan), ['hashing']);
});

test('PL-2: a photo that the cloud does not have is sent; one that it has is only bound', () => {
  assert.deepEqual(doing(planFile(rows(), calm)), ['send-new']);
  assert.deepEqual(doing(planFile(rows({ match: remote() }), calm)), ['bind']);
});

test('PL-3: bytes that were deleted are sent again only when a person put them here since', () => {
  const old = file({ newHere: false });
  for (const purgedBefore of [true, false]) {
    const match = purgedBefore ? null : remote({ state: 'trashed' });
    const plan = planFile(rows({ file: old, match, purgedBefore }), calm);
    assert.deepEqual(doing(plan), []);
    assert.deepEqual(codes(plan), ['deleted-before']);
    assert.deepEqual(doing(planFile(rows({ match, purgedBefore: false }), calm)), ['send-new']);
  }
});

test('KF-10: a file that waits for an answer is still asked about after it was moved, and one that is forgotten is left alone', () => {
  const match = remote({ state: 'trashed' });
  assert.deepEqual(codes(planFile(rows({ match, word: 'asked' }), calm)), ['deleted-before']);
  assert.deepEqual(codes(planFile(rows({ match, word: 'forgotten' }), calm)), ['excluded-by-rule']);
  // In the library again, it is that photo.
  for (const word of ['asked', 'forgotten'] as const) assert.deepEqual(doing(planFile(rows({ match: remote(), word }), calm)), ['bind']);
});

test('KF-9: what is lacking is not fetched while a file here has its bytes and is about to be bound', () => {
  assert.deepEqual(doing(planIncoming(incoming({ settling: true }), calm)), []);
  assert.deepEqual(codes(planIncoming(incoming({ settling: true }), calm)), ['applying']);
  const trouble: Trouble = { code: 'deleted-before', evidence: {}, tries: 1, nextTry: null, since: 1 };
  assert.deepEqual(doing(planFile(rows({ file: file({ trouble }), match: remote() }), calm)), ['bind']);
  assert.deepEqual(doing(planFile(rows({ file: file({ trouble }), match: remote({ state: 'trashed' }) }), calm)), []);
});

test('PL-4: in sync means: bytes equal the base and the cloud, acknowledged, nothing queued', () => {
  assert.deepEqual(planFile(rows({ file: bound(), remote: remote() }), calm), { actions: [], reasons: [] });
  const queued = { n: 1, name: 'asset.create' as const, assetId: A, hash: H1, answered: false };
  assert.deepEqual(codes(planFile(rows({ file: bound(), queued: [queued] }), calm)), ['committing']);
  assert.deepEqual(codes(planFile(rows({ file: bound(), remote: remote(), queued: [{ ...queued, answered: true }] }), calm)), [
    'awaiting-acknowledgement',
  ]);
});

test('PL-5: a photo deleted elsewhere goes here, unless its bytes changed here', () => {
  assert.deepEqual(doing(planFile(rows({ file: bound(), remote: remote({ state: 'trashed' }) }), calm)), ['remove-file']);
  assert.deepEqual(doing(planFile(rows({ file: bound({ hash: H2 }), remote: remote({ state: 'trashed' }) }), calm)), ['send-change']);
});

test('PL-6: bytes changed elsewhere are fetched; bytes changed here are sent', () => {
  const completed = remote({}, H2);
  const parts = remote().resources.map((each) => ({ ...each, removed: true }));
  assert.deepEqual(
    doing(planFile(rows({ file: bound(), remote: { ...completed, resources: [...parts, ...completed.resources] } }), calm)),
    ['fetch'],
  );
  assert.deepEqual(doing(planFile(rows({ file: bound({ hash: H2 }), remote: remote() }), calm)), ['send-change']);
});

test('RS-1: bytes that were agreed on and that the cloud has never heard of are given back, not overwritten', () => {
  assert.deepEqual(doing(planFile(rows({ file: bound(), remote: remote({}, H2) }), calm)), ['send-change']);
  assert.deepEqual(doing(planFile(rows({ file: bound(), remote: null }), calm)), ['send-new']);
  // A film that was a part of the photo is no edit of it.
  assert.deepEqual(doing(planFile(rows({ file: bound({ kind: 'video' }), remote: remote({}, H2) }), calm)), ['let-go']);
});

test('RD-5: a file that has the bytes of its asset without having agreed on them agrees now', () => {
  assert.deepEqual(planFile(rows({ file: bound({ baseHash: H2 }), remote: remote() }), calm).actions, [
    { do: 'bind', assetId: A, hash: H1 },
  ]);
});

test('PL-7: only a name other than the one that was written is a rename', () => {
  const placed = bound({ path: '2024/05/IMG_1 (2).JPG', writtenName: 'IMG_1 (2).JPG' });
  assert.deepEqual(planFile(rows({ file: placed, remote: remote() }), calm).actions, []);
  assert.deepEqual(planFile(rows({ file: { ...placed, path: '2024/05/Beach.JPG' }, remote: remote() }), calm).actions, [
    { do: 'rename-asset', assetId: A, name: 'Beach.JPG' },
  ]);
  assert.deepEqual(planFile(rows({ file: placed, remote: remote({ fileName: 'Sea.JPG' }) }), calm).actions, [
    { do: 'rename-file', assetId: A, name: 'Sea.JPG' },
  ]);
});

test('PL-8: a missing file is trashed only when two looks agree, and only the last of its asset', () => {
  const missing = bound({ missingSince: 5 });
  assert.deepEqual(doing(planFile(rows({ file: missing, remote: remote() }), calm)), []);
  assert.deepEqual(doing(planFile(rows({ file: { ...missing, gone: true }, remote: remote() }), calm)), ['trash']);
  assert.deepEqual(doing(planFile(rows({ file: { ...missing, gone: true }, remote: remote(), siblings: 1 }), calm)), ['forget-file']);
  assert.deepEqual(doing(planFile(rows({ file: { ...missing, gone: true }, remote: remote({ state: 'trashed' }) }), calm)), [
    'forget-file',
  ]);
});

test('HD-7: a held deletion does nothing, and says so with the number that wait, unless the photo was deleted elsewhere meanwhile', () => {
  const each = { file: bound({ missingSince: 5, gone: true, held: true }), remote: remote(), held: { count: 12, inADay: 14 } };
  const plan = planFile(rows(each), calm);
  assert.deepEqual(plan.actions, []);
  assert.deepEqual(plan.reasons, [{ code: 'mass-delete-held', since: 5, evidence: { count: 12, inADay: 14 } }]);
  assert.deepEqual(codes(planFile(rows(each), { ...calm, server: [down] })), ['mass-delete-held', 'server-unreachable']);
  assert.deepEqual(doing(planFile(rows({ ...each, remote: remote({ state: 'trashed' }) }), calm)), ['forget-file']);
  assert.deepEqual(doing(planFile(rows({ ...each, siblings: 1 }), calm)), ['forget-file']);
  assert.deepEqual(codes(planFile(rows({ ...each, file: { ...each.file, gone: false } }), calm)), ['mass-delete-held']);
  assert.deepEqual(planIncoming(incoming({ missing: 1 }), calm), { actions: [], reasons: [] });
});

test('PL-9: nothing is inferred, sent or removed while the folder is not there', () => {
  const folder: Trouble = { code: 'folder-missing', evidence: {}, tries: 0, nextTry: null, since: 1 };
  fc.assert(
    fc.property(anyRows(), (each) => {
      const plan = planFile(each, { ...calm, folder: [folder] });
      assert.deepEqual(plan.actions, []);
      if (each.file.excluded === null) assert.deepEqual(codes(plan), ['folder-missing']);
    }),
  );
  assert.deepEqual(planIncoming(incoming(), { ...calm, folder: [folder] }).actions, []);
});

test('PL-10: while the server does not answer nothing is begun that needs it, and every item says so first', () => {
  const conditions = { ...calm, server: [down] };
  const plan = planFile(rows(), conditions);
  assert.deepEqual(plan.actions, []);
  assert.deepEqual(codes(plan), ['server-unreachable', 'queued']);
  assert.equal(plan.reasons[0]?.since, down.since);
  assert.deepEqual(planFile(rows({ file: bound(), remote: remote() }), conditions).reasons, []);
});

test('PL-11: an asset that is not here is fetched, unless it is leaving or its file is being settled', () => {
  assert.deepEqual(doing(planIncoming(incoming(), calm)), ['fetch']);
  assert.deepEqual(doing(planIncoming(incoming({ missing: 1 }), calm)), []);
  assert.deepEqual(
    doing(planIncoming(incoming({ queued: [{ n: 1, name: 'asset.trash', assetId: A, hash: null, answered: false }] }), calm)),
    [],
  );
  assert.deepEqual(doing(planIncoming(incoming({ remote: remote({ state: 'trashed' }) }), calm)), []);
});

test('PL-12: an item with a trouble waits for its time, and then is tried again', () => {
  const trouble: Trouble = { code: 'quota-full', evidence: { needed: 5, free: 1 }, tries: 1, nextTry: calm.now + 1, since: 7 };
  const waiting = planFile(rows({ file: file({ trouble }) }), calm);
  assert.deepEqual(waiting.actions, []);
  assert.equal(waiting.reasons[0]?.code, 'quota-full');
  assert.deepEqual(doing(planFile(rows({ file: file({ trouble }) }), { ...calm, now: calm.now + 1 })), ['send-new']);
  assert.deepEqual(doing(planFile(rows({ file: file({ trouble: { ...trouble, nextTry: null } }) }), { ...calm, now: calm.now + 1e9 })), []);
});

test('PL-18: a try that was put off before the clock was set back is made now', () => {
  const trouble: Trouble = { code: 'quota-full', evidence: {}, tries: 1, nextTry: calm.now + 86_400_000, since: calm.now + 86_399_000 };
  assert.deepEqual(doing(planFile(rows({ file: file({ trouble }) }), calm)), ['send-new']);
});

test('PL-20: what took a photo’s place is left out as long as it is there, and is a missing photo when it is gone', () => {
  const link = file({ assetId: A, hash: null, baseHash: H1, excluded: 'not-a-photo', mime: 'a link' });
  assert.equal(planFile(rows({ file: link, remote: remote() }), calm).reasons[0]?.code, 'not-a-photo');
  const gone = { ...link, missingSince: calm.now - 9000, gone: true };
  assert.deepEqual(doing(planFile(rows({ file: gone, remote: remote() }), calm)), ['trash']);
});

test('PL-13: for all rows: an item has an action or a reason, or is in sync with bytes that the cloud has', () => {
  fc.assert(
    fc.property(anyRows(), (each) => {
      const plan = planFile(each, calm);
      if (plan.reasons.length > 0) {
        for (const reason of plan.reasons) assert.notEqual(tellReason(reason).ends.words, '');
        return;
      }
      assert.deepEqual(plan.actions, []);
      assert.equal(each.file.hash !== null && each.remote?.resources.some((resource) => resource.hash === each.file.hash), true);
      assert.equal(each.remote?.asset.state, 'live');
      assert.equal(
        each.queued.some((change) => change.name === 'asset.create'),
        false,
      );
    }),
  );
});

test('PL-15: a copy of a photo as it was stays beside its edit, and is in sync; a single file shows the edit', () => {
  const copy = bound();
  const [original] = remote().resources;
  assert.ok(original);
  const edit = { ...original, id: 'e'.repeat(32), role: 'edited', hash: H2 };
  const edited = { ...remote({ rendering: edit.id }), resources: [original, edit] };
  assert.deepEqual(planFile(rows({ file: copy, remote: edited, shownBeside: true }), calm), { actions: [], reasons: [] });
  assert.deepEqual(doing(planFile(rows({ file: copy, remote: edited }), calm)), ['fetch']);
});

test('PL-21: of several files of one photo exactly one follows its edits, the nearest to what is shown, whichever is looked at first', () => {
  const [original] = remote().resources;
  assert.ok(original);
  const edits = [H2, H3].map((hash, at) => ({ ...original, id: String(at).repeat(32), role: 'edited', hash }));
  const edited = { ...remote({ rendering: edits[1]?.id ?? null }), resources: [original, ...edits] };
  const follows = (...hashes: string[]): number[] => {
    const copies = hashes.map((hash, key) => ({ key, hash, baseHash: hash }));
    return copies
      .filter(
        (copy) =>
          !isKeptBeside(
            copy,
            copies.filter(({ key }) => key !== copy.key),
            edited,
          ),
      )
      .map(({ key }) => key);
  };
  assert.deepEqual(follows(H1, H2), [1], 'the last edit, and not the original kept beside it');
  assert.deepEqual(follows(H2, H1), [0]);
  assert.deepEqual(follows(H1, H1), [0], 'of the same bytes one');
  assert.deepEqual(follows(H3, H2, H1), [0], 'the shown one is there');
  assert.deepEqual(follows(H1), [0]);
});

test('PL-47: a copy that is kept beside a photo stays as it is while the file that follows it is changed here, and until that is sent', () => {
  const [original] = remote().resources;
  assert.ok(original);
  const edit = { ...original, id: 'e'.repeat(32), role: 'edited', hash: H2 };
  const edited = { ...remote({ rendering: edit.id }), resources: [original, edit] };
  const kept = { key: 1, hash: H1, baseHash: H1 };
  for (const hash of [null, H3]) {
    const follows = { key: 2, hash, baseHash: H2 };
    assert.equal(isKeptBeside(kept, [follows], edited), true);
    assert.equal(isKeptBeside(follows, [kept], edited), false);
  }
});

test('PL-45: what the cloud may have told, and this device has not heard yet, is not offered as new; with the rest of the feed it is', () => {
  const plan = planFile(rows({ heard: false }), calm);
  assert.deepEqual([doing(plan), codes(plan), plan.after], [[], ['queued'], 'feed']);
  assert.deepEqual(doing(planFile(rows({ heard: true }), calm)), ['send-new']);
  const down = planFile(rows({ heard: false }), { ...calm, direction: 'download-only' });
  assert.deepEqual(codes(down), ['not-in-this-direction'], 'what is not to go waits for nothing');
});

test('PL-46: of several photos with the bytes of a file that was moved it is the one whose file is gone', () => {
  const other = remote({ id: '01900000-0000-7000-8000-000000000002' });
  const gone = file({ key: 2, path: 'old/IMG_1 (2).JPG', assetId: A, baseHash: H1, missingSince: 900_000 });
  const boundTo = (vanished: NonNullable<FileRows['vanished']>): unknown => planFile(rows({ match: other, vanished }), calm).actions;
  const bind = (assetId: string): unknown => [{ do: 'bind', assetId, hash: H1 }];
  assert.deepEqual(boundTo([]), bind(other.asset.id), 'a copy');
  assert.deepEqual(boundTo([{ file: gone, remote: remote(), sameInode: true }]), bind(A));
  const without = { ...remote(), resources: [] };
  assert.deepEqual(boundTo([{ file: gone, remote: without, sameInode: true }]), bind(other.asset.id), 'the cloud has the bytes there');
});

test('PL-22: what is in the way of a photo is told until the next try has begun, and no longer', () => {
  const trouble: Trouble = { code: 'permission-missing', evidence: {}, tries: 2, nextTry: calm.now, since: 7 };
  const due = planFile(rows({ file: file({ trouble }) }), calm);
  assert.deepEqual([doing(due), codes(due)], [['send-new'], ['permission-missing', 'queued']]);
  assert.equal(due.reasons[0]?.since, 7);
  const transfer = { phase: 'sending' as const, offset: 1, size: 10 };
  assert.deepEqual(codes(planFile(rows({ file: file({ trouble }), transfer }), calm)), ['sending']);
  const incoming = {
    remote: remote(),
    queued: [],
    transfer: null,
    trouble,
    lacking: remote().resources,
    settling: false,
    missing: 0,
    since: 1,
  };
  assert.deepEqual(codes(planIncoming(incoming, calm)), ['permission-missing', 'queued']);
  assert.deepEqual(
    planFile(rows({ file: bound({ trouble }), remote: remote() }), calm).reasons,
    [],
    'nothing is in the way of what is done',
  );
});

test('PL-23: a photo that was deleted elsewhere is removed here only when all that is here is read, and a copy of it bound only after the first answer', () => {
  const all = { folder: true, unread: 0, asked: true, vouched: true };
  const remove = { do: 'remove-file' as const, assetId: A };
  const bind = { do: 'bind' as const, assetId: A, hash: H1 };
  assert.deepEqual([mayBegin(remove, all), mayBegin(bind, all)], [true, true]);
  assert.equal(mayBegin(remove, { ...all, unread: 1 }), false);
  assert.equal(mayBegin(remove, { ...all, folder: false }), false);
  assert.equal(mayBegin(bind, { ...all, asked: false }), false);
  assert.equal(mayBegin(bind, { ...all, unread: 1 }), true);
  assert.equal(mayBegin({ do: 'hash' }, { folder: false, unread: 9, asked: false, vouched: false }), true);
});

test('RD-25: what was deleted elsewhere goes here only on the word of a server that was heard a moment ago', () => {
  const known = { folder: true, unread: 0, asked: true, vouched: false };
  assert.equal(mayBegin({ do: 'remove-file', assetId: A }, known), false);
  assert.equal(mayBegin({ do: 'trash', assetId: A }, known), true);
  assert.equal(isVouched(null, 5000), false, 'it was not heard since the folder is back');
  assert.deepEqual(
    [5000, 3000, 2999, 5001].map((heard) => isVouched(heard, 5000)),
    [true, true, false, false],
  );
  const trashed = rows({ file: bound(), remote: remote({ state: 'trashed' }) });
  const away = { ...calm, server: [{ code: 'offline' as const, evidence: {}, tries: 1, nextTry: null, since: 1 }] };
  assert.deepEqual([doing(planFile(trashed, calm)), doing(planFile(trashed, away))], [['remove-file'], []]);
  assert.deepEqual(codes(planFile(trashed, away)), ['offline', 'applying'], 'and it says what it waits for');
});

test('PL-14: a planned deletion, here or there, is always of bytes that both sides agreed on', () => {
  fc.assert(
    fc.property(anyRows(), (each) => {
      for (const action of planFile(each, calm).actions) {
        if (action.do === 'remove-file') assert.equal(each.file.hash, each.file.baseHash);
        if (action.do === 'trash') assert.equal(each.file.gone && !each.file.held && each.siblings === 0, true);
      }
    }),
  );
});

test('OV-1: an overwrite is an edit only when capture time and camera exist and match', () => {
  const taken = {
    capturedAt: '2024-05-06T10:00:00.12',
    capturedSource: 'exif' as const,
    camera: { make: 'Apple', model: 'iPhone 15', lens: null },
  };
  const facts = { oldIsPrefix: false, sinceAgreed: 0, old: taken, now: taken };
  assert.equal(judgeOverwrite(facts), 'edit');
  assert.equal(judgeOverwrite({ ...facts, now: { ...taken, capturedAt: '2024-05-06T10:00:00.13' } }), 'another-photo');
  assert.equal(judgeOverwrite({ ...facts, now: { ...taken, camera: null } }), 'another-photo');
  assert.equal(judgeOverwrite({ ...facts, old: { ...taken, camera: null }, now: { ...taken, camera: null } }), 'another-photo');
  assert.equal(
    judgeOverwrite({ ...facts, old: { ...taken, capturedSource: 'file-time' }, now: { ...taken, capturedSource: 'file-time' } }),
    'another-photo',
  );
});

test('OV-4: an edit of a photo whose date was completed, or corrected from beside it, is one; another second of the file’s own is not', () => {
  const camera = { make: 'Apple', model: 'iPhone 15', lens: null };
  type Told = Parameters<typeof judgeOverwrite>[0]['old'];
  const judged = (old: Partial<Told>, now: Partial<Told>) => {
    const taken = { capturedAt: '2024-05-06T10:00:00', capturedSource: 'exif' as const, camera };
    return judgeOverwrite({ oldIsPrefix: false, sinceAgreed: 0, old: { ...taken, ...old }, now: { ...taken, ...now } });
  };
  for (const finer of ['2024-05-06T10:00:00+02:00', '2024-05-06T10:00:00.12', '2024-05-06T10:00:00.12Z']) {
    assert.equal(judged({ capturedAt: finer }, {}), 'edit', `completed to ${finer}`);
    assert.equal(judged({}, { capturedAt: finer }), 'edit', `read by a version that reads ${finer}`);
  }
  assert.equal(judged({ capturedAt: '2024-05-06T10:00:00.5+00:00' }, { capturedAt: '2024-05-06T10:00:00.50Z' }), 'edit');
  for (const other of ['2024-05-06T10:00:01', '2024-05-06T10:00:00.13', '2024-05-06T10:00:00+03:00'])
    assert.equal(judged({ capturedAt: '2024-05-06T10:00:00.12+02:00' }, { capturedAt: other }), 'another-photo', other);
  const corrected = { capturedAt: '2019-01-01T08:00:00+02:00', capturedSource: 'xmp' as const };
  assert.equal(judged(corrected, {}), 'edit', 'the file never said that');
  assert.equal(judged(corrected, { camera: { ...camera, model: 'iPhone 8' } }), 'another-photo');
  const maker = { ...camera, make: null };
  assert.equal(judged({ ...corrected, camera: maker }, { camera: maker }), 'another-photo', 'the camera alone has to tell');
  assert.equal(judged(corrected, { capturedSource: 'file-time' }), 'another-photo');
  assert.equal(judged(corrected, { capturedSource: 'xmp' }), 'another-photo', 'both may be what the file said');
});

test('OV-2: a longer file that begins with the old bytes was an unfinished copy, within an hour', () => {
  const blank = { capturedAt: '2024-05-06T10:00:00', capturedSource: 'file-time' as const, camera: null };
  assert.equal(judgeOverwrite({ oldIsPrefix: true, sinceAgreed: 3_600_000, old: blank, now: blank }), 'completed-copy');
  assert.equal(judgeOverwrite({ oldIsPrefix: true, sinceAgreed: 3_600_001, old: blank, now: blank }), 'another-photo');
});

test('CO-1: onDevice is always the sum of the classes, and each reason is counted once an item', () => {
  const reason = fc.constantFrom(...REASON_CODES).map((code) => ({ code, since: 0, evidence: {} }));
  fc.assert(
    fc.property(fc.array(fc.uniqueArray(reason, { selector: (each) => each.code, maxLength: 4 })), (items) => {
      const tally = new Tally();
      for (const item of items) tally.add(item);
      const { onDevice, ...classes } = tally.counts();
      assert.equal(onDevice, items.length);
      assert.equal(
        Object.values(classes).reduce((sum, each) => sum + each, 0),
        onDevice,
      );
      const primary = tally.reasons().reduce((sum, each) => sum + each.primary, 0);
      assert.equal(primary, items.filter((item) => item.length > 0).length);
      for (const { code, class: group } of tally.reasons()) assert.equal(group, classOf(code));
    }),
  );
});
