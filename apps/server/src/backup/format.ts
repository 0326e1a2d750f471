import { z } from 'zod';

/** How a backup's folder is laid out; see docs/backup.md. */
export const FORMAT = 1;
export const HEAD_FILE = 'backup.json';
export const KEY_FILE_SEALED = 'key.age';
export const MANIFEST_FILE = 'manifest.json';
export const NAMES_FILE = 'blobs.txt';

/** What says that a folder holds backups, and whose. */
export const headSchema = z.object({
  format: z.number().int(),
  id: z.string().regex(/^[0-9a-f]{16}$/),
  /** Of which server: the same for a server that was restored. */
  server: z.string(),
  /** `age`: sealed with the key in `key.age`, which a passphrase opens. */
  sealed: z.enum(['age']).nullable(),
});
export type Head = z.infer<typeof headSchema>;

const sumSchema = z.object({ bytes: z.number().int().min(0), sha256: z.string().regex(/^[0-9a-f]{64}$/) });
export type FileSum = z.infer<typeof sumSchema>;

/** Bytes that the database names and the snapshot has not. */
export const WHYS = ['damaged', 'missing', 'unreadable'] as const;
export type Why = (typeof WHYS)[number];

/** A snapshot's id. */
export const SNAPSHOT = /^\d{8}T\d{6}Z(-\d+)?$/;

/** What stands in a snapshot; it is written last. Sums are those of what was sealed, not of how it is kept. */
export const manifestSchema = z.object({
  format: z.literal(FORMAT),
  id: z.string().regex(SNAPSHOT),
  /** Which moment of the library it shows, and when it was done; milliseconds since 1970. */
  at: z.number().int(),
  finishedAt: z.number().int(),
  /** Of Rollcall. */
  version: z.string(),
  /** Of the database, and of the files beside it. */
  files: z.record(z.string().regex(/^[a-z.-]+$/), sumSchema),
  /** The list of names. */
  names: sumSchema,
  blobs: z.object({ count: z.number().int().min(0), bytes: z.number().int().min(0) }),
  /** What had to be copied for it; the others were there. */
  added: z.object({ count: z.number().int().min(0), bytes: z.number().int().min(0) }),
  lacking: z.number().int().min(0),
});
export type Manifest = z.infer<typeof manifestSchema>;

/** The moment as a name that sorts. */
export function snapshotId(at: number): string {
  return new Date(at).toISOString().replace(/[-:]|\.\d+/g, '');
}
