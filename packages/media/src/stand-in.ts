import { HERE } from '#here';
import { within, type MediaSource } from './source.ts';
import { findMark, NO_DIGEST, type FoundMark, type StandInMark } from './stand-in-mark.ts';

/** A compressed version, as it was made (`intact`), or changed since: then what its mark still says. */
export type StandInFile =
  | ({ readonly intact: true } & StandInMark)
  | ({ readonly intact: false } & { readonly [Name in keyof StandInMark]: StandInMark[Name] | null });

/** Bytes; a compressed version is never larger than its pixels. */
const LARGEST = 32 * 1024 * 1024;
const PIECE = 1024 * 1024;

/**
 * Whether a file is a compressed version of a photo or film, and of which; null: it is none. Its name does not matter. Of a file without
 * a mark only the beginning is read. A mark proves nothing of who wrote it. Throws only what `source.read` throws.
 */
export async function readStandIn(file: Pick<MediaSource, 'size' | 'read'>): Promise<StandInFile | null> {
  const source = within(file);
  const found = await findMark(source);
  if (found === null) return null;
  const { digest, digestAt, ...said } = found;
  const mark = wholeOf(said);
  if (mark === null || digest === null || digestAt === null || source.size > LARGEST) return { intact: false, ...said };
  return (await digestOf(source, digestAt)) === digest ? { intact: true, ...mark } : { intact: false, ...said };
}

function wholeOf(said: Omit<FoundMark, 'digest' | 'digestAt'>): StandInMark | null {
  const { assetId, of, kind, fileName } = said;
  return assetId === null || of === null || kind === null || fileName === null ? null : { ...said, assetId, of, kind, fileName };
}

/** Over the whole file, its own 64 characters at `digestAt` taken as zeros. */
export async function digestOf(source: Pick<MediaSource, 'size' | 'read'>, digestAt: number): Promise<string> {
  const hash = HERE.sha256();
  const update = async (from: number, to: number): Promise<void> => {
    for (let at = from; at < to; at += PIECE) hash.update(await source.read(at, Math.min(PIECE, to - at)));
  };
  await update(0, digestAt);
  hash.update(NO_DIGEST);
  await update(digestAt + NO_DIGEST.length, source.size);
  return hash.digest();
}
