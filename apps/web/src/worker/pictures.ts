import { answered, ended, openDatabase } from './database.ts';
import { PICTURE_LIMITS, toForget, type KeptPicture } from './room.ts';

/** The cache of the pictures of one account begins with this; the page makes it when somebody is signed in, and without one none is kept. */
export const PICTURES = 'rollcall-pictures-';
const INDEX = 'rollcall-pictures';
const STORE = 'pictures';

/** What was looked at is noted together after this long, in milliseconds. */
const NOTE_AFTER = 1_000;
/** Room is looked at after so many new ones. */
const LOOK_EVERY = 100;

export function openIndex(): Promise<IDBDatabase> {
  return openDatabase(INDEX, 1, (database) => database.createObjectStore(STORE, { keyPath: 'url' }));
}

/** All that is kept, by the index. */
export async function keptPictures(index: IDBDatabase): Promise<KeptPicture[]> {
  return answered(index.transaction(STORE).objectStore(STORE).getAll() as IDBRequest<KeptPicture[]>);
}

/** The name of the cache into which pictures go now; null: nobody is signed in. */
async function cacheName(): Promise<string | null> {
  return (await caches.keys()).find((name) => name.startsWith(PICTURES)) ?? null;
}

/**
 * Pictures that were looked at are kept, up to a limit, and are there without a network. A picture is in the index before it is in the
 * cache, so that none is kept that is not counted.
 */
export class Pictures {
  #index: Promise<IDBDatabase> | null = null;
  #seen = new Map<string, KeptPicture>();
  #noting: Promise<void> | null = null;
  #fresh = 0;

  /** @param wait what the worker must live for */
  async answer(request: Request, wait: (work: Promise<unknown>) => void): Promise<Response> {
    const name = await cacheName();
    const kept = name === null ? undefined : await (await caches.open(name)).match(request.url, { ignoreVary: true });
    if (kept) {
      this.#looked({ url: request.url, bytes: Number(kept.headers.get('content-length') ?? 0), used: Date.now() }, wait);
      return kept;
    }
    // The browser's own store would outlive the person's sign-out.
    const answer = await fetch(request, name === null ? {} : { cache: 'no-store' });
    if (name !== null && answer.status === 200) wait(this.#keep(name, request.url, answer.clone(), wait).catch(() => undefined));
    return answer;
  }

  /**
   * Keeps pictures that a page has got before there was a worker, out of the browser's own store: nothing is asked of the server for that, and
   * what is not there any more is kept when it is seen next. Never rejects.
   */
  async keepThose(urls: readonly string[]): Promise<void> {
    const name = await cacheName();
    if (name === null) return;
    const cache = await caches.open(name);
    for (const url of urls) {
      try {
        if (await cache.match(url, { ignoreVary: true })) continue;
        const answer = await fetch(url, { cache: 'only-if-cached', mode: 'same-origin' });
        if (answer.status === 200) await this.#keep(name, url, answer, () => undefined);
      } catch {
        // The browser has let go of it, or takes no more.
      }
    }
  }

  async #keep(name: string, url: string, answer: Response, wait: (work: Promise<unknown>) => void): Promise<void> {
    const body = await answer.blob();
    // The length of what came, which the server need not have told.
    const headers = new Headers(answer.headers);
    headers.set('content-length', String(body.size));
    const index = await this.#open();
    await this.#write(index, [{ url, bytes: body.size, used: Date.now() }]);
    // Meanwhile somebody may have signed out.
    if (!(await caches.has(name))) return;
    await (await caches.open(name)).put(url, new Response(body, { headers }));
    if ((await cacheName()) !== name) await caches.delete(name);
    this.#fresh += 1;
    if (this.#fresh % LOOK_EVERY === 1) wait(this.#makeRoom(name, index).catch(() => undefined));
  }

  #looked(picture: KeptPicture, wait: (work: Promise<unknown>) => void): void {
    this.#seen.set(picture.url, picture);
    this.#noting ??= new Promise<void>((resolve) => setTimeout(resolve, NOTE_AFTER)).then(async () => {
      const seen = [...this.#seen.values()];
      this.#seen = new Map();
      this.#noting = null;
      await this.#write(await this.#open(), seen).catch(() => undefined);
    });
    wait(this.#noting);
  }

  async #makeRoom(name: string, index: IDBDatabase): Promise<void> {
    const going = toForget(await keptPictures(index), PICTURE_LIMITS);
    const cache = await caches.open(name);
    for (const { url } of going) await cache.delete(url, { ignoreVary: true });
    const transaction = index.transaction(STORE, 'readwrite');
    for (const { url } of going) transaction.objectStore(STORE).delete(url);
    await ended(transaction);
  }

  async #write(index: IDBDatabase, pictures: readonly KeptPicture[]): Promise<void> {
    const transaction = index.transaction(STORE, 'readwrite');
    for (const picture of pictures) transaction.objectStore(STORE).put(picture);
    await ended(transaction);
  }

  #open(): Promise<IDBDatabase> {
    return (this.#index ??= openIndex().catch((error: unknown) => {
      this.#index = null;
      throw error;
    }));
  }
}

/** Keeps pictures of this account from now on, and of no other. */
export async function picturesBelongTo(account: string): Promise<void> {
  const mine = PICTURES + account;
  const others = (await caches.keys()).filter((name) => name.startsWith(PICTURES) && name !== mine);
  if (others.length > 0) await forgetPictures();
  await caches.open(mine);
}

/** Forgets all pictures; none is kept until somebody is signed in. */
export async function forgetPictures(): Promise<void> {
  for (const name of await caches.keys()) if (name.startsWith(PICTURES)) await caches.delete(name);
  const index = await openIndex();
  const transaction = index.transaction(STORE, 'readwrite');
  transaction.objectStore(STORE).clear();
  await ended(transaction);
  index.close();
}
