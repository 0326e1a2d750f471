import assert from 'node:assert/strict';
import { randomBytes } from 'node:crypto';
import type { LinkedMutation } from '@rollcall/core';
import { CHAIN_START, mintId, mutationHash, type Change, type Entity, type Mutation, type MutationResult } from '@rollcall/protocol';
import { createOf, hashOf } from '../../testing/photos.ts';
import type { FeedPage, LibraryStore } from '../store.ts';

/** One place where libraries are kept, that can be closed and opened again. */
export interface StoreUnderTest {
  readonly store: LibraryStore;
  /** The bytes of a blob have been sent to this library. */
  send(libraryId: string, hash: string, size: number): void;
  /** Bytes that nothing refers to were deleted. */
  loseBytes(hash: string): void;
  /** How much is noted of the file of this asset, in any library, so that it finds what it is one photo with. */
  notes(assetId: string): number;
  /** What `onChange` was told. */
  readonly pokes: readonly { readonly libraryId: string; readonly seq: number }[];
  /** Milliseconds since 1970, as the store sees it. */
  now: number;
  restart(): Promise<void>;
  /** Puts everything back to how it was when `mark` was called, as a restored copy of the data would. */
  mark(): Promise<() => Promise<void>>;
  close(): Promise<void>;
}

export const uuid = (): string => mintId(Date.now(), randomBytes(10));
export const DAY = 86_400_000;

/** A device that keeps its chain. */
export class Chain {
  readonly deviceId = uuid();
  #n = 0;
  #previous = CHAIN_START;
  readonly epoch: string;
  constructor(epoch: string) {
    this.epoch = epoch;
  }
  next(change: Change): LinkedMutation {
    const mutation: Mutation = { deviceId: this.deviceId, epoch: this.epoch, n: (this.#n += 1), previous: this.#previous, ...change };
    this.#previous = mutationHash(mutation);
    return { mutation, hash: this.#previous };
  }
}

export interface Setting {
  readonly under: StoreUnderTest;
  readonly libraryId: string;
  readonly chain: Chain;
  send(...mutations: LinkedMutation[]): ReturnType<LibraryStore['applyMutations']>;
  /** Adds a photo by the chain; answers its id. */
  add(n: number): Promise<string>;
  page(cursor?: string | null, limit?: number): Promise<FeedPage>;
}

export type Rule = (title: string, body: (setting: Setting) => Promise<void>) => void;

export async function settle(under: StoreUnderTest): Promise<Setting> {
  const libraryId = uuid();
  await under.store.createLibrary({ libraryId, accountId: 'anna', quota: 1_000_000 });
  const chain = new Chain(under.store.epoch);
  const setting: Setting = {
    under,
    libraryId,
    chain,
    send: (...mutations) => under.store.applyMutations({ libraryId, deviceId: chain.deviceId, mutations }),
    async add(n) {
      const assetId = uuid();
      under.send(libraryId, hashOf(n), 100);
      assert.deepEqual(resultsOf(await setting.send(chain.next(createOf(assetId, [{ n }])))), [{ status: 'applied' }]);
      return assetId;
    },
    async page(cursor = null, limit = 1000) {
      const page = await under.store.changesSince({ libraryId, cursor, limit, deviceId: chain.deviceId });
      if (typeof page === 'string') throw new Error('the cursor expired');
      return page;
    },
  };
  return setting;
}

export function resultsOf(answer: Awaited<ReturnType<LibraryStore['applyMutations']>>): MutationResult[] {
  assert.ok(answer.applied, `refused: ${JSON.stringify(answer)}`);
  return answer.results.map(({ result }) => result);
}

export function entities(page: FeedPage): Entity[] {
  return page.entries.map(({ json }) => JSON.parse(json) as Entity);
}

export function assetIn(page: FeedPage, assetId: string) {
  const found = entities(page).find((entity) => entity.type === 'asset' && entity.id === assetId);
  return found?.type === 'asset' ? found : undefined;
}
