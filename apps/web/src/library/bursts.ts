import { standsFor } from '@rollcall/core';
import type { Item } from './item.ts';

/** Frames of bursts by the id of the one that stands for them, two or more of each, in the order of the page. */
export type Bursts = ReadonlyMap<string, readonly Item[]>;

export interface Held {
  /** Of each burst one. */
  readonly items: readonly Item[];
  readonly bursts: Bursts;
}

const NONE: Bursts = new Map();

/**
 * What a page shows of photos: of each burst the frame that stands for it, at its own place. Pure.
 * @param items newest first; the very same are answered where there is no burst among them
 */
export function holdBursts(items: readonly Item[]): Held {
  const byId = new Map<string, Item[]>();
  for (const item of items) {
    if (item.burst === null) continue;
    const frames = byId.get(item.burst.id);
    if (frames) frames.push(item);
    else byId.set(item.burst.id, [item]);
  }
  const bursts = new Map<string, readonly Item[]>();
  const behind = new Set<string>();
  for (const frames of byId.values()) {
    if (frames.length < 2) continue;
    const key = keyOf(frames);
    bursts.set(key, frames);
    for (const { id } of frames) if (id !== key) behind.add(id);
  }
  return bursts.size === 0 ? { items, bursts: NONE } : { items: items.filter(({ id }) => !behind.has(id)), bursts };
}

/** As they were taken, for the first one stands where nothing else decides. */
function keyOf(frames: readonly Item[]): string {
  const taken = [...frames].sort((a, b) => a.at - b.at || (a.fileName < b.fileName ? -1 : 1));
  return standsFor(
    taken.map(({ id, fileName, burst }) => ({ id, fileName, rating: burst?.rating ?? null, edited: burst?.edited === true })),
  ).id;
}

/** All photos that tiles stand for. */
export function framesOf(bursts: Bursts, tiles: readonly string[]): readonly string[] {
  return tiles.flatMap((id) => bursts.get(id)?.map((frame) => frame.id) ?? [id]);
}

/** The tile under which a photo is found. */
export function tileOf(bursts: Bursts, id: string): string {
  for (const [key, frames] of bursts) if (frames.some((frame) => frame.id === id)) return key;
  return id;
}
