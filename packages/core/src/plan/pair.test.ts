import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Asset, Resource } from '@rollcall/protocol';
import { companionsOf, lackingHere, partName, partOf } from './pair.ts';
import { planFile, planIncoming, type FileRows } from './plan.ts';
import type { LocalFile, RemoteAsset } from './rows.ts';
import { A, assetRow, calm, fileRow, planRows, resourceRow } from './rows.testing.ts';

const B = '01900000-0000-7000-8000-000000000002';
const [PHOTO, FILM, EDIT, OTHER] = ['1', '2', '3', '4'].map((digit) => digit.repeat(64)) as [string, string, string, string];

function part(role: string, hash: string, over: Partial<Resource> = {}): Resource {
  return resourceRow(role, hash, { ...(role === 'live-video' ? { mime: 'video/quicktime' } : {}), ...over });
}
function pair(over: Partial<Asset> = {}, resources?: Resource[]): RemoteAsset {
  return {
    asset: assetRow(over),
    seq: 1,
    resources: resources ?? [part('original', PHOTO), part('live-video', FILM, { fileName: 'IMG_1.MOV' })],
  };
}
function file(hash: string, over: Partial<LocalFile> = {}): LocalFile {
  const name = hash === FILM ? 'IMG_1.MOV' : 'IMG_1.JPG';
  const known = { hash, baseHash: hash, assetId: A, agreedAt: 1, newHere: false };
  return fileRow({ ...known, path: name, wantedName: name, writtenName: name, kind: hash === FILM ? 'video' : 'photo', ...over });
}
function doing(over: Partial<FileRows>): string[] {
  const rows = planRows({ file: file(FILM), remote: pair(), ...over });
  const plan = planFile(rows, calm);
  return [...plan.actions.map((action) => action.do), ...(plan.reasons.length === 0 ? ['in sync'] : [])];
}

test('JN-20: a part of a pair is in sync beside what the pair shows, whatever it is called here, and what is shown is never put over it', () => {
  assert.deepEqual(doing({}), ['in sync']);
  assert.deepEqual(doing({ file: file(FILM, { path: 'x/Film.MOV' }) }), ['in sync']);
  const edited = pair({ rendering: part('edited', EDIT).id }, [...pair().resources, part('edited', EDIT)]);
  assert.deepEqual(doing({ remote: edited }), ['in sync']);
  assert.deepEqual(doing({ remote: edited, file: file(PHOTO) }), ['fetch']);
});

test('JN-21: all parts of a pair are placed, what it shows first, each with the name that it came with', () => {
  const remote = pair();
  assert.deepEqual(
    lackingHere(remote, []).map(({ role }) => role),
    ['original', 'live-video'],
  );
  assert.deepEqual(
    lackingHere(remote, [file(PHOTO)]).map(({ role }) => role),
    ['live-video'],
  );
  assert.deepEqual(
    lackingHere(remote, [file(FILM)]).map(({ role }) => role),
    ['original'],
  );
  assert.deepEqual(lackingHere(remote, [file(FILM), file(PHOTO)]), []);
  const [film] = companionsOf(remote);
  assert.ok(film);
  assert.deepEqual(
    [partName(remote, 'shown'), partName(remote, film), partName(remote, { ...film, fileName: null })],
    ['IMG_1.JPG', 'IMG_1.MOV', 'IMG_1.MOV'],
  );
  const rows = {
    remote,
    lacking: lackingHere(remote, [file(PHOTO)]),
    settling: false,
    queued: [],
    transfer: null,
    trouble: null,
    missing: 0,
    since: 1,
  };
  assert.deepEqual(planIncoming(rows, calm).actions, [{ do: 'fetch', assetId: A, resource: film }]);
  assert.deepEqual(planIncoming({ ...rows, missing: 1 }, calm).actions, []);
});

test('JN-22: a pair is deleted as a whole when its shown file goes; a companion that goes alone is put back', () => {
  const gone = { missingSince: 1, gone: true };
  assert.deepEqual(doing({ file: file(PHOTO, gone) }), ['trash']);
  assert.deepEqual(doing({ file: file(FILM, gone) }), ['forget-file']);
  assert.deepEqual(doing({ file: file(PHOTO, gone), siblings: 1 }), ['forget-file']);
  const trashed = pair({ state: 'trashed' });
  assert.deepEqual(doing({ remote: trashed }), ['remove-file']);
  assert.deepEqual(doing({ remote: trashed, file: file(PHOTO) }), ['remove-file']);
});

test('JN-23: other bytes under the name of a companion are a photo of their own, and no edit of the pair', () => {
  const written = file(FILM, { hash: OTHER });
  assert.deepEqual(doing({ file: written }), ['let-go']);
  assert.deepEqual(doing({ file: written, remote: pair({ state: 'trashed' }) }), ['let-go']);
  // The edit of what is shown is one, as ever.
  assert.deepEqual(doing({ file: file(PHOTO, { hash: OTHER }) }), ['send-change']);
  assert.equal(partOf(file(FILM, { hash: PHOTO }), pair()), 'shown');
});

test('JN-24: a part that was split off goes to its new photo; bytes that its asset never showed are let go, and never written over', () => {
  const apart = pair({}, [part('original', PHOTO), part('live-video', FILM, { removed: true })]);
  const other: RemoteAsset = { ...pair({ id: B, kind: 'video' }, [part('original', FILM, { assetId: B })]) };
  assert.deepEqual(doing({ remote: apart, match: other }), ['bind']);
  assert.deepEqual(doing({ remote: { ...apart, asset: { ...apart.asset, state: 'purged' } }, match: other }), ['bind']);
  assert.deepEqual(doing({ remote: apart }), ['let-go']);
  assert.deepEqual(
    doing({
      remote: pair(
        { state: 'purged' },
        pair().resources.map((each) => ({ ...each, removed: true })),
      ),
    }),
    ['remove-file'],
  );
  // As a restored server tells it, that never knew of the pair.
  assert.deepEqual(doing({ remote: pair({ state: 'trashed' }, [part('original', PHOTO)]) }), ['let-go']);
  assert.deepEqual(doing({ remote: pair({}, [part('original', PHOTO)]) }), ['let-go']);
});

test('PL-24: a file that became a part of a pair before both sides agreed on it here is agreed on first', () => {
  assert.deepEqual(doing({ file: file(FILM, { baseHash: null, agreedAt: null }) }), ['bind']);
  assert.deepEqual(doing({ file: file(FILM) }), ['in sync']);
});
