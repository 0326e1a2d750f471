import { answered, ended, openDatabase } from '../worker/database.ts';

/** What this browser keeps of an account, beside pictures and the program itself. */
const NAME = 'rollcall-library';
const VERSION = 1;

/** `notes`: small things by their names. `pages`: of the change feed. `waiting` and `refused`: changes made here. `uploads`: files that are still to be uploaded. */
type StoreName = 'notes' | 'pages' | 'waiting' | 'refused' | 'uploads';
const ALL: readonly StoreName[] = ['notes', 'pages', 'waiting', 'refused', 'uploads'];
/** What can be fetched again. */
const INDEX: readonly StoreName[] = ['pages'];
const INDEX_NOTES: readonly NoteName[] = ['feed', 'session'];

/** `owner`: whose all this is, an account's id. `away`: that nobody is signed in. `feed`: what is noted beside the pages. `session`: what the server said last of who is signed in. */
type NoteName = 'owner' | 'away' | 'feed' | 'session';

let opening: Promise<IDBDatabase> | null = null;

function open(): Promise<IDBDatabase> {
  return (opening ??= openDatabase(NAME, VERSION, (database) => {
    database.createObjectStore('notes');
    database.createObjectStore('pages', { autoIncrement: true });
    database.createObjectStore('waiting', { keyPath: 'n', autoIncrement: true });
    database.createObjectStore('refused', { keyPath: 'n' });
    database.createObjectStore('uploads', { keyPath: 'assetId' });
  }).then(
    (database) => {
      database.addEventListener('close', () => (opening = null));
      return database;
    },
    (error: unknown) => {
      opening = null;
      throw error;
    },
  ));
}

/** One transaction over these stores: all of it is kept or nothing. `work` must only wait for requests of it. Rejects where nothing can be kept. */
export async function transact<T>(
  names: readonly StoreName[],
  mode: IDBTransactionMode,
  work: (store: (name: StoreName) => IDBObjectStore) => Promise<T>,
): Promise<T> {
  const transaction = (await open()).transaction(names, mode);
  const done = ended(transaction);
  try {
    const result = await work((name) => transaction.objectStore(name));
    await done;
    return result;
  } catch (error) {
    done.catch(() => undefined);
    try {
      transaction.abort();
    } catch {
      // It has ended by itself.
    }
    throw error;
  }
}

export async function readNote(name: NoteName): Promise<unknown> {
  return transact(['notes'], 'readonly', (store) => answered(store('notes').get(name)));
}

export async function writeNote(name: NoteName, value: unknown): Promise<void> {
  await transact(['notes'], 'readwrite', (store) => answered(store('notes').put(value, name)));
}

/** From now on all this is this account's; what was another one's is forgotten. Rejects where nothing can be kept. */
export async function keptBelongsTo(account: string): Promise<void> {
  await transact(ALL, 'readwrite', async (store) => {
    await answered(store('notes').delete('away'));
    if ((await answered(store('notes').get('owner'))) === account) return;
    for (const name of ALL) await answered(store(name).clear());
    await answered(store('notes').put(account, 'owner'));
  });
}

/** Whether all this is this account's, and it is signed in. */
export async function isHere(notes: IDBObjectStore, account: string): Promise<boolean> {
  return (await answered(notes.get('owner'))) === account && (await answered(notes.get('away'))) === undefined;
}

/**
 * Forgets what can be fetched again: who is signed in, and the library. What waits to be sent stays, for the same person.
 * @param away nobody is signed in any more
 */
export async function forgetIndex(away: boolean): Promise<void> {
  await transact(ALL, 'readwrite', async (store) => {
    for (const name of INDEX) await answered(store(name).clear());
    for (const note of INDEX_NOTES) await answered(store('notes').delete(note));
    if (away) await answered(store('notes').put(true, 'away'));
  });
}

/** Forgets everything. */
export async function forgetAll(): Promise<void> {
  await transact(ALL, 'readwrite', async (store) => {
    for (const name of ALL) await answered(store(name).clear());
  });
}
