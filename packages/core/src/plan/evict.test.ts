import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { resourceId, type Resource } from '@rollcall/protocol';
import { mayEvict, type EvictFacts } from './evict.ts';
import { lackingHere } from './pair.ts';
import { A, anyRows, bound, calm, codes, doing, file, H1, H2, incoming, remote, rows } from './plan.testing.ts';
import { planFile, planIncoming, type Plan } from './plan.ts';
import { agreedBytes, type LocalFile, type StandIn, type Trouble } from './rows.ts';

const H3 = '3'.repeat(64);
const sound: EvictFacts = {
  file: bound({ agreedAt: 9 }),
  remote: remote(),
  queued: [],
  transfer: null,
  onDisk: H1,
  there: 'sound',
  backup: 'none',
  wantedFull: false,
  closes: false,
};
const why = (over: Partial<EvictFacts>): string => {
  const verdict = mayEvict({ ...sound, ...over });
  return verdict.may ? 'may' : verdict.why;
};
const trouble: Trouble = { code: 'refused', evidence: {}, tries: 1, nextTry: null, since: 1 };
const original = remote().resources.map((each): Resource => ({ ...each, removed: true }));

test('EV-1: an original gives way only when all is known to be well; each thing that is not, or is not known, keeps it', () => {
  assert.deepEqual([why({}), why({ backup: 'holds-it' })], ['may', 'may']);
  const mine = (over: Partial<LocalFile>): Partial<EvictFacts> => ({ file: { ...sound.file, ...over } });
  const queued = [{ n: 1, name: 'asset.set' as const, assetId: A, hash: null, answered: true }];
  const keeping: [Partial<EvictFacts>, string][] = [
    [{ wantedFull: true }, 'wanted-full'],
    [{ closes: true }, 'library-closes'],
    [mine({ standIn: { assetId: A, of: H1 } }), 'no-original'],
    [mine({ missingSince: 1 }), 'no-original'],
    [mine({ excluded: 'hidden-file' }), 'no-original'],
    [mine({ assetId: null }), 'not-acknowledged'],
    [{ remote: null }, 'not-acknowledged'],
    [mine({ baseHash: null }), 'not-acknowledged'],
    [mine({ baseHash: H2 }), 'not-acknowledged'],
    [mine({ agreedAt: null }), 'not-acknowledged'],
    [{ remote: remote({ state: 'trashed' }) }, 'not-acknowledged'],
    [{ remote: remote({}, H2) }, 'not-acknowledged'],
    [{ remote: { ...remote(), resources: original } }, 'not-acknowledged'],
    [{ queued }, 'pending'],
    [{ transfer: { phase: 'sending', offset: 0, size: 1 } }, 'pending'],
    [mine({ trouble }), 'pending'],
    [mine({ rotted: H2 }), 'pending'],
    [{ onDisk: null }, 'not-known-here'],
    [{ onDisk: H2 }, 'changed-here'],
    [{ there: null }, 'not-known-there'],
    [{ there: 'damaged' }, 'not-sound-there'],
    [{ there: 'missing' }, 'not-sound-there'],
    [{ backup: null }, 'backup-not-known'],
    [{ backup: 'lacks-it' }, 'not-in-backup'],
  ];
  for (const [over, because] of keeping) assert.equal(why(over), because, JSON.stringify(over));
  // Any two of them as well.
  fc.assert(
    fc.property(fc.constantFrom(...keeping), fc.constantFrom(...keeping), ([one], [other]) => {
      assert.notEqual(why({ ...one, ...other, ...(one.file && other.file ? { file: { ...other.file, ...one.file } } : {}) }), 'may');
    }),
  );
});

test('EV-1: each part of a pair may give way, as long as the photo has it', () => {
  const [first] = remote().resources;
  assert.ok(first);
  const part: Resource = { ...first, id: resourceId(A, 'raw', H2), role: 'raw', hash: H2 };
  const pair = { ...remote(), resources: [...remote().resources, part] };
  const of = { file: bound({ agreedAt: 9, hash: H2, baseHash: H2 }), onDisk: H2 };
  assert.deepEqual(
    [why({ ...of, remote: pair }), why({ remote: pair }), why({ ...of, remote: remote() })],
    ['may', 'may', 'not-acknowledged'],
  );
});

const standIn: StandIn = { assetId: A, of: H1 };
/** A stand-in in its place. */
const evicted = (over: Partial<LocalFile> = {}): LocalFile => bound({ hash: H3, standIn, ...over });

test('EV-2: a stand-in is in sync while the cloud has what it stands for; nothing is lacking beside it', () => {
  assert.deepEqual(planFile(rows({ file: evicted(), remote: remote() }), calm), { actions: [], reasons: [] });
  assert.deepEqual(lackingHere(remote(), [evicted()]), []);
  assert.deepEqual(codes(planFile(rows({ file: evicted(), remote: { ...remote(), resources: original }, heard: true }), calm)), [
    'lost-with-server',
  ]);
});

test('EV-3: a stand-in is never sent, neither as a new photo nor as a change, whatever this device knows', () => {
  fc.assert(
    fc.property(anyRows(), fc.constantFrom(H1, H2), (each, of) => {
      const plan = planFile({ ...each, file: { ...each.file, standIn: { assetId: A, of } } }, calm);
      for (const { do: what } of plan.actions) assert.ok(!['send-new', 'send-change', 'mend', 'take-over'].includes(what), what);
    }),
  );
});

test('EV-4: opened, or to be kept in full, a stand-in has its original fetched over it, when the link allows it', () => {
  const wanted = rows({ file: evicted(), remote: remote(), wantedFull: true });
  assert.deepEqual(doing(planFile(wanted, calm)), ['fetch']);
  const held = { ...calm, held: [{ ...trouble, code: 'wifi-only' as const }] };
  assert.deepEqual([doing(planFile(wanted, held)), codes(planFile(wanted, held))], [[], ['wifi-only', 'queued']]);
  // An edit made elsewhere is shown here, too.
  const [first] = remote().resources;
  assert.ok(first);
  const edit: Resource = { ...first, id: 'e'.repeat(32), role: 'edited', hash: H2 };
  const edited = { ...remote({ rendering: edit.id }), resources: [...remote().resources, edit] };
  assert.deepEqual(doing(planFile(rows({ file: evicted(), remote: edited }), calm)), ['fetch']);
});

test('PL-33: a stand-in that was moved is bound to its photo first, whatever that shows by now', () => {
  const [first] = remote().resources;
  assert.ok(first);
  const edit: Resource = { ...first, id: 'e'.repeat(32), role: 'edited', hash: H2 };
  const edited = { ...remote({ rendering: edit.id }), resources: [...remote().resources, edit] };
  const moved = rows({ file: evicted({ assetId: null, baseHash: null }), remote: edited });
  assert.deepEqual(planFile(moved, calm).actions, [{ do: 'bind', assetId: A, hash: H1 }]);
  assert.deepEqual(planFile(moved, { ...calm, direction: 'backup-only' }).actions, [{ do: 'bind', assetId: A, hash: H1 }]);
});

test('PL-37: a stand-in of a photo that is offered again is in sync only when that is acknowledged', () => {
  const offered = (answered: boolean): Plan =>
    planFile(rows({ file: evicted(), remote: remote(), queued: [{ n: 1, name: 'asset.create', assetId: A, hash: H1, answered }] }), calm);
  assert.deepEqual([doing(offered(false)), codes(offered(false))], [[], ['committing']]);
  assert.deepEqual([doing(offered(true)), codes(offered(true))], [[], ['awaiting-acknowledgement']]);
  assert.deepEqual(codes(planFile(rows({ file: evicted(), remote: remote() }), calm)), []);
});

test('PL-34: a stand-in of an edit that a server forgot, which was put back, is not replaced, and says so', () => {
  const stands = evicted({ standIn: { assetId: A, of: H2 }, baseHash: H2 });
  assert.deepEqual(planFile(rows({ file: stands, remote: remote(), heard: false }), calm).actions, []);
  const [first] = remote().resources;
  assert.ok(first);
  const half = { ...remote(), resources: [first, { ...first, id: 'e'.repeat(32), role: 'edited', hash: H2 }] };
  assert.deepEqual(planFile(rows({ file: stands, remote: half, behind: true }), calm).actions, [], 'the rest of the feed is to come');
  const plan = planFile(rows({ file: stands, remote: remote(), heard: true }), calm);
  assert.deepEqual([plan.actions, codes(plan)], [[], ['lost-with-server']]);
});

test('EV-5: a stand-in goes with its photo, and is trashed as any file is when a person deletes it', () => {
  for (const state of ['trashed', 'purged'] as const)
    assert.deepEqual(doing(planFile(rows({ file: evicted(), remote: remote({ state }) }), calm)), ['remove-file']);
  const gone = evicted({ missingSince: 5, gone: true });
  assert.deepEqual(doing(planFile(rows({ file: gone, remote: remote() }), calm)), ['trash']);
  assert.deepEqual(doing(planFile(rows({ file: gone, remote: remote(), siblings: 1 }), calm)), ['forget-file'], 'a copy of it is left');
});

test('EV-6: a stand-in of a photo that the cloud does not tell of is lost with the server, once the library was heard to its end', () => {
  assert.deepEqual(codes(planFile(rows({ file: evicted(), heard: true }), calm)), ['lost-with-server']);
  assert.deepEqual(codes(planFile(rows({ file: evicted() }), calm)), ['queued']);
});

test('EV-6: a stand-in whose photo the feed has told only in part waits for the rest, and one that is lost is looked at again when more is told', () => {
  const half = { ...remote(), resources: [] };
  for (const told of [half, null]) {
    const unheard = planFile(rows({ file: evicted(), remote: told, heard: false }), calm);
    assert.deepEqual([codes(unheard), unheard.after], [['queued'], 'feed']);
    const heard = planFile(rows({ file: evicted(), remote: told, heard: true }), calm);
    assert.deepEqual([codes(heard), heard.after], [['lost-with-server'], 'feed']);
  }
});

test('EV-43: that there was no room for it is over for what is lost with the server, as nothing is fetched any more', () => {
  const full: Trouble = { ...trouble, code: 'device-disk-full', nextTry: calm.now - 1 };
  const file = evicted({ trouble: full });
  assert.deepEqual(codes(planFile(rows({ file, heard: true }), calm)), ['lost-with-server']);
  const wanted = planFile(rows({ file, remote: remote(), wantedFull: true }), calm);
  assert.deepEqual(
    [doing(wanted), codes(wanted)[0]],
    [['fetch'], 'device-disk-full'],
    'what can be fetched still says why it did not come',
  );
});

test('EV-10: where originals stay in the cloud, what comes is fetched compressed, but what is to be here in full', () => {
  const compressed = { ...calm, compressed: true } as const;
  const [first] = remote().resources;
  assert.ok(first);
  const fetch = { do: 'fetch', assetId: A, resource: first } as const;
  assert.deepEqual(planIncoming(incoming(), compressed).actions, [{ ...fetch, compressed: true }]);
  assert.deepEqual(planIncoming(incoming({ full: true }), compressed).actions, [fetch]);
  assert.deepEqual(planFile(rows({ file: evicted(), remote: remote(), wantedFull: true }), compressed).actions, [fetch]);
  // An edit made elsewhere takes the place of a stand-in as it does of an original, in the same form.
  const edit: Resource = { ...first, id: 'e'.repeat(32), role: 'edited', hash: H2 };
  const edited = { ...remote({ rendering: edit.id }), resources: [...remote().resources, edit] };
  assert.deepEqual(planFile(rows({ file: evicted(), remote: edited }), compressed).actions, [
    { ...fetch, resource: edit, compressed: true },
  ]);
});

test('EV-13: a stand-in that lies beside its original goes, and a photo in Recently Deleted takes both', () => {
  const both = rows({ file: evicted(), remote: remote(), besideOriginal: true });
  assert.deepEqual(planFile(both, calm).actions, [{ do: 'drop-stand-in', assetId: A }]);
  assert.deepEqual(doing(planFile({ ...both, remote: remote({ state: 'trashed' }) }, calm)), ['remove-file']);
});

test('EV-7: a stand-in that was moved or copied, or was here before this device was, is bound to its photo', () => {
  const copied = file({ hash: H3, standIn });
  assert.deepEqual(planFile(rows({ file: copied, remote: remote() }), calm).actions, [{ do: 'bind', assetId: A, hash: H1 }]);
});

test('EV-8: of a stand-in its own bytes count where a file is hashed before it is removed or written over', () => {
  assert.deepEqual([agreedBytes(evicted()), agreedBytes(bound()), agreedBytes(file())], [H3, H1, null]);
});
