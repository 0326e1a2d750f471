import type { Photo } from './photo.ts';
import type { CloudSwitch } from './switch.ts';

/** Where a photo stands with iCloud. */
export const STATES = [
  'in-icloud',
  'pending-upload',
  'push-failed',
  'quarantined',
  'not-pushed',
  'icloud-off',
  'referenced',
  'shared-album',
  'moment-share',
  'syndicated',
  'incomplete',
  'expunging',
  'unknown',
] as const;
export type State = (typeof STATES)[number];

export interface Verdict {
  readonly state: State;
  /** False: by rules that no library with ground truth has confirmed yet. */
  readonly sure: boolean;
  /** Whether the edit is in iCloud as well; null: there is none, or the original is not there either. */
  readonly editInCloud: boolean | null;
  /** An upload that failed before, and is tried again. */
  readonly retrying: boolean;
  /** Waiting for longer than waiting takes. */
  readonly stuck: boolean;
  /** In a library where iCloud Photos is off: what was so when it was last on. */
  readonly lastKnown: boolean;
}

export interface Surroundings {
  readonly cloud: CloudSwitch;
  /** Milliseconds since 1970. */
  readonly now: number;
  /** Ids that the sync engine has put aside. */
  readonly aside: ReadonlySet<string>;
  /** False: too much contradicts what is known of such databases; nothing is said of iCloud then. */
  readonly trusted: boolean;
}

/** What was added so long ago, and not even handed over, does not wait any more. */
const STUCK_AFTER = 86_400_000;
const KNOWN_STATES: readonly unknown[] = [0, 1, 2, 3, 4, null, undefined];

/** The first that is true counts. */
export function judge(photo: Photo, surroundings: Surroundings): Verdict {
  const { cloud, now, aside, trusted } = surroundings;
  const { master, asset, hasMaster, id, masterId, anyFailed, anyQuarantined } = photo.cloud;
  const apart = stateApart(photo);
  if (apart !== null) return apart;
  if (!trusted || !KNOWN_STATES.includes(asset) || !KNOWN_STATES.includes(master)) return verdict('unknown', false);
  const isAside = [id, masterId, photo.uuid].some((name) => name != null && aside.has(name));
  const lastKnown = cloud === 'was-on';
  const tried = { retrying: (photo.cloud.attempts ?? 0) > 0, lastKnown };
  if (asset === 4 || master === 4 || anyQuarantined || isAside) return verdict('quarantined', false, tried);
  if (asset === 2 || master === 2 || anyFailed) return verdict('push-failed', false, tried);
  // The original is there as soon as its master is; the photo's own state only says that it was handed over.
  if (master === 3 && (asset === 1 || asset === undefined))
    return verdict('in-icloud', asset === 1, { editInCloud: editInCloud(photo), lastKnown });
  if (hasMaster === undefined && id !== null) return verdict('unknown', false);
  if (hasMaster === true) return waiting(photo, surroundings, tried);
  if (cloud === 'on') return verdict('not-pushed', false, { stuck: photo.added !== null && now - photo.added > STUCK_AFTER });
  if (cloud === 'unknown') return verdict('unknown', false);
  return id == null ? verdict('icloud-off', true, { lastKnown }) : verdict('unknown', false);
}

/** Handed over once: it waits, or did so when iCloud Photos was last on. */
function waiting(photo: Photo, { cloud }: Surroundings, tried: Partial<Verdict>): Verdict {
  const { master } = photo.cloud;
  if (cloud === 'was-on') return verdict('icloud-off', false, { lastKnown: true });
  if (master === 0 || master === 1) return verdict('pending-upload', true, tried);
  // Uploaded, and yet not handed over: that was never seen.
  return verdict('unknown', false);
}

/** What has no part in iCloud Photos, or is not whole. Null: it has. */
function stateApart({ scope, trashed, complete }: Photo): Verdict | null {
  switch (scope) {
    case 'shared':
      return verdict('shared-album', true);
    case 'moment':
      return verdict('moment-share', false);
    case 'syndicated':
      return verdict('syndicated', false);
    case 'referenced':
      return verdict('referenced', true);
    case 'library':
      if (trashed === 2) return verdict('expunging', false);
      return complete === false ? verdict('incomplete', false) : null;
    default:
      return scope satisfies never;
  }
}

/** Only what Photos made of the whole picture counts, not its small previews. Null also: nobody says so. */
function editInCloud({ parts, edited }: Photo): boolean | null {
  const made = parts.filter(({ role }) => role === 'edited' || role === 'edited-video' || role === 'edited-live-video');
  if (made.length === 0 || edited === false) return null;
  if (made.some(({ cloudState }) => cloudState !== null && cloudState !== 3)) return false;
  return made.every(({ cloudState }) => cloudState === 3) ? true : null;
}

function verdict(state: State, sure: boolean, more: Partial<Verdict> = {}): Verdict {
  return { state, sure, editInCloud: null, retrying: false, stuck: false, lastKnown: false, ...more };
}
