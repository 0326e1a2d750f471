import assert from 'node:assert/strict';
import { test } from 'node:test';
import { LIMITS } from '@rollcall/protocol';
import { A, bound, calm, codes, doing, file, H1, H2, remote, rows } from './plan.testing.ts';
import { isInCloud, planFile, type FileRows } from './plan.ts';
import { resourceRow } from './rows.testing.ts';
import type { Conditions, QueuedChange, RemoteAsset, Trouble } from './rows.ts';

const sidecar = { path: 'IMG_1.AAE', hash: H2, kind: null, mime: 'edit made in Apple Photos', excluded: 'not-a-photo' } as const;

function having(hash: string | null): RemoteAsset {
  const known = remote();
  return hash === null ? known : { ...known, resources: [...known.resources, resourceRow('adjustment-data', hash)] };
}

function of(photo: RemoteAsset | null, over: Partial<FileRows> = {}, photos = 1): FileRows {
  return rows({ file: file(sidecar), sidecarOf: { role: 'adjustment-data', photos, remote: photo }, ...over });
}

const attach = (answered: boolean, hash: string = H2): QueuedChange => ({ n: 1, name: 'resource.attach', assetId: A, hash, answered });

test('SX-2: data of one photo that is in the cloud go there with it, and are in sync when the cloud has them; what belongs to none or several is left out, and says so', () => {
  const plan = planFile(of(having(null)), calm);
  assert.deepEqual([doing(plan), codes(plan)], [['send-sidecar'], ['queued']]);
  assert.deepEqual(plan.actions[0], { do: 'send-sidecar', assetId: A, role: 'adjustment-data' });
  assert.deepEqual(planFile(of(having(H2)), calm), { actions: [], reasons: [] });
  assert.equal(isInCloud(of(having(H2))), true);
  assert.equal(isInCloud(of(having(null))), false);
  assert.equal(isInCloud(of(null)), false);
  for (const [is, photos] of [
    [of(null, {}, 0), 0],
    [of(null, {}, 2), 2],
    [of(null), 1],
    [of({ ...having(H2), asset: { ...having(H2).asset, state: 'trashed' } }), 1],
  ] as const) {
    const left = planFile(is, calm);
    assert.deepEqual([doing(left), codes(left), left.reasons[0]?.evidence], [[], ['not-a-photo'], { kind: sidecar.mime, photos }]);
  }
});

test('SX-3: what is queued says how far it is, and other data of the same photo wait for nothing', () => {
  assert.deepEqual(codes(planFile(of(having(null), { queued: [attach(false)] }), calm)), ['committing']);
  assert.deepEqual(codes(planFile(of(having(H2), { queued: [attach(true)] }), calm)), ['awaiting-acknowledgement']);
  assert.deepEqual(doing(planFile(of(having(null), { queued: [attach(true, H1)] }), calm)), ['send-sidecar']);
  // The photo itself is in sync all the while.
  assert.deepEqual(planFile(rows({ file: bound({ path: 'IMG_1.JPG' }), remote: having(H2), queued: [attach(false)] }), calm).reasons, []);
});

test('SX-4: a photo that has as many files as it can have takes no more, and nothing is sent', () => {
  const many = Array.from({ length: LIMITS.resourcesPerAsset }, (_, at) => resourceRow('sidecar', at.toString(16).padStart(64, '0')));
  const plan = planFile(of({ ...having(null), resources: many }), calm);
  assert.deepEqual([doing(plan), codes(plan)], [[], ['not-a-photo']]);
  assert.equal(plan.reasons[0]?.evidence['files'], LIMITS.resourcesPerAsset);
  const removed = many.map((each) => ({ ...each, removed: true }));
  assert.deepEqual(doing(planFile(of({ ...having(null), resources: removed }), calm)), ['send-sidecar']);
});

test('SX-5: settings and what is in the way hold back data of photos as they do photos', () => {
  const set = (over: Partial<Conditions>): Conditions => ({ ...calm, ...over });
  const down: Trouble = { code: 'server-unreachable', evidence: {}, tries: 1, nextTry: 1_005_000, since: 900_000 };
  const told = (conditions: Conditions, is = of(having(null))): [string[], string[]] => {
    const plan = planFile(is, conditions);
    return [doing(plan), codes(plan)];
  };
  assert.deepEqual(told(set({ server: [down] })), [[], ['server-unreachable', 'queued']]);
  assert.deepEqual(told(set({ direction: 'download-only' })), [[], ['not-in-this-direction']]);
  assert.deepEqual(told(set({ direction: 'backup-only' })), [['send-sidecar'], ['queued']]);
  assert.deepEqual(told(set({ leaveOut: { names: ['*.aae'], kinds: [] } })), [[], ['excluded-by-rule']]);
  assert.deepEqual(told(set({ folder: [{ ...down, code: 'folder-missing' }] })), [[], ['folder-missing']]);
  const full: Trouble = { code: 'quota-full', evidence: {}, tries: 1, nextTry: 1_005_000, since: 900_000 };
  const troubled = file({ ...sidecar, trouble: full });
  assert.deepEqual(told(calm, of(having(null), { file: troubled })), [[], ['quota-full']]);
  assert.deepEqual(told(set({ now: 1_005_000 }), of(having(null), { file: troubled })), [['send-sidecar'], ['quota-full', 'queued']]);
  assert.deepEqual(told(calm, of(having(H2), { file: troubled })), [[], []], 'it came there by another way');
});
