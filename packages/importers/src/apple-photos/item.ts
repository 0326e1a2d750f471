import type { Place } from './place.ts';
import { utcText } from './moment.ts';
import type { Part, PartRole } from './parts.ts';
import type { Photo } from './photo.ts';
import type { Verdict, State } from './verdict.ts';
import type { Where, Whereabouts } from './whereabouts.ts';

/** One photo with all that is said of it. */
export interface Judged {
  readonly photo: Photo;
  readonly verdict: Verdict;
  readonly whereabouts: Whereabouts;
  readonly keywords: readonly string[];
  readonly people: readonly string[];
  /** Whether the original is as it came; null: it was not compared. */
  readonly untouched: boolean | null;
}

type Bit = 0 | 1;

/** What scripts are told of a photo. Null is not known, or not there. */
export interface Item {
  readonly uuid: string;
  readonly type: 'photo' | 'video' | 'unknown';
  readonly kind_subtype: number | null;
  readonly state: State;
  readonly original_db_local: Bit | null;
  readonly original_in_upstream_tree: Bit | '-' | null;
  readonly original_here: Bit | '-' | null;
  readonly original_relpath: string | null;
  readonly original_filename: string | null;
  readonly date_created_utc: string | null;
  readonly tz_offset_s: number | null;
  readonly lat: number | null;
  readonly lon: number | null;
  readonly favourite: Bit | null;
  readonly hidden: Bit | null;
  readonly trashed: number | null;
  readonly trashed_date_utc: string | null;
  readonly edited_flag: Bit | null;
  readonly render_files: string;
  readonly live: Bit | null;
  readonly live_video_upstream: 'present' | 'absent' | null;
  readonly raw_pair: Bit;
  readonly raw_only: Bit;
  readonly burst_uuid8: string | null;
  readonly burst_pick: number | null;
  readonly keywords: string;
  readonly original_size: number | null;
  readonly original_fingerprint: 'match' | 'differs' | '-';
  readonly people: string;
  readonly where: Where;
  readonly missing_parts: readonly PartRole[];
  readonly parts_of_other_size: readonly PartRole[];
  readonly bytes_here: number;
  readonly bytes_in_icloud: number;
  /** False: by rules that no library with ground truth has confirmed yet. */
  readonly sure: boolean;
  readonly edit_in_icloud: Bit | null;
  readonly retrying: Bit;
  readonly stuck: Bit;
  readonly last_known: Bit;
  readonly upload_attempts: number | null;
  readonly last_attempt_utc: string | null;
  readonly added_utc: string | null;
  readonly goes_utc: string | null;
  readonly shared_library: Bit | null;
  /** What stands in the database of photo and master, where the state is unknown. */
  readonly raw_states: { readonly asset: number | null; readonly master: number | null } | null;
}

export function itemOf(judged: Judged, place: Place): Item {
  const { photo, verdict, whereabouts, keywords, people, untouched } = judged;
  const { cloud } = photo;
  const original = originalOf(photo);
  return {
    uuid: photo.uuid,
    type: photo.kind,
    kind_subtype: photo.kindSubtype,
    state: verdict.state,
    original_db_local: original?.here === undefined ? null : bit(original.here === true),
    original_in_upstream_tree: inWholeLibrary(photo),
    original_here: isHere(photo),
    original_relpath: photo.scope === 'referenced' ? '(outside)' : photo.path,
    original_filename: photo.name,
    date_created_utc: utcText(photo.taken),
    tz_offset_s: photo.offset,
    lat: photo.place && rounded(photo.place.lat),
    lon: photo.place && rounded(photo.place.lon),
    favourite: maybe(photo.favourite),
    hidden: maybe(photo.hidden),
    trashed: photo.trashed,
    trashed_date_utc: utcText(photo.trashedAt),
    edited_flag: maybe(photo.edited),
    render_files: renderFiles(photo, place),
    live: maybe(photo.live),
    live_video_upstream: photo.live === true ? liveVideo(photo) : null,
    raw_pair: bit(photo.rawPair),
    raw_only: bit(photo.rawOnly),
    burst_uuid8: photo.burst?.slice(0, 8) ?? null,
    burst_pick: photo.burstPick,
    keywords: keywords.join('|'),
    original_size: photo.originalSize,
    original_fingerprint: untouched === null ? '-' : untouched ? 'match' : 'differs',
    people: people.join('|'),
    where: whereabouts.where,
    missing_parts: whereabouts.missing,
    parts_of_other_size: whereabouts.otherSize,
    bytes_here: bytesHere(photo),
    bytes_in_icloud: bytesInCloud(judged),
    sure: verdict.sure,
    edit_in_icloud: maybe(verdict.editInCloud),
    retrying: bit(verdict.retrying),
    stuck: bit(verdict.stuck),
    last_known: bit(verdict.lastKnown),
    upload_attempts: cloud.attempts,
    last_attempt_utc: utcText(cloud.lastAttempt),
    added_utc: utcText(photo.added),
    goes_utc: utcText(goesAt(photo)),
    shared_library: maybe(photo.sharedLibrary),
    raw_states: verdict.state === 'unknown' ? { asset: cloud.asset ?? null, master: cloud.master ?? null } : null,
  };
}

const bit = (value: boolean): Bit => (value ? 1 : 0);
const maybe = (value: boolean | null): Bit | null => (value === null ? null : bit(value));
/** As exact as a place is ever told: a tenth of a metre. */
const rounded = (value: number): number => Math.round(value * 1e6) / 1e6;

export function originalOf({ parts }: Photo): Part | null {
  return parts.find(({ role }) => role === 'original') ?? null;
}

/** Whether the whole library holds the file: the database says so, or it is here. */
export function inWholeLibrary(photo: Photo): Bit | '-' | null {
  if (photo.scope === 'referenced') return '-';
  const original = originalOf(photo);
  return original === null ? null : bit(original.here === true || original.found != null);
}

export function isHere(photo: Photo): Bit | '-' | null {
  if (photo.scope === 'referenced') return '-';
  const found = originalOf(photo)?.found;
  return found === undefined ? null : bit(found !== null);
}

function liveVideo({ parts }: Photo): 'present' | 'absent' {
  const video = parts.find(({ role }) => role === 'live-video');
  return video !== undefined && (video.here === true || video.found != null) ? 'present' : 'absent';
}

const MADE: readonly PartRole[] = ['edited', 'edited-video', 'edited-live-video', 'previous-edit'];

/** What there is of an edit, without the photo's id: `.plist+1_201_a.jpeg`. */
function renderFiles({ parts, editList, uuid }: Photo, { kind }: Place): string {
  const made = MADE.flatMap((role) => parts.filter((part) => part.role === role && (part.here === true || part.found != null)));
  const names = made.flatMap(({ path }) => {
    const name = path?.split('/').at(-1);
    return name === undefined ? [] : [kind === 'ios' ? name : name.slice(uuid.length + 1)];
  });
  return [...(editList === true ? ['.plist'] : []), ...new Set(names)].join('+');
}

export function bytesHere({ parts }: Photo): number {
  return parts.reduce((sum, { here, found, bytes }) => sum + (found === undefined ? (here === true ? bytes : 0) : (found ?? 0)), 0);
}

/** What an original and its edit take there; smaller versions are not counted against anybody. */
export function bytesInCloud({ photo, verdict }: Judged): number {
  if (verdict.state !== 'in-icloud') return 0;
  const there = photo.parts.filter(({ role, cloudState }) => role !== 'previous-edit' && (cloudState === null || cloudState === 3));
  return there.reduce((sum, { bytes }) => sum + bytes, 0);
}

/** Thirty days, as Photos keeps what was deleted. */
const KEPT = 30 * 86_400_000;
export function goesAt({ trashed, trashedAt }: Photo): number | null {
  return trashed === 1 && trashedAt !== null ? trashedAt + KEPT : null;
}
