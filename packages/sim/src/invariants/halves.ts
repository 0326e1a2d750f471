import type { AssetRows } from '@rollcall/core';
import { isRawMime, type Change, type MutationResult } from '@rollcall/protocol';
import type { World } from '../play/world.ts';
import type { JournalRow } from '../server/tables.ts';
import { assetRows, resolve } from '../server/library.ts';

/**
 * H1 to H3: at rest the halves of a Live Photo that the server has read are one photo, and so are a RAW and the only picture of its shot;
 * what a person took apart is not joined by itself.
 */
export function checkHalves(world: World): void {
  const { tables } = world.cloud;
  const journal = [...tables.journal.values()];
  for (const library of world.libraries) {
    const own = journal.filter((row) => row.library === library);
    checkApart(world, own);
    checkTogether(world, library, own);
    checkShots(world, library, own);
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
    if (what === 'asset.split') split.add(`${assetId} ${roleIn(entry.old)}`);
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
    if (still.some(({ resources }) => resources.some(({ role }) => role === 'live-video'))) continue;
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

/** What a person did something about is as that person wants it. */
function touchedIn(world: World, library: string, journal: readonly JournalRow[]): ReadonlySet<string> {
  return new Set(journal.filter(({ what }) => !UNTOUCHED.has(what)).map(({ assetId }) => resolve(world.cloud.tables, library, assetId)));
}

/** What happens to photos that are as their cameras made them. */
const UNTOUCHED: ReadonlySet<string> = new Set(['asset.create', 'asset.set', 'resource.attach', 'duplicate', 'described']);
