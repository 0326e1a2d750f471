import type { Left } from '../found.ts';
import type { Origin } from '../survey.ts';

/** What an import found and did, and what proves it. All paths are as a person knows them. */
export interface Proof {
  readonly version: 1;
  /** Nothing was sent: it was only looked at. */
  readonly dryRun: boolean;
  /** The folder into which the files were put, for a device to bring them; absent: they came into the library itself. */
  readonly folder?: string;
  /** ISO 8601. */
  readonly begunAt: string;
  /** All of it was in the library, and the cloud began to read it again; null: it did not come so far. */
  readonly importedAt: string | null;
  readonly endedAt: string;
  /** It went through to its end; else it goes on where it stopped when it is begun again. */
  readonly complete: boolean;
  /** Why it stopped before its end. */
  readonly stopped: string | null;
  readonly sources: readonly { readonly name: string; readonly kind: 'folder' | 'zip'; readonly origin: Origin; readonly files: number }[];
  /** Parts of Apple's, or of Google's, that are not among what was given, by their numbers; of Google's those before the last that is. */
  readonly missingParts: readonly number[];
  readonly files: {
    readonly found: number;
    /** Photos and films. */
    readonly media: number;
    readonly bytes: number;
    /** Those of bytes that the library does not have, or did not have before. */
    readonly fresh: number;
    readonly freshBytes: number;
  };
  /** What tells of photos: rows of tables, and files beside them. */
  readonly told: { readonly all: number; readonly matched: number };
  readonly things: {
    readonly all: number;
    readonly added: number;
    readonly alreadyThere: number;
    /** Deleted from the library before, and left so. */
    readonly deletedBefore: number;
    readonly failed: number;
    readonly livePhotos: number;
    readonly withRaw: number;
    readonly edited: number;
    readonly favourites: number;
    readonly hidden: number;
    readonly trashed: number;
    /** Left out because they were in the trash. */
    readonly leftInTrash: number;
    /** Nothing says when they were taken. */
    readonly undated: number;
  };
  readonly albums: {
    readonly all: number;
    readonly lines: number;
    readonly found: number;
    readonly placed: number;
    /** Albums that somebody deleted since, and that stay so. */
    readonly deleted: readonly string[];
  };
  readonly checksums: { readonly agree: number; readonly disagree: readonly string[] };
  /** What the server has, read again there and compared with what was read here. */
  readonly verified: { readonly files: number; readonly bytes: number; readonly wrong: readonly string[] };
  readonly room: { readonly needed: number; readonly free: number } | null;
  /** Photos and films about which nothing is told beside them. */
  readonly withoutData: readonly string[];
  /** Files whose own date differs from the one that is told of them to the minute; their own counts. */
  readonly otherDates: readonly string[];
  readonly left: readonly Left[];
  readonly failed: readonly { readonly path: string; readonly words: string }[];
}
