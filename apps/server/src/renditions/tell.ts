import { frameOf, namedHalfOf, shotOf } from '@rollcall/core';
import type { WantedRendition } from '../library/store.ts';
import type { JobAnswer } from './job.ts';
import type { RenditionContext } from './make.ts';

/** What an original tells of itself, to the library: it describes it, and says with what it is one photo. */
export async function tellWhatItSays(
  { libraries }: Pick<RenditionContext, 'libraries'>,
  { libraryId, assetId, of, ...wanted }: WantedRendition,
  { fields, livePairId, burstId, moves }: Pick<JobAnswer, 'fields' | 'livePairId' | 'burstId' | 'moves'>,
): Promise<void> {
  if (fields !== null) await libraries.describeAsset(libraryId, assetId, fields);
  if (livePairId !== null) await libraries.joinHalf(libraryId, assetId, livePairId);
  // What has its film inside wants none beside it.
  const half = fields === null || moves ? null : namedHalfOf({ ...of, fileName: wanted.fileName, livePairId, fields });
  if (half !== null) await libraries.joinNamed(libraryId, assetId, half);
  const shot = fields && shotOf(wanted.fileName, fields);
  if (shot !== null && wanted.kind === 'photo') await libraries.joinShot(libraryId, assetId, shot);
  // The film of a Live Photo goes where its still goes.
  if (shot !== null && !(wanted.kind === 'video' && livePairId !== null)) await libraries.joinEdit(libraryId, assetId, shot);
  const frame = wanted.kind === 'photo' ? frameOf(wanted.fileName, burstId, fields?.camera ?? null) : null;
  // What became a part of another photo by now is no frame any more.
  if (frame !== null) await libraries.holdFrame(libraryId, assetId, frame);
}
