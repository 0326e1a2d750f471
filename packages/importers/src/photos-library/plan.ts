import { isComparable } from '../apple-photos/fingerprint.ts';
import type { FoundFile, Left, ReadMedia, Thing, ThingPart } from '../found.ts';
import type { LibraryRow } from './rows.ts';
import { fieldsOf } from './told.ts';

export interface LibraryPlanned {
  readonly things: readonly Thing[];
  readonly left: readonly Left[];
  readonly checksums: { readonly agree: number; readonly disagree: readonly string[] };
}

/** Photos of a library by the bytes of their originals: what lies twice in it is one photo here. */
export type SeenBytes = Map<string, { readonly key: number; readonly label: string }>;

/** What is read of a file by itself; data beside a photo goes as it is. */
export function isRead({ role }: ThingPart): boolean {
  return role !== 'adjustment-data' && role !== 'sidecar';
}

/**
 * Photos of a library as things, by what its database says belongs together: nothing is matched, so nothing is guessed. A photo whose
 * original is none by its bytes is told of where it was read. @param seen grows with what is planned
 */
export function planRows(
  rows: readonly LibraryRow[],
  media: readonly ReadMedia[],
  seen: SeenBytes,
  nameOf: (file: FoundFile) => string,
): LibraryPlanned {
  const reads = new Map(media.map((read) => [read.file.key, read]));
  const left: Left[] = [];
  const disagree: string[] = [];
  let agree = 0;
  const things = rows.flatMap((row): Thing[] => {
    const [original, ...others] = row.parts;
    const read = reads.get(original.file.key);
    if (read === undefined) return [];
    const before = seen.get(read.hash);
    if (before === undefined) seen.set(read.hash, { key: original.file.key, label: row.label });
    else if (before.key !== original.file.key) left.push({ path: row.label, why: 'same-photo', more: before.label });
    if (isComparable(row.fingerprint) && read.appleChecksum !== null) {
      if (read.appleChecksum === row.fingerprint) agree += 1;
      else disagree.push(nameOf(original.file));
    }
    return [
      {
        kind: read.kind,
        parts: [original, ...others.filter((part) => !isRead(part) || reads.has(part.file.key))],
        fields: fieldsOf(read.fields, row.told, row.name),
        told: row.told,
        albums: [],
        shelved: row.shelved,
        trashed: row.trashed,
      },
    ];
  });
  return { things, left, checksums: { agree, disagree } };
}
