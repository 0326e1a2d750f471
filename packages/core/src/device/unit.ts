/** A file of the device (`f:` and its key), or an asset that may have none here (`a:` and its id). */
export type Unit = `f:${number}` | `a:${string}`;

export const fileUnit = (key: number): Unit => `f:${key}`;
export const assetUnit = (assetId: string): Unit => `a:${assetId}`;
