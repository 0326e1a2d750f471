/** A request of IndexedDB as a promise; rejects with its error. */
export function answered<T>(request: IDBRequest<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    request.addEventListener('success', () => resolve(request.result));
    request.addEventListener('error', () => reject(request.error ?? new Error('The browser’s storage failed.')));
  });
}

/** Resolves when all of it is kept, rejects when none of it is. */
export function ended(transaction: IDBTransaction): Promise<void> {
  return new Promise((resolve, reject) => {
    const broken = (): void => reject(transaction.error ?? new Error('The browser’s storage failed.'));
    transaction.addEventListener('complete', () => resolve());
    transaction.addEventListener('abort', broken);
    transaction.addEventListener('error', broken);
  });
}

/** Opens a database; `make` makes its stores where there is none yet. Rejects where the browser keeps nothing. */
export async function openDatabase(name: string, version: number, make: (database: IDBDatabase) => void): Promise<IDBDatabase> {
  const request = indexedDB.open(name, version);
  request.addEventListener('upgradeneeded', () => make(request.result));
  const database = await answered(request);
  // A newer page makes it anew; who holds it open would keep that one waiting for ever.
  database.addEventListener('versionchange', () => database.close());
  return database;
}
