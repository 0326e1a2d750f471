import { planted, type Change } from '@rollcall/protocol';
import { stemOf } from '../group/file-names.ts';
import { joinHalves } from './halves.ts';
import { inverse } from './inverse.ts';
import type { AssetRows } from './rows.ts';

/** A film of a photo that became a part of it by its name alone, without a person. */
export interface NamedFilm {
  readonly hash: string;
  /** The entry of the journal that tells of it. */
  readonly joined: Parameters<typeof inverse>[0];
}

/**
 * An identifier outranks a name, also afterwards: what makes one photo of the halves that the camera's identifier names, where a film that
 * was joined by its name alone has the place of the real one. That film steps aside: it is a photo of its own again, as it was before, and
 * what the photo took from it goes back with it. Empty where the other half is not here, or where no such film is in its way. Pure.
 * @param read whose file was just read
 * @param others those of the same library whose files have the same identifier
 * @param filmsOf those films of one of these photos
 * @param newId for the film that steps aside
 */
export function joinOutranking(
  read: AssetRows,
  others: readonly AssetRows[],
  filmsOf: (photo: AssetRows) => readonly NamedFilm[],
  newId: string,
): readonly Change[] {
  if (planted('name-outranks')) return [];
  const all = [read, ...others];
  const named = new Map(all.filter(({ asset }) => asset.kind === 'photo').map((each) => [each.asset.id, filmsOf(each)]));
  const hashes = new Set([...named.values()].flat().map(({ hash }) => hash));
  const join = hashes.size === 0 ? null : joinHalves(read, others, hashes);
  if (join?.name !== 'asset.join') return [];
  const rowsOf = (id: string): AssetRows | undefined => all.find(({ asset }) => asset.id === id);
  const [photo, film] = [rowsOf(join.args.assetId), rowsOf(join.args.joined)];
  const going = goingOf(photo, film, named.get(join.args.assetId) ?? []);
  const apart = going && inverse(going.joined, { asset: () => photo, newId });
  return apart?.can === true ? [...apart.changes, join] : [];
}

/** Of an edit with its original, which may have a film each, the film goes whose name the coming one has; where names do not tell, none. */
function goingOf(photo: AssetRows | undefined, film: AssetRows | undefined, films: readonly NamedFilm[]): NamedFilm | undefined {
  if (films.length < 2) return films[0];
  const called = (hash: string): string | null => photo?.resources.find((each) => each.hash === hash && !each.removed)?.fileName ?? null;
  const own = films.filter(({ hash }) => stemOf(called(hash) ?? '') === stemOf(film?.asset.fileName ?? ''));
  return own.length === 1 ? own[0] : undefined;
}
