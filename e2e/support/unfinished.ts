import { readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';

/** Bytes of each upload that a server holds in part; one that ends in this very moment is none. */
export function unfinishedUploads(data: string): number[] {
  return readdirSync(join(data, 'incoming'), { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile())
    .flatMap((entry) => statSync(join(entry.parentPath, entry.name), { throwIfNoEntry: false })?.size ?? []);
}
