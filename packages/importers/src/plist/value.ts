/** What a property list holds. Large whole numbers lose their last digits. */
export type Plist = string | number | boolean | Date | Uint8Array | readonly Plist[] | PlistRecord;
export interface PlistRecord {
  readonly [name: string]: Plist;
}

/** More than any list of a photo library has; one that refers to itself ends here too. */
export const MOST_VALUES = 200_000;
export const DEEPEST = 32;

export function isRecord(value: Plist | undefined): value is PlistRecord {
  return typeof value === 'object' && !Array.isArray(value) && !(value instanceof Date) && !(value instanceof Uint8Array);
}
