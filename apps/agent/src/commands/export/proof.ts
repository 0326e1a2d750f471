import { areWords, countWords, sizeWords } from '@rollcall/protocol';

/** What came of an export. All paths are below its top. */
export interface ExportProof {
  readonly version: 1;
  readonly to: string;
  /** Nothing was written. */
  readonly dryRun: boolean;
  /** ISO 8601. */
  readonly begunAt: string;
  readonly endedAt: string;
  /** All that was chosen, and that the device knows of, is there, verified. */
  readonly complete: boolean;
  /** Why it had to do without the cloud, which may have something newer; null: it had not to. */
  readonly stopped: string | null;
  readonly photos: { readonly all: number; readonly trashed: number };
  /** Files of photos, without what is written beside them. `fetched`, `copied` and `there` are how they came: from the cloud, from the device's folder, or before. */
  readonly files: {
    readonly all: number;
    readonly bytes: number;
    readonly fetched: number;
    readonly copied: number;
    readonly there: number;
  };
  readonly xmp: number;
  readonly albums: number;
  /** Parts that could not be had. */
  readonly missing: readonly { readonly photo: string; readonly name: string; readonly role: string; readonly why: string }[];
  /** What an earlier export put there, and the library does not have any more; it stays. */
  readonly stale: readonly string[];
  /** Bytes; `needed` is what is not there yet. */
  readonly room: { readonly needed: number; readonly free: number };
  /** SHA-256 of `photos.jsonl`, which names every file with its own; null: it was not written. */
  readonly digest: string | null;
}

/** Of a long list so many are named; JSON has all. */
const NAMED = 20;

/** A proof for a terminal. */
export function exportWords(proof: ExportProof): string[] {
  const { dryRun, photos, files, room, missing, stale } = proof;
  const lines: string[] = [];
  const trash = photos.trashed > 0 ? `, ${photos.trashed} of them from Recently Deleted` : '';
  const whole = `${countWords(photos.all, 'photo or video', 'photos and videos')}${trash}: ${countWords(files.all, 'file')}, ${sizeWords(files.bytes)}`;
  if (proof.stopped !== null)
    lines.push(`It was done without the cloud, by what this device knew: ${proof.stopped} Run it again later, and it goes on from there.`);
  if (dryRun) {
    lines.push(`${whole}.`, roomWords(room));
    return lines;
  }
  lines.push(
    `${whole}. Each is byte for byte what the library has, by SHA-256 (${files.fetched} from the cloud, ${files.copied} from this device, ${files.there} there already).`,
    `With ${countWords(proof.xmp, 'XMP file')} and ${countWords(proof.albums, 'album')}.`,
  );
  if (proof.digest !== null) lines.push(`Digest of the list of all files: ${proof.digest}`);
  if (missing.length > 0) {
    lines.push(`${countWords(missing.length, 'file')} could not be exported:`);
    for (const { name, role, why } of missing.slice(0, NAMED)) lines.push(`  ${name} (${role}): ${why}`);
    if (missing.length > NAMED) lines.push(`  and ${missing.length - NAMED} more: --json names all`);
  }
  if (stale.length > 0)
    lines.push(
      `${countWords(stale.length, 'file')} of an earlier export ${areWords(stale.length)} not in the library any more, or ${stale.length === 1 ? 'has' : 'have'} another name there; left as ${stale.length === 1 ? 'it is' : 'they are'}.`,
    );
  return lines;
}

/** Room on the disk, and whether it is enough. */
export function roomWords({ needed, free }: ExportProof['room']): string {
  const told = `${sizeWords(needed)} of room ${areWords(needed)} needed, ${sizeWords(free)} are free`;
  return needed > free ? `${told}: ${sizeWords(needed - free)} are lacking.` : `${told}.`;
}
