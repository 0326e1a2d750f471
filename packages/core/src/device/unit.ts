import type { DeviceStore } from './store.ts';

/** A file of the device (`f:` and its key), or an asset that may have none here (`a:` and its id). */
export type Unit = `f:${number}` | `a:${string}`;

export const fileUnit = (key: number): Unit => `f:${key}`;
export const assetUnit = (assetId: string): Unit => `a:${assetId}`;

/** All files of an asset: which of them follows it, and which is kept beside it, is told of each by all. */
export const siblingUnits = (store: DeviceStore, assetId: string): Unit[] => store.filesOf(assetId).map(({ key }) => fileUnit(key));
