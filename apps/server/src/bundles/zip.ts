import { writeXmp } from '@rollcall/media';
import type { Readable } from 'node:stream';
import { ZipFile } from 'yazl';
import { openVerified, streamChecked, type BytesContext } from '../bytes/index.ts';
import type { BundleEntry } from './entries.ts';

/** Photos do not get smaller by being compressed; what is only text is small. */
const STORED = { compress: false, mode: 0o100644 } as const;

export interface Zip {
  readonly stream: Readable;
  /** Bytes of all of it. */
  readonly size: number;
}

/**
 * Files as one ZIP archive (APPNOTE 6.3), made while it is read: one file at a time is open, and nothing is written down. Each is verified as
 * a download is; where bytes are missing or damaged the archive breaks off before its end, and never holds what is wrong.
 */
export async function zipOf(context: BytesContext, entries: readonly BundleEntry[], now: number): Promise<Zip> {
  const zip = new ZipFile();
  const stream = zip.outputStream as Readable;
  zip.on('error', (error: Error) => void stream.destroy(error));
  for (const { name, modifiedAt, of } of entries) {
    const mtime = new Date(modifiedAt ?? now);
    if ('asset' in of) zip.addBuffer(Buffer.from(writeXmp(of.asset)), name, { ...STORED, mtime });
    else {
      const { hash, size } = of.resource;
      zip.addReadStreamLazy(name, { ...STORED, mtime, size }, (give) => {
        verified(context, hash).then(
          (bytes) => give(null, bytes),
          (error: unknown) => give(error, undefined as never),
        );
      });
    }
  }
  const size = await new Promise<number>((resolve) => {
    // The types leave out what is handed over.
    const told = resolve as unknown as () => void;
    zip.end({ forceZip64Format: false, comment: '' }, told);
  });
  return { stream, size };
}

async function verified(context: BytesContext, hash: string): Promise<Readable> {
  const opened = await openVerified(context, hash);
  if (!opened.ok) throw new Error(`the stored bytes of ${hash} are missing or damaged`);
  const { blob, fresh } = opened;
  return fresh ? blob.stream(0, blob.size) : streamChecked(context, hash, blob);
}
