import { say, sayMany } from '@rollcall/protocol';
import { LEFT_WHAT, LEFT_WHY, type Left, type LeftWhy } from '../found.ts';
import { albumsWords, filesWords, photosWords } from './counted.ts';

/** Everything that was not matched or not imported, by why; those that need nothing last. */
export function leftByWhy(left: readonly Left[]): [LeftWhy, readonly Left[]][] {
  const groups = Map.groupBy(left, ({ why }) => why);
  return (Object.keys(LEFT_WHY) as LeftWhy[]).flatMap((why) =>
    groups.has(why) ? [[why, groups.get(why)!] as [LeftWhy, readonly Left[]]] : [],
  );
}

function whatWords(why: LeftWhy, many: number): string {
  const what = LEFT_WHAT[why];
  switch (what) {
    case undefined:
      return filesWords(many);
    case 'photo':
      return photosWords(many);
    case 'album':
      return albumsWords(many);
    case 'library':
      return sayMany(many, '{count} library', '{count} libraries');
    default:
      return what satisfies never;
  }
}

/** Why so many of them were left, of one as of many. */
export function leftWords(why: LeftWhy, files: number): string {
  return `${whatWords(why, files)}: ${say(LEFT_WHY[why])}`;
}
