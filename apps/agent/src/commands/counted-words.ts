import { areWords, countWords, sizeWords, type Counts } from '@rollcall/protocol';

/** `1 photo or video`, `12,431 photos and videos`. */
export function mediaWords(count: number): string {
  return countWords(count, 'photo or video', 'photos and videos');
}

/** `1 file`, `12,431 files`: a Live Photo is two of them, and what lies beside a photo is one, too. */
export function filesWords(count: number): string {
  return countWords(count, 'file');
}

/** `All 12 files here are safe`. */
export function allSafeWords(count: number): string {
  if (count === 0) return 'No photo or video is here';
  return count === 1 ? '1 file here is safe' : `All ${filesWords(count)} here are safe`;
}

/** How many of those that count are in sync, and how many are to come. */
export function inSyncWords({ onDevice, inSync, excluded }: Counts, incoming: number): string {
  return `${countWords(inSync)} of ${countWords(onDevice - excluded)} ${areWords(inSync)} in sync; ${countWords(incoming)} to come.`;
}

/** ` (2 files left out)`; empty: none is. */
export function leftOutWords(excluded: number): string {
  return excluded === 0 ? '' : ` (${countWords(excluded, 'file')} left out)`;
}

/** Each class of a device's items with its number, where there are any. */
export function partsWords(counts: Counts): string {
  const words: [one: string, many: string, number][] = [
    ['in sync', 'in sync', counts.inSync],
    ['moving', 'moving', counts.moving],
    ['waiting', 'waiting', counts.waiting],
    ['held by your settings', 'held by your settings', counts.held],
    ['failing, will retry', 'failing, will retry', counts.failing],
    ['needs you', 'need you', counts.needsYou],
    ['left out', 'left out', counts.excluded],
  ];
  return words
    .filter(([name, , count]) => count > 0 || name === 'in sync')
    .map(([one, many, count]) => countWords(count, one, many))
    .join(', ');
}

/** What waits for an answer before anything is deleted elsewhere. */
export function wentMissingWords(count: number): string {
  const [waits, them] = count === 1 ? ['waits', 'it'] : ['wait', 'them'];
  return `${countWords(count)} went missing and ${waits} for your answer. See ${them}: rollcall held ls`;
}

/** The question that held deletions ask, and how to answer it. */
export function heldQuestionWords(count: number): string {
  const them = count === 1 ? 'it' : 'them';
  return `${countWords(count, 'photo')} went missing here. Bring ${them} back: rollcall held keep. Delete ${them} everywhere: rollcall held trash.`;
}

/** Missing files that are not held. */
export function settlingWords(count: number): string {
  return `${countWords(count)} more ${areWords(count)} missing and still looked for.`;
}

export function stillWaitWords(count: number): string {
  return `${countWords(count, 'photo')} still ${count === 1 ? 'waits' : 'wait'} for your answer.`;
}

export function lostWords(count: number): string {
  const [they, were] = count === 1 ? ['It', 'was'] : ['They', 'were'];
  return `Lost with the server: ${countWords(count)}. ${they} ${were} only there, and newer than its backup. See ${count === 1 ? 'it' : 'them'}: rollcall lost ls`;
}

export function daysLeftWords(days: number): string {
  return `${countWords(days, 'day')} left`;
}

/** What came of emptying Recently Deleted. */
export function emptiedWords(gone: number, freed: string, kept: number): string {
  const were = kept === 1 ? '1 was kept: it was' : `${countWords(kept)} were kept: they were`;
  return `${countWords(gone)} deleted for good, ${freed} freed.${kept > 0 ? ` ${were} restored meanwhile.` : ''}`;
}

/** Photos that went to Recently Deleted, with their bytes: these take their room until they are gone for good. */
export function movedWords(count: number, bytes: number): string {
  const [they, leave] = count === 1 ? ['it', 'leaves'] : ['they', 'leave'];
  return `${countWords(count, 'photo')} (${sizeWords(bytes)}) moved to Recently Deleted. The room is free only when ${they} ${leave} it: after 30 days, or by rollcall trash empty. Take it back: rollcall undo`;
}

/** What an undone change of this name means for the room in the cloud; empty: nothing. */
export function roomAgainWords(what: string, count: number, bytes: number): string {
  const [they, take, leave] = count === 1 ? ['it', 'takes', 'leaves'] : ['they', 'take', 'leave'];
  if (what === 'asset.trash') return ` (${sizeWords(bytes)}); ${they} ${take} room in the cloud as before`;
  if (what !== 'asset.create' && what !== 'asset.restore') return '';
  return ` (${sizeWords(bytes)}), now in Recently Deleted; the room is free only when ${they} ${leave} it`;
}
