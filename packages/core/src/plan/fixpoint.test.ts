import assert from 'node:assert/strict';
import { test } from 'node:test';
import { classOf, REASON_CODES, REASONS, rankOf, resourceId, tellReason, type Change } from '@rollcall/protocol';
import fc from 'fast-check';
import { createOf, FIELDS, hash, id, ModelLibrary, resource } from '../library/model.testing.ts';
import { ModelDevice, type Turn } from './device.testing.ts';
import { lackingHere } from './pair.ts';
import { planFile, planIncoming, type Plan } from './plan.ts';
import { shownResource, type Conditions, type LocalFile, type RemoteAsset } from './rows.ts';

const CAMERA = { make: 'M', model: 'X', lens: null };
const PHOTOS = [1, 2, 3, 4];
const hashes = fc.constantFrom(...[1, 2, 3, 4, 21, 22, 40].map(hash));
const names = fc.constantFrom('IMG_1.JPG', 'Sea.JPG', 'x/IMG_1.JPG', 'x/Tree.JPG', 'y.JPG');

/** What other devices did to the library, in whatever order. */
const change: fc.Arbitrary<Change> = fc.oneof(
  fc.constantFrom(...PHOTOS).map((n): Change => ({ name: 'asset.trash', args: { assetId: id(n) } })),
  fc.constantFrom(...PHOTOS).map((n): Change => ({ name: 'asset.restore', args: { assetId: id(n) } })),
  fc.constantFrom(...PHOTOS).map((n): Change => ({ name: 'asset.purge', args: { assetId: id(n) }, expect: 0 })),
  fc.record({ n: fc.constantFrom(...PHOTOS), edit: fc.constantFrom(21, 22) }).map(({ n, edit }): Change => ({
    name: 'asset.edit',
    args: { assetId: id(n), rendering: resource('edited', edit) },
    expect: null,
  })),
  fc.record({ n: fc.constantFrom(...PHOTOS), edit: fc.constantFrom(21, 22) }).map(({ n, edit }): Change => ({
    name: 'asset.revert',
    args: { assetId: id(n) },
    expect: resourceId(id(n), 'edited', hash(edit)),
  })),
  fc.record({ n: fc.constantFrom(...PHOTOS), fileName: fc.constantFrom('IMG_1.JPG', 'Lake.JPG') }).map(({ n, fileName }): Change => ({
    name: 'asset.set',
    args: { assetId: id(n), fields: { fileName } },
  })),
  fc.record({ n: fc.constantFrom(...PHOTOS), joined: fc.constantFrom(...PHOTOS) }).map(({ n, joined }): Change => ({
    name: 'asset.join',
    args: { assetId: id(n), joined: id(joined), role: 'live-video' },
  })),
);

interface Seen {
  readonly path: string;
  readonly is: string;
  readonly known: Partial<LocalFile>;
  readonly there: boolean;
  readonly unread: boolean;
}
const bound = fc.record({
  assetId: fc.constantFrom(...PHOTOS).map(id),
  baseHash: fc.option(hashes, { nil: null }),
  wantedName: fc.constantFrom('IMG_1.JPG', 'Sea.JPG'),
  writtenName: fc.constantFrom('IMG_1.JPG', 'Sea.JPG'),
  agreedAt: fc.constant(1),
  newHere: fc.boolean(),
});
const seen: fc.Arbitrary<Seen> = fc.record({
  path: names,
  is: hashes,
  there: fc.boolean(),
  unread: fc.boolean(),
  known: fc.oneof(fc.constant({}), bound, fc.record({ newHere: fc.boolean() })),
});

/** A device and its library in any state that crashes, people and other devices may have left. */
function build(changes: readonly Change[], files: readonly Seen[]): ModelDevice {
  const library = new ModelLibrary();
  library.store(...PHOTOS.map((n) => resource('original', n)), resource('edited', 21), resource('edited', 22));
  for (const n of PHOTOS) library.apply(createOf(id(n), [resource('original', n)], { fields: { fileName: 'IMG_1.JPG', camera: CAMERA } }));
  for (const each of changes) {
    const assetId = 'assetId' in each.args ? library.resolve(each.args.assetId) : '';
    library.apply(each.name === 'asset.purge' ? { ...each, expect: library.asset(assetId)?.seq ?? 0 } : each);
  }
  const device = new ModelDevice(library);
  for (const { path, is, known, there, unread } of files) {
    if ([...device.rows.values()].some((row) => row.path === path)) continue;
    if (there) device.disk.set(path, { hash: is, fields: { ...FIELDS, camera: CAMERA } });
    device.see(path, there ? { ...known, hash: unread ? null : is } : { ...known, hash: is, missingSince: 1, gone: true });
  }
  return device;
}

/** Does what is planned, one thing after the other, until nothing is. */
function settle(device: ModelDevice): Turn[] {
  const story: string[] = [];
  for (let step = 0; step < 200; step += 1) {
    const turns = device.turns();
    const next = turns.find(({ plan }) => plan.actions.length > 0);
    const action = next?.plan.actions[0];
    if (!next || !action) return turns;
    story.push(`${next.what}: ${action.do}`);
    next.run(action);
  }
  throw new Error(`it never ends: ${story.slice(-12).join('; ')}`);
}

test('FZ-7: from whatever state, what is planned comes to an end, and then each item is in sync or waits for its person', () => {
  fc.assert(
    fc.property(fc.array(change, { maxLength: 10 }), fc.array(seen, { maxLength: 6 }), (changes, files) => {
      const device = build(changes, files);
      const before = [...device.disk.values()].map((each) => each.hash);
      for (const { what, plan } of settle(device))
        for (const { code } of plan.reasons)
          assert.ok(['needs-you', 'excluded'].includes(classOf(code)) || code === 'refused', `${what}: ${code}`);
      const here = new Set([...device.disk.values()].map((each) => each.hash));
      // Nothing that was here is nowhere.
      for (const each of before) assert.ok(device.library.stored.has(each) || here.has(each), each);
      for (const rows of device.library.assets()) {
        if (rows.asset.state !== 'live') continue;
        const shown = shownResource(rows);
        assert.ok(shown && here.has(shown.hash), `${rows.asset.id} is live, and what it shows is not here`);
      }
    }),
    { numRuns: 3000 },
  );
});

const trouble = fc.record({
  code: fc.constantFrom(...REASON_CODES),
  evidence: fc.constant({}),
  tries: fc.nat(5),
  nextTry: fc.option(fc.nat(2000)),
  since: fc.nat(),
});
const conditions: fc.Arbitrary<Conditions> = fc.record({
  now: fc.nat(2000),
  server: fc.array(trouble, { maxLength: 2 }),
  folder: fc.array(trouble, { maxLength: 1 }),
});
const transfer = fc.record({
  phase: fc.constantFrom('hashing' as const, 'sending' as const, 'applying' as const),
  offset: fc.nat(),
  size: fc.nat(),
});
const queued = fc.record({
  n: fc.nat(),
  name: fc.constantFrom(
    'asset.create' as const,
    'asset.set' as const,
    'asset.trash' as const,
    'asset.edit' as const,
    'asset.purge' as const,
  ),
  assetId: fc.constantFrom(...PHOTOS).map(id),
  hash: fc.option(hashes),
  answered: fc.boolean(),
});

test('FZ-6: for any rows there is a plan: an item with something to do has a reason, reasons are in order and have their words, and one is primary', () => {
  const whole = (plan: Plan): void => {
    if (plan.actions.length > 0) assert.ok(plan.reasons.length > 0, plan.actions[0]?.do);
    const ranks = plan.reasons.map(({ code }) => rankOf(code));
    assert.deepEqual(
      ranks,
      ranks.toSorted((a, b) => a - b),
    );
    for (const reason of plan.reasons) assert.ok(reason.code in REASONS && tellReason(reason).words !== '');
  };
  fc.assert(
    fc.property(
      fc.record({
        changes: fc.array(change, { maxLength: 10 }),
        files: fc.array(seen, { minLength: 1, maxLength: 3 }),
        over: fc.record({
          trouble: fc.option(trouble),
          held: fc.boolean(),
          gone: fc.boolean(),
          missingSince: fc.option(fc.nat()),
          rotted: fc.option(hashes),
          excluded: fc.constantFrom(null, null, 'hidden-file' as const),
        }),
        conditions,
        transfer: fc.option(transfer),
        queued: fc.array(queued, { maxLength: 3 }),
        word: fc.constantFrom(null, 'asked' as const, 'forgotten' as const),
        siblings: fc.nat(2),
        flags: fc.record({ purgedBefore: fc.boolean(), shownBeside: fc.boolean(), settling: fc.boolean() }),
      }),
      ({ changes, files, over, conditions: now, flags, ...rest }) => {
        const device = build(changes, files);
        const remotes: (RemoteAsset | null)[] = [null, ...device.library.assets()];
        for (const row of device.rows.values()) {
          for (const remote of remotes)
            for (const match of remotes.slice(0, 3)) {
              const file = { ...row, ...over };
              const vanished = remote === null ? [] : [{ file: row, remote, sameInode: flags.settling }];
              const { shownBeside, purgedBefore } = flags;
              whole(planFile({ file, remote, match, vanished, shownBeside, purgedBefore, held: { count: 1, inADay: 1 }, ...rest }, now));
            }
        }
        for (const remote of device.library.assets())
          whole(
            planIncoming(
              {
                remote,
                lacking: lackingHere(remote, [...device.rows.values()]),
                settling: flags.settling,
                missing: rest.siblings,
                since: 0,
                trouble: over.trouble,
                queued: rest.queued,
                transfer: rest.transfer,
              },
              now,
            ),
          );
      },
    ),
    { numRuns: 1000 },
  );
});
