import { deletionWords } from '@rollcall/core';
import { LIMITS, type Change } from '@rollcall/protocol';
import { tellFailure } from '../api/call.ts';
import { devicesQuery, queries } from '../api/queries.ts';
import { act, favourite, restore, tellTrouble, trash } from './act.ts';
import { library } from './live.ts';
import { tell } from '../parts/news.tsx';
import { many } from '../words.ts';

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
  tell(`${ids.length === 1 ? 'Moved' : `${many(ids.length, 'photo')} moved`} to Recently Deleted. ${whereItActs(ids.length)}`, {
    undo: { words: 'Undo', act: () => void doAll(restore(ids)) },
  });
}

/** On which devices that acts, as far as this page was told of them. */
function whereItActs(photos: number): string {
  const devices = (queries.getQueryData(devicesQuery.queryKey) ?? []).filter(({ kind }) => kind !== 'browser');
  return deletionWords({ photos, devices: devices.map(({ name }) => name), undoable: `for ${LIMITS.trash / 86_400_000} days` });
}

/** All of them favourites; or, if they all were already, none. */
export async function toggleFavourites(ids: readonly string[]): Promise<void> {
  const { live } = library().view().replica;
  const on = !ids.every((id) => live.get(id)?.favourite === true);
  await doAll(favourite(ids, on));
}
