import type { AssetField, ResourceField } from './fields.ts';
import { bytesHere, bytesInCloud, inWholeLibrary, isHere, originalOf, type Judged } from './item.ts';
import type { Photo } from './photo.ts';
import type { Schema } from './schema.ts';
import { STATES } from './verdict.ts';

/** A number that is counted over all photos, and the columns without which it is not known. */
interface Metric {
  readonly name: string;
  readonly needs: readonly (AssetField | `part ${ResourceField}`)[];
  readonly counts: (judged: Judged) => boolean;
}

const of = (name: string, needs: Metric['needs'], counts: (photo: Photo) => boolean): Metric => ({
  name,
  needs,
  counts: ({ photo }) => counts(photo),
});
const isSubtype = (name: string, subtype: number): Metric => of(name, ['kindSubtype'], (photo) => photo.kindSubtype === subtype);
const HERE = ['part subtype', 'part here'] as const;

const METRICS: readonly Metric[] = [
  of('assets', [], () => true),
  of('photos', [], ({ kind }) => kind === 'photo'),
  of('videos', [], ({ kind }) => kind === 'video'),
  of('live_photos', ['kindSubtype'], ({ live }) => live === true),
  of('burst_members', ['burst'], ({ burst }) => burst !== null),
  of('burst_not_picked', ['burst', 'burstPick'], ({ burst, burstPick }) => burst !== null && ((burstPick ?? 0) & 24) === 0),
  of('raw_only_original', ['part subtype'], ({ rawOnly }) => rawOnly),
  of('raw_plus_jpeg_pairs', ['part subtype'], ({ rawPair }) => rawPair),
  isSubtype('screenshots', 10),
  isSubtype('screen_recordings', 103),
  isSubtype('slow_motion', 101),
  isSubtype('time_lapse', 102),
  of('panoramas', ['kindSubtype'], ({ kindSubtype, hdr }) => kindSubtype === 1 || hdr === 6),
  of('depth_or_portrait', ['depth'], ({ depth }) => depth === true),
  of('hdr_type_3', ['hdr'], ({ hdr }) => hdr === 3),
  of('spatial', ['spatial'], ({ spatial }) => spatial === true),
  of('trashed', ['trashed'], ({ trashed }) => (trashed ?? 0) !== 0),
  of('hidden', ['hidden'], ({ hidden }) => hidden === true),
  of('favourites', ['favourite'], ({ favourite }) => favourite === true),
  of('shared_album_items', ['saved'], ({ scope }) => scope === 'shared'),
  of('referenced', ['saved'], ({ scope }) => scope === 'referenced'),
  of('edited_flag', ['edited'], ({ edited }) => edited === true),
  of('edited_with_full_render_file', HERE, ({ parts }) =>
    parts.some(({ role, here }) => (role === 'edited' || role === 'edited-video') && here === true),
  ),
  of('located', ['latitude', 'longitude'], ({ place }) => place !== null),
  of('titled', ['title'], ({ title }) => title !== null),
  of('described', ['description'], ({ description }) => description !== null),
  ...STATES.map((state): Metric => ({ name: `state.${state}`, needs: [], counts: ({ verdict }) => verdict.state === state })),
  of('originals.db_local', HERE, (photo) => originalOf(photo)?.here === true),
  of('originals.db_not_local', HERE, (photo) => originalOf(photo)?.here !== true),
  of('originals.in_library_tree_upstream', HERE, (photo) => inWholeLibrary(photo) === 1),
  of('originals.absent_from_tree_upstream', HERE, (photo) => inWholeLibrary(photo) === 0),
  of('originals.outside_library', ['saved'], ({ scope }) => scope === 'referenced'),
  of('originals.here', [], (photo) => isHere(photo) === 1),
  { name: 'optimised_cloud_only', needs: HERE, counts: isOptimised },
  { name: 'edit_not_in_icloud', needs: ['part version', 'part cloudState'], counts: ({ verdict }) => verdict.editInCloud === false },
  { name: 'stuck', needs: [], counts: ({ verdict }) => verdict.stuck },
  { name: 'retrying', needs: [], counts: ({ verdict }) => verdict.retrying },
  of('shared_library', ['sharedLibrary'], ({ sharedLibrary }) => sharedLibrary === true),
  { name: 'fingerprint.match_here', needs: ['fingerprint'], counts: ({ untouched }) => untouched === true },
  { name: 'fingerprint.differs_here', needs: ['fingerprint'], counts: ({ untouched }) => untouched === false },
];

/** By the word of the database, as all of these are: whether the file is here after all, `where` tells. */
function isOptimised({ photo, verdict }: Judged): boolean {
  const original = originalOf(photo);
  return verdict.state === 'in-icloud' && original?.here === false && (original.remote ?? 1) >= 1;
}

export type Totals = Record<string, number | string | null>;

/** Counts photo by photo. */
export class Counter {
  readonly #counts = METRICS.map(() => 0);
  readonly #bursts = new Set<string>();
  #bytesHere = 0;
  #bytesInCloud = 0;

  add(judged: Judged): void {
    for (const [at, { counts }] of METRICS.entries()) if (counts(judged)) this.#counts[at] = (this.#counts[at] ?? 0) + 1;
    if (judged.photo.burst !== null) this.#bursts.add(judged.photo.burst);
    this.#bytesHere += bytesHere(judged.photo);
    this.#bytesInCloud += bytesInCloud(judged);
  }

  /** By the names that scripts know; null: the schema does not tell, or nobody could look. */
  totals({ assets, resources }: Schema, looked: boolean): Totals {
    const known = (name: Metric['needs'][number]): boolean =>
      name.startsWith('part ') ? resources.has(name.slice(5) as ResourceField) : assets.has(name as AssetField);
    const counted = METRICS.map(({ name, needs }, at): [string, number | null] => {
      const told = needs.every(known) && (looked || !FILES.includes(name));
      return [name, told ? (this.#counts[at] ?? 0) : null];
    });
    return {
      ...Object.fromEntries(counted),
      burst_groups: assets.has('burst') ? this.#bursts.size : null,
      bytes_here: this.#bytesHere,
      bytes_in_icloud: this.#bytesInCloud,
    };
  }
}

/** What only files tell. */
const FILES: readonly string[] = ['originals.here', 'fingerprint.match_here', 'fingerprint.differs_here'];
