import type { AssetFields } from '@rollcall/protocol';

/**
 * Whether a capture date says at what time of its day. Midnight without a zone is what stands for a day alone (a scanner's, a messenger's in
 * the file's name) and for no date at all; a person who sets midnight means it. Pure.
 */
export function timeIsKnown({ capturedAt, capturedSource }: Pick<AssetFields, 'capturedAt' | 'capturedSource'>): boolean {
  return capturedSource === 'person' || !capturedAt.endsWith('T00:00:00');
}
