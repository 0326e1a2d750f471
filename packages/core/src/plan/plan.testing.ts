import fc from 'fast-check';
import { resourceId, type Asset, type Resource } from '@rollcall/protocol';
import { lackingHere } from './pair.ts';
import type { FileRows, IncomingRows, planFile } from './plan.ts';
import type { Conditions, LocalFile, RemoteAsset } from './rows.ts';

export const A = '01900000-0000-7000-8000-000000000001';
export const H1 = '1'.repeat(64);
export const H2 = '2'.repeat(64);
export const calm: Conditions = { now: 1_000_000, server: [], folder: [] };

export function file(over: Partial<LocalFile> = {}): LocalFile {
  return {
    key: 1,
    path: '2024/05/IMG_1.JPG',
    size: 10,
    mtimeMs: 0,
    stamp: 's',
    hash: H1,
    kind: 'photo',
    mime: 'image/jpeg',
    excluded: null,
    missingSince: null,
    gone: false,
    held: false,
    newHere: true,
    firstSeen: 500,
    assetId: null,
    baseHash: null,
    agreedAt: null,
    wantedName: 'IMG_1.JPG',
    writtenName: 'IMG_1.JPG',
    fields: null,
    trouble: null,
    ...over,
  };
}

export function remote(over: Partial<Asset> = {}, hash = H1): RemoteAsset {
  const original: Resource = {
    type: 'resource',
    id: resourceId(A, 'original', hash),
    assetId: A,
    role: 'original',
    hash,
    size: 10,
    mime: 'image/jpeg',
    fileName: null,
    modifiedAt: null,
    removed: false,
  };
  const asset: Asset = {
    type: 'asset',
    id: A,
    kind: 'photo',
    state: 'live',
    trashedAt: null,
    addedAt: 1,
    addedBy: null,
    rendering: null,
    fileName: 'IMG_1.JPG',
    capturedAt: '2024-05-06T10:00:00',
    capturedSource: 'exif',
    width: 1,
    height: 1,
    duration: null,
    camera: null,
    exposure: null,
    place: null,
    title: null,
    caption: null,
    favourite: false,
    hidden: false,
    rating: null,
    keywords: [],
    ...over,
  };
  return { asset, seq: 1, resources: [original] };
}

export function rows(over: Partial<FileRows> = {}): FileRows {
  return {
    file: file(),
    remote: null,
    match: null,
    purgedBefore: false,
    word: null,
    queued: [],
    transfer: null,
    siblings: 0,
    shownBeside: false,
    held: null,
    ...over,
  };
}
export const bound = (over: Partial<LocalFile> = {}): LocalFile => file({ assetId: A, baseHash: H1, ...over });
export const doing = (plan: ReturnType<typeof planFile>): string[] => plan.actions.map((action) => action.do);
export const codes = (plan: ReturnType<typeof planFile>): string[] => plan.reasons.map((reason) => reason.code);

export function incoming(over: Partial<IncomingRows> = {}): IncomingRows {
  const told = over.remote ?? remote();
  return {
    remote: told,
    lacking: lackingHere(told, []),
    settling: false,
    queued: [],
    transfer: null,
    trouble: null,
    missing: 0,
    since: 3,
    ...over,
  };
}

export function anyRows(): fc.Arbitrary<FileRows> {
  const hash = fc.constantFrom(H1, H2);
  const state = fc.constantFrom('live' as const, 'trashed' as const, 'purged' as const);
  const anyRemote = fc
    .record({ state, fileName: fc.constantFrom('IMG_1.JPG', 'Sea.JPG') })
    .chain((over) => hash.map((each) => remote(over, each)));
  const anyFile = fc
    .record({
      hash: fc.option(hash),
      baseHash: fc.option(hash),
      assetId: fc.option(fc.constant(A)),
      missingSince: fc.option(fc.constant(4)),
      gone: fc.boolean(),
      held: fc.boolean(),
      newHere: fc.boolean(),
      excluded: fc.option(fc.constantFrom('hidden-file' as const, 'not-a-photo' as const)),
      path: fc.constantFrom('IMG_1.JPG', 'x/Other.JPG'),
      wantedName: fc.constantFrom('IMG_1.JPG', 'Sea.JPG'),
    })
    .map((over) => file(over));
  const change = fc.record({
    n: fc.nat(),
    name: fc.constantFrom(
      'asset.create' as const,
      'asset.set' as const,
      'asset.trash' as const,
      'asset.edit' as const,
      'asset.restore' as const,
    ),
    assetId: fc.constant(A),
    hash: fc.option(hash),
    answered: fc.boolean(),
  });
  return fc.record({
    file: anyFile,
    remote: fc.option(anyRemote),
    match: fc.option(anyRemote),
    purgedBefore: fc.boolean(),
    word: fc.constantFrom(null, 'asked' as const, 'forgotten' as const),
    queued: fc.array(change, { maxLength: 3 }),
    transfer: fc.constant(null),
    siblings: fc.nat({ max: 2 }),
    shownBeside: fc.boolean(),
    held: fc.constant({ count: 3, inADay: 3 }),
  });
}
