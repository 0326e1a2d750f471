import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { classOf } from '@rollcall/protocol';
import { anyRows, bound, calm, codes, doing, file, H2, incoming, remote, rows } from './plan.testing.ts';
import { planFile, planIncoming } from './plan.ts';
import type { Conditions, Trouble } from './rows.ts';

const trouble = (code: Trouble['code']): Trouble => ({ code, evidence: {}, tries: 0, nextTry: null, since: 50 });
const wifi: Conditions = { ...calm, held: [trouble('wifi-only')] };
const off: Conditions = { ...calm, held: [trouble('sync-off')] };
const NEEDS_LINK = new Set(['send-new', 'send-change', 'mend', 'fetch', 'trash', 'rename-asset', 'remove-file']);

test('PY-8: what needs the link is held back by the person’s settings, and says by which; what is done here goes on', () => {
  assert.deepEqual(codes(planFile(rows(), wifi)), ['wifi-only', 'queued']);
  assert.deepEqual(doing(planFile(rows(), wifi)), []);
  assert.deepEqual(doing(planFile(rows({ file: file({ hash: null }) }), wifi)), ['hash']);
  assert.deepEqual(doing(planFile(rows({ match: remote() }), wifi)), ['bind']);
  assert.deepEqual(doing(planIncoming(incoming(), wifi)), []);
  assert.deepEqual(codes(planIncoming(incoming(), wifi)), ['wifi-only', 'queued']);
  assert.deepEqual(planFile(rows({ file: bound(), remote: remote() }), wifi), { actions: [], reasons: [] }, 'what is in sync stays so');
  fc.assert(
    fc.property(anyRows(), (each) => {
      const free = planFile(each, calm);
      const held = planFile(each, wifi);
      for (const { do: what } of held.actions) assert.ok(!NEEDS_LINK.has(what), what);
      for (const { do: what } of free.actions) if (!NEEDS_LINK.has(what)) assert.ok(doing(held).includes(what), what);
      if (free.actions.some(({ do: what }) => NEEDS_LINK.has(what))) assert.ok(codes(held).includes('wifi-only'));
      assert.equal(held.reasons.length === 0, free.reasons.length === 0, 'settings make nothing in sync, and nothing not');
    }),
  );
});

test('PY-9: while sync is off nothing at all is done, and every item that is not in sync says so first, unless a person is needed', () => {
  fc.assert(
    fc.property(anyRows(), (each) => {
      const plan = planFile(each, off);
      assert.deepEqual(plan.actions, []);
      const free = planFile(each, calm);
      assert.equal(plan.reasons.length === 0, free.reasons.length === 0);
      const [primary] = plan.reasons;
      if (primary === undefined) return;
      assert.ok(primary.code === 'sync-off' || classOf(primary.code) === 'needs-you' || classOf(primary.code) === 'excluded');
      assert.equal(
        plan.reasons.some(({ code }) => classOf(code) === 'moving'),
        false,
        'nothing moves',
      );
    }),
  );
  assert.deepEqual(codes(planIncoming(incoming(), off)), ['sync-off', 'queued']);
});

const backs: Conditions = { ...calm, direction: 'backup-only' };
const downloads: Conditions = { ...calm, direction: 'download-only' };

test('PY-10: on a device that only backs up nothing of the cloud changes a file, and what is deleted here stays in the cloud', () => {
  assert.deepEqual(doing(planFile(rows(), backs)), ['send-new']);
  assert.deepEqual(doing(planFile(rows({ file: bound({ hash: H2 }), remote: remote() }), backs)), ['send-change']);
  assert.deepEqual(planIncoming(incoming(), backs), { actions: [], reasons: [] });
  assert.deepEqual(codes(planFile(rows({ file: bound(), remote: remote({ state: 'trashed' }) }), backs)), ['not-in-this-direction']);
  assert.deepEqual(planFile(rows({ file: bound(), remote: remote({ fileName: 'Sea.JPG' }) }), backs), { actions: [], reasons: [] });
  const gone = bound({ missingSince: 5, gone: true });
  assert.deepEqual(doing(planFile(rows({ file: gone, remote: remote() }), backs)), ['forget-file']);
  const asked = rows({ file: { ...gone, held: true }, remote: remote(), held: { count: 20, inADay: 20 } });
  assert.deepEqual(doing(planFile(asked, backs)), ['forget-file']);
  // It waits for no link: there is nothing to be done.
  const down = { ...backs, server: [trouble('offline')] };
  assert.deepEqual(planFile(rows({ file: bound(), remote: remote({ fileName: 'Sea.JPG' }) }), down), { actions: [], reasons: [] });
  fc.assert(
    fc.property(anyRows(), (each) => {
      for (const { do: what } of planFile(each, backs).actions)
        assert.ok(!['fetch', 'remove-file', 'rename-file', 'trash'].includes(what), what);
    }),
  );
});

test('PL-29: on a device that only backs up, a file whose bytes the cloud has no more is not called in sync', () => {
  const shown = remote();
  const [original] = shown.resources;
  assert.ok(original);
  const part = rows({ file: bound({ hash: H2, baseHash: H2 }), remote: shown, shownBeside: false });
  const completed = {
    ...part,
    remote: { ...shown, resources: [...shown.resources, { ...original, id: 'x', hash: H2, removed: true }] },
  };
  assert.deepEqual(doing(planFile(completed, calm)), ['fetch']);
  assert.deepEqual(codes(planFile(completed, backs)), ['not-in-this-direction']);
  const edited = {
    ...part,
    remote: { ...shown, resources: [...shown.resources, { ...original, id: 'x', hash: H2, role: 'edited' }] },
  };
  assert.deepEqual([doing(planFile(edited, calm)), planFile(edited, backs)], [['fetch'], { actions: [], reasons: [] }]);
});

test('PL-32: on a device that only downloads, a file written over with a photo of the library is known as that one', () => {
  const other = remote();
  const match = { ...other, asset: { ...other.asset, id: '01900000-0000-7000-8000-0000000000ff' } };
  const over = rows({ file: bound({ hash: H2 }), remote: remote() });
  assert.deepEqual(codes(planFile({ ...over, match }, downloads)), ['queued']);
  assert.deepEqual(doing(planFile({ ...over, match }, downloads)), ['send-change'], 'of which no byte is sent');
  assert.deepEqual(codes(planFile({ ...over, match: { ...match, asset: { ...match.asset, state: 'trashed' } } }, downloads)), [
    'not-in-this-direction',
  ]);
});

test('PL-31: a file that could not be sent is bound at once when the cloud has its bytes by another way', () => {
  for (const code of ['quota-full', 'server-disk-full', 'refused'] as const) {
    const stuck = rows({ file: { ...bound({ trouble: { ...trouble(code), nextTry: null } }), assetId: null, baseHash: null } });
    assert.deepEqual(codes(planFile(stuck, calm)), [code]);
    assert.deepEqual(doing(planFile({ ...stuck, match: remote() }, calm)), ['bind']);
  }
});

test('PY-11: on a device that only downloads no file changes the cloud; what is changed here is left as it is, and says so', () => {
  assert.deepEqual(codes(planFile(rows(), downloads)), ['not-in-this-direction']);
  assert.deepEqual(codes(planFile(rows({ file: bound({ hash: H2 }), remote: remote() }), downloads)), ['not-in-this-direction']);
  assert.deepEqual(doing(planFile(rows({ file: bound(), remote: remote({ state: 'trashed' }) }), downloads)), ['remove-file']);
  assert.deepEqual(planFile(rows({ file: bound({ path: '2024/05/Mine.JPG' }), remote: remote() }), downloads), {
    actions: [],
    reasons: [],
  });
  const gone = bound({ missingSince: 5, gone: true });
  assert.deepEqual(doing(planFile(rows({ file: gone, remote: remote() }), downloads)), ['forget-file'], 'and it is fetched again');
  assert.deepEqual(doing(planIncoming(incoming(), downloads)), ['fetch']);
  fc.assert(
    fc.property(anyRows(), (each) => {
      for (const { do: what } of planFile(each, downloads).actions)
        assert.ok(!['send-new', 'send-change', 'mend', 'trash', 'rename-asset'].includes(what), what);
    }),
  );
});
