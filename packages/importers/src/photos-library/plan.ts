import { isComparable } from '../apple-checksum.ts';
import { NOTHING_TOLD, type FoundFile, type Left, type ReadMedia, type Thing, type ThingPart } from '../found.ts';
import type { LibraryRow } from './reading.ts';
import { fieldsOf } from './told.ts';

export interface LibraryPlanned {
  readonly things: readonly Thing[];
  readonly left: readonly Left[];
  readonly checksums: { readonly agree: number; readonly disagree: readonly string[] };
}

/** Photos of a library by the bytes of their originals and edits: what lies twice in it is one photo here. */
export type SeenBytes = Map<string, { readonly key: number; readonly label: string; readonly as: 'original' | 'edit' }>;

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
    const twice = before === undefined || before.key === original.file.key ? null : before;
    noteBytes(row, reads, seen);
    if (twice !== null) left.push({ path: row.label, why: twice.as === 'edit' ? 'same-edit' : 'same-photo', more: twice.label });
    // In the trash there, and here as what it is the same as.
    if (twice?.as === 'edit' && row.trashed) return [];
    if (row.burst !== null && read.facts.burstId?.toUpperCase() !== row.burst.toUpperCase())
      left.push({ path: row.label, why: 'burst-apart' });
    if (isComparable(row.fingerprint) && read.appleChecksum !== null) {
      if (read.appleChecksum === row.fingerprint) agree += 1;
      else disagree.push(nameOf(original.file));
    }
    return [
      {
        kind: read.kind,
        parts: [original, ...others.filter((part) => !isRead(part) || reads.has(part.file.key))],
        fields: fieldsOf(read.fields, row.told, row.name),
        // What was said of it was not said of the photo that shows it as its edit.
        told: twice?.as === 'edit' ? NOTHING_TOLD : row.told,
        albums: [],
        shelved: row.shelved,
        trashed: row.trashed,
      },
    ];
  });
  return { things, left, checksums: { agree, disagree } };
}

function noteBytes({ parts, label }: LibraryRow, reads: ReadonlyMap<number, ReadMedia>, seen: SeenBytes): void {
  for (const { file, role } of parts) {
    const hash = reads.get(file.key)?.hash;
    if (hash === undefined || seen.has(hash) || (role !== 'original' && role !== 'edited')) continue;
    seen.set(hash, { key: file.key, label, as: role === 'original' ? 'original' : 'edit' });
  }
}
