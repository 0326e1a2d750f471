import { keptPictures, openIndex } from '../worker/pictures.ts';

/** What this browser keeps, and how firmly. `bytes`: of all that it keeps of this site; null: it does not say. */
export interface RoomHere {
  readonly bytes: number | null;
  readonly pictures: number;
  /** The browser does not take it away by itself when room is short; null: it does not say. */
  readonly firm: boolean | null;
}

/** Never rejects. */
export async function roomHere(): Promise<RoomHere> {
  const storage = 'storage' in navigator ? navigator.storage : null;
  const [used, firm, pictures] = await Promise.all([
    storage?.estimate().catch(() => null) ?? null,
    storage?.persisted().catch(() => null) ?? null,
    countPictures().catch(() => 0),
  ]);
  return { bytes: used?.usage ?? null, pictures, firm };
}

async function countPictures(): Promise<number> {
  const index = await openIndex();
  try {
    return (await keptPictures(index)).length;
  } finally {
    index.close();
  }
}

/** Asks the browser not to take away what is kept here by itself. It may ask the person, or just say no. Never rejects. */
export async function keepSafely(): Promise<boolean> {
  try {
    return (await navigator.storage.persisted()) || (await navigator.storage.persist());
  } catch {
    return false;
  }
}
