import { joinEdit, joinNamed, momentOf, nameOfHalf, type AssetRows } from '@rollcall/core';
import { isRawMime, type Change, type MutationResult } from '@rollcall/protocol';
import type { World } from '../play/world.ts';
import type { Table } from '../database/database.ts';
import type { JournalRow } from '../server/tables.ts';
import { assetRows, resolve } from '../server/library.ts';

/**
 * H1 to H3, H5, H6: at rest the halves of a Live Photo that the server has read are one photo, also where another film had the place by its
 * name alone; so are a RAW and the only picture of its shot, a still and a film by their names, an edit and its original. What a person took
 * apart is not joined by itself.
 */
export function checkHalves(world: World): void {
  const { tables } = world.cloud;
  const journal = [...tables.journal.values()];
  for (const library of world.libraries) {
    const own = journal.filter((row) => row.library === library);
    checkApart(world, own);
    checkTogether(world, library, own);
    checkShots(world, library, own);
    checkNamed(world, library, own);
    checkEdits(world, library, own);
  }
}

/** H4: what is added with a photo is with it, also where the photo is here already. */
export function checkAttached(world: World, library: string, change: Change, result: MutationResult): void {
  if (change.name !== 'asset.create' || result.status === 'rejected') return;
  const { tables } = world.cloud;
  const { resources = [] } = assetRows(tables, library, resolve(tables, library, change.args.assetId)) ?? {};
  for (const { role, hash } of change.args.resources)
    if (role !== 'original' && !resources.some((each) => each.role === role && each.hash === hash && !each.removed))
      world.violate('H4', `the ${role} that was added with ${change.args.fields.fileName} is nowhere`);
}

function checkApart(world: World, journal: readonly JournalRow[]): void {
  const split = new Set<string>();
  for (const { assetId, what, deviceId, entry } of journal) {
    if (what === 'asset.split' && deviceId !== null) split.add(`${assetId} ${roleIn(entry.old)}`);
    if (what === 'asset.join' && deviceId === null && split.has(`${assetId} ${roleIn(entry.new)}`))
      world.violate('H2', 'the cloud joined by itself what a person had taken apart');
  }
}

/** The part that a change was about. */
function roleIn(told: unknown): string {
  return (told as { readonly role: string }).role;
}

function checkTogether(world: World, library: string, journal: readonly JournalRow[]): void {
  const { tables } = world.cloud;
  const touched = touchedIn(world, library, journal);
  const halves = Map.groupBy(
    [...tables.halves.rows].filter(([key]) => key.startsWith(`${library} `)),
    ([, pairId]) => pairId,
  );
  for (const [pairId, keys] of halves) {
    const ids = new Set(keys.map(([key]) => resolve(tables, library, key.slice(library.length + 1))));
    const live = [...ids].flatMap((id) => assetRows(tables, library, id) ?? []).filter(({ asset }) => asset.state === 'live');
    const [still, film] = [live.filter(({ asset }) => asset.kind === 'photo'), live.filter(({ asset }) => asset.kind === 'video')];
    if (still.length !== 1 || film.length !== 1 || live.some(({ asset }) => touched.has(asset.id))) continue;
    // A person added the photo with another film.
    const films = still.flatMap(({ asset, resources }) =>
      resources.flatMap((each) => (each.role === 'live-video' ? [{ asset, ...each }] : [])),
    );
    if (films.some(({ asset, hash, removed }) => removed || tables.joinedFilms.get(`${library} ${asset.id} ${hash}`) !== null)) continue;
    world.violate('H1', `the halves of the Live Photo ${pairId} are two photos: ${live.map(({ asset }) => asset.fileName).join(', ')}`);
  }
}

function checkShots(world: World, library: string, journal: readonly JournalRow[]): void {
  const { tables } = world.cloud;
  const touched = touchedIn(world, library, journal);
  const told = [...tables.shots.rows].filter(([key, shot]) => shot !== null && key.startsWith(`${library} `));
  for (const [shot, keys] of Map.groupBy(told, ([, read]) => `${read?.key}`)) {
    const ids = new Set(keys.map(([key]) => resolve(tables, library, key.slice(library.length + 1))));
    // Where there were more of one shot, also such as are deleted by now, none may have been certain.
    if (ids.size !== 2) continue;
    const live = [...ids].flatMap((id) => assetRows(tables, library, id) ?? []).filter(({ asset }) => asset.state === 'live');
    const [raws, pictures] = [live.filter(hasRaw), live.filter((each) => !hasRaw(each))];
    if (raws.length !== 1 || pictures.length !== 1 || live.some(({ asset }) => touched.has(asset.id))) continue;
    if (pictures.some(({ resources }) => resources.some(({ role }) => role === 'raw'))) continue;
    world.violate('H3', `the RAW and the picture of one shot are two photos (${shot.split('\n').join(', ')})`);
  }
}

function hasRaw({ resources }: AssetRows): boolean {
  return resources.some(({ role, mime, removed }) => role === 'original' && !removed && isRawMime(mime));
}

/** H5 */
function checkNamed(world: World, library: string, journal: readonly JournalRow[]): void {
  const { tables } = world.cloud;
  const touched = touchedIn(world, library, journal);
  for (const [name, halves] of Map.groupBy(notedIn(tables.named, library), ([, half]) => nameOfHalf(half))) {
    const [one, other] = liveOnes(world, library, halves, touched).map(([half, rows]) => ({ half, rows }));
    if (one && other && [joinNamed(one, [other]), joinNamed(other, [one])].some((change) => change !== null))
      world.violate('H5', `a still and a film of the name ${name} are two photos`);
  }
}

/** H6 */
function checkEdits(world: World, library: string, journal: readonly JournalRow[]): void {
  if (world.plan.edits !== true) return;
  const touched = touchedIn(world, library, journal);
  for (const shots of Map.groupBy(notedIn(world.cloud.tables.shots, library), ([, shot]) => momentOf(shot)).values()) {
    const [one, other] = liveOnes(world, library, shots, touched).map(([shot, rows]) => ({ shot, rows }));
    if (one && other && [joinEdit(one, [other]), joinEdit(other, [one])].some((change) => change !== null))
      world.violate('H6', `an edit and its original are two photos: ${one.rows.asset.fileName}, ${other.rows.asset.fileName}`);
  }
}

/** What was noted of the files of a library. */
function notedIn<T>(noted: Table<string, T | null>, library: string): [assetId: string, told: T][] {
  return [...noted.rows].flatMap(([key, told]) =>
    told !== null && key.startsWith(`${library} `) ? [[key.slice(library.length + 1), told] as [string, T]] : [],
  );
}

/** Two of which something was noted, and that are photos of their own, as nobody made them; empty where there ever were more, or fewer. */
function liveOnes<T>(
  { cloud: { tables } }: World,
  library: string,
  noted: readonly (readonly [assetId: string, told: T])[],
  touched: ReadonlySet<string>,
): (readonly [told: T, rows: AssetRows])[] {
  const found = noted.flatMap(([assetId, told]) => {
    const rows = assetRows(tables, library, assetId);
    return rows?.asset.state === 'live' && !touched.has(assetId) ? [[told, rows] as const] : [];
  });
  return noted.length === 2 && found.length === 2 ? found : [];
}

/** What a person did something about is as that person wants it; what the server does by itself touches nothing. */
function touchedIn(world: World, library: string, journal: readonly JournalRow[]): ReadonlySet<string> {
  const by = journal.filter(({ what, deviceId }) => !UNTOUCHED.has(what) && !(deviceId === null && OWN.has(what)));
  return new Set(by.map(({ assetId }) => resolve(world.cloud.tables, library, assetId)));
}

const OWN: ReadonlySet<string> = new Set(['asset.join', 'asset.split', 'split-off']);

/** What happens to photos that are as their cameras made them. */
const UNTOUCHED: ReadonlySet<string> = new Set(['asset.create', 'asset.set', 'resource.attach', 'duplicate', 'described']);
