import { metresBetween, type Towns } from './nearest.ts';

/** Half a turn of the earth: further than any town. Metres. */
const ANYWHERE = 2.1e7;

/**
 * Finds towns by their names: those that are called so, then those whose names begin so, then those that hold it; among these the
 * nearest first. Letters with accents are found without, and the other way round.
 */
export function openNamed(names: readonly string[], { lat, lon }: Towns) {
  // One text for all: looked through a hundred times faster than as many names.
  const folded = names.map(fold);
  const all = `\n${folded.join('\n')}\n`;
  const starts = new Uint32Array(names.length);
  for (let town = 0, at = 1; town < names.length; town += 1) {
    starts[town] = at;
    at += folded[town]!.length + 1;
  }
  return (typed: string, near: { readonly lat: number; readonly lon: number } | null, most: number): number[] => {
    const sought = fold(typed.replaceAll('\n', ' ').trim());
    if (sought === '') return [];
    const found: { readonly town: number; readonly rank: number; readonly distance: number }[] = [];
    let town = 0;
    for (let at = all.indexOf(sought); at >= 0; at = all.indexOf(sought, starts[town]! + folded[town]!.length)) {
      while (town + 1 < starts.length && starts[town + 1]! <= at) town += 1;
      const rank = folded[town] === sought ? 0 : at === starts[town] ? 1 : 2;
      found.push({ town, rank, distance: near === null ? ANYWHERE : metresBetween(near.lat, near.lon, lat[town]!, lon[town]!) });
    }
    return found
      .sort((a, b) => a.rank - b.rank || a.distance - b.distance || a.town - b.town)
      .slice(0, most)
      .map((each) => each.town);
  };
}

/** Without upper case and accents. */
function fold(text: string): string {
  return text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase().replaceAll('ß', 'ss');
}
