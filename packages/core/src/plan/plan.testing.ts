import fc from 'fast-check';
import type { Asset } from '@rollcall/protocol';
import { lackingHere } from './pair.ts';
import type { FileRows, IncomingRows, planFile } from './plan.ts';
import type { LocalFile, RemoteAsset } from './rows.ts';
import { A, assetRow, calm, fileRow, planRows, resourceRow } from './rows.testing.ts';

export { A, calm };
export const H1 = '1'.repeat(64);
export const H2 = '2'.repeat(64);

export const file = (over: Partial<LocalFile> = {}): LocalFile => fileRow({ path: '2024/05/IMG_1.JPG', ...over });
export const rows = (over: Partial<FileRows> = {}): FileRows => planRows({ file: file(), ...over });

export function remote(over: Partial<Asset> = {}, hash = H1): RemoteAsset {
  return { asset: assetRow(over), seq: 1, resources: [resourceRow('original', hash)] };
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
