import { sizeWords, say, type Asset, type Change, type Resource } from '@rollcall/protocol';
import type { Replica } from '../library/replica.ts';
import { shownResource } from '../library/replica.ts';
import { albumsWith, type Shelf } from '../library/shelf.ts';
import { localTime } from '../library/capture.ts';
import { clock, plainDay } from '../words.ts';

/** One line of what is told of several photos side by side. */
export interface FactLine {
  readonly name: string;
  /** Of each photo, in their order; empty: it has none. */
  readonly values: readonly string[];
  /** They are not all the same. */
  readonly differs: boolean;
}

/** What is told of photos that are beside each other: what matters to choose one, and whatever else differs. */
export function factsOf(replica: Replica, ids: readonly string[]): readonly FactLine[] {
  const known = ids.map((id) => ({ asset: replica.assets.get(id)?.asset, resources: [...(replica.resources.get(id)?.values() ?? [])] }));
  const line = (name: string, of: (asset: Asset, resources: readonly Resource[]) => string, always = false): readonly FactLine[] => {
    const values = known.map(({ asset, resources }) => (asset ? of(asset, resources) : ''));
    const differs = new Set(values).size > 1;
    return always || differs ? [{ name, values, differs }] : [];
  };
  return [
    ...line(say('File'), ({ fileName }) => fileName, true),
    ...line(say('Taken'), takenWords, true),
    ...line(say('Pixels'), ({ width, height }) => (width && height ? `${width} × ${height}` : ''), true),
    ...line(say('Size'), (_asset, resources) => sizeWords(bytesOf(resources)), true),
    ...line(say('Format'), (asset) => shownResource(replica, asset)?.mime ?? ''),
    ...line(say('Parts'), (_asset, resources) =>
      [...new Set(resources.map(({ role }) => PARTS[role] ?? ''))].filter((each) => each !== '').join(', '),
    ),
    ...line(say('Camera'), ({ camera }) => [camera?.make, camera?.model].filter((each) => each != null).join(' ')),
    ...line(say('Title'), ({ title }) => title ?? ''),
    ...line(say('Caption'), ({ caption }) => caption ?? ''),
    ...line(say('Keywords'), ({ keywords }) => keywords.join(', ')),
    ...line(say('Favourite'), ({ favourite }) => (favourite ? say('Yes') : '')),
    ...line(say('Edited'), ({ rendering }) => (rendering === null ? '' : say('Yes'))),
    ...line(say('Place'), ({ place }) => (place === null ? '' : `${place.lat.toFixed(4)}, ${place.lon.toFixed(4)}`)),
    ...line(say('Albums'), ({ id }) =>
      albumsWith(replica.shelf, id)
        .map(({ title }) => title)
        .join(', '),
    ),
  ];
}

const PARTS: Readonly<Record<string, string>> = {
  'live-video': say('Live Photo film'),
  raw: say('RAW'),
  alternate: say('Another format'),
  audio: say('Sound'),
};

function takenWords(asset: Asset): string {
  const at = localTime(asset.capturedAt);
  return `${plainDay(at)}, ${clock(at)}`;
}

function bytesOf(resources: readonly Resource[]): number {
  const parts = new Map(resources.map(({ hash, size }) => [hash, size]));
  return [...parts.values()].reduce((sum, size) => sum + size, 0);
}

/**
 * What a photo that is kept takes over from those that go, so that nothing a person did is lost with them: their albums, that they are a
 * favourite, keywords; and title, caption and place where it has none of its own.
 */
export function takenOver(replica: Pick<Replica, 'assets' | 'shelf'>, kept: string, gone: readonly string[]): readonly Change[] {
  const own = replica.assets.get(kept)?.asset;
  if (!own) return [];
  const others = gone.flatMap((id) => replica.assets.get(id)?.asset ?? []);
  const first = (key: 'title' | 'caption' | 'place'): Partial<Asset> => {
    const found = own[key] === null ? others.find((other) => other[key] !== null)?.[key] : undefined;
    return found == null ? {} : { [key]: found };
  };
  const keywords = [...new Set([own, ...others].flatMap((each) => each.keywords))];
  const fields: Partial<Asset> = {
    ...(!own.favourite && others.some(({ favourite }) => favourite) ? { favourite: true } : {}),
    ...(keywords.length > own.keywords.length ? { keywords } : {}),
    ...first('title'),
    ...first('caption'),
    ...first('place'),
  };
  return [
    ...(Object.keys(fields).length === 0 ? [] : [{ name: 'asset.set', args: { assetId: kept, fields } } as const]),
    ...placesOver(replica.shelf, kept, gone),
  ];
}

function placesOver(shelf: Shelf, kept: string, gone: readonly string[]): readonly Change[] {
  return [...shelf.places].flatMap(([albumId, places]): readonly Change[] => {
    const theirs = gone.map((id) => places.get(id)).find((item) => item !== undefined);
    return theirs && !places.has(kept) ? [{ name: 'album.add', args: { albumId, assetId: kept, position: theirs.position } }] : [];
  });
}

/** What takes that back. */
export function givenBack(replica: Pick<Replica, 'assets'>, over: readonly Change[]): readonly Change[] {
  return over.flatMap((change): readonly Change[] => {
    if (change.name === 'album.add')
      return [{ name: 'album.remove', args: { albumId: change.args.albumId, assetId: change.args.assetId } }];
    if (change.name !== 'asset.set') return [];
    const before = replica.assets.get(change.args.assetId)?.asset;
    const keys = Object.keys(change.args.fields) as (keyof typeof change.args.fields)[];
    return before
      ? [{ name: 'asset.set', args: { assetId: before.id, fields: Object.fromEntries(keys.map((key) => [key, before[key]])) } }]
      : [];
  });
}

/** By what a group is known whose photos a person has kept all. */
export function groupKey(ids: readonly string[]): string {
  return [...ids].sort().join(' ');
}
