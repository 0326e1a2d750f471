import { deletionWords } from '@rollcall/core';
import { LIMITS, say, sayMany, type Change } from '@rollcall/protocol';
import { tellFailure } from '../api/call.ts';
import { devicesQuery, queries } from '../api/queries.ts';
import { act, favourite, hide, restore, tellTrouble, trash } from './act.ts';
import { library } from './live.ts';
import { tell } from '../parts/news.tsx';

/** Does it, and says so if it did not work. Whether everything was done. */
export async function doAll(changes: readonly Change[]): Promise<boolean> {
  try {
    const trouble = tellTrouble(await act(changes));
    if (trouble !== null) tell(trouble, { tone: 'trouble' });
    return trouble === null;
  } catch (error) {
    tell(tellFailure(error), { tone: 'trouble' });
    return false;
  }
}

/** To Recently Deleted, with a way back. */
export async function moveToDeleted(ids: readonly string[]): Promise<void> {
  if (ids.length === 0 || !(await doAll(trash(ids)))) return;
  const moved = sayMany(ids.length, 'Moved to Recently Deleted.', '{count} photos moved to Recently Deleted.');
  tell(`${moved} ${whereItActs(ids.length)}`, {
    undo: { words: say('Undo'), act: () => void doAll(restore(ids)) },
  });
}

/** On which devices that acts, as far as this page was told of them. */
function whereItActs(photos: number): string {
  const devices = (queries.getQueryData(devicesQuery.queryKey) ?? []).filter(({ kind, app }) => kind !== 'browser' && app === undefined);
  return deletionWords({
    photos,
    devices: devices.map(({ name }) => name),
    undoable: say('for {days} days', { days: LIMITS.trash / 86_400_000 }),
  });
}

/** All of them favourites; or, if they all were already, none. */
export async function toggleFavourites(ids: readonly string[]): Promise<void> {
  const { live } = library().view().replica;
  const on = !ids.every((id) => live.get(id)?.favourite === true);
  await doAll(favourite(ids, on));
}

/** Out of everything but the page of hidden photos, with a way back. */
export async function hidePhotos(ids: readonly string[]): Promise<void> {
  if (ids.length === 0 || !(await doAll(hide(ids, true)))) return;
  tell(
    sayMany(
      ids.length,
      '{count} photo hidden. Find it under Albums, with your password.',
      '{count} photos hidden. Find them under Albums, with your password.',
    ),
    { undo: { words: say('Undo'), act: () => void doAll(hide(ids, false)) } },
  );
}

/** Back among all photos. */
export async function showPhotos(ids: readonly string[]): Promise<void> {
  if (await doAll(hide(ids, false)))
    tell(sayMany(ids.length, '{count} photo shown again, among all others.', '{count} photos shown again, among all others.'));
}
