import { companionRole } from '../plan/pair.ts';
import { findBursts } from './bursts.ts';
import { joinEdits } from './edits.ts';
import { draft, type Burst, type Draft, type GroupedAsset, type GroupFile, type Grouping, type Member, type Unclear } from './file.ts';
import { pairLive } from './live.ts';
import { joinRaws } from './raws.ts';
import { joinSidecars } from './sidecars.ts';

/**
 * Which files of a folder are one photo or video. Every file is in one place: a member of one asset, or among the others. What could
 * belong together in more than one way is left apart, and told.
 */
export function group(files: readonly GroupFile[]): Grouping {
  const ordered = [...files].sort((a, b) => (a.path < b.path ? -1 : 1));
  const unclear: Unclear[] = [];
  const media = ordered.filter(({ kind }) => kind !== 'other');
  const pairs = pairLive(media, unclear);
  const films = new Set(pairs.values());
  let drafts = media.filter((file) => !films.has(file)).map((file) => begin(file, pairs.get(file)));
  drafts = joinRaws(drafts, unclear);
  drafts = joinEdits(drafts, unclear);
  const others = joinSidecars(
    ordered.filter(({ kind }) => kind === 'other'),
    drafts,
    unclear,
  );
  const bursts = findBursts(drafts);
  const burstOf = new Map([...bursts].flatMap(([burst, frames]) => frames.map((frame) => [frame, burst] as const)));
  return {
    assets: drafts.map((each) => finish(each, burstOf.get(each))),
    bursts: [...bursts.keys()],
    unclear,
    others: others.map(({ path }) => path),
  };
}

function begin(file: GroupFile, film: GroupFile | undefined): Draft {
  const begun = draft(file);
  if (film !== undefined) begun.parts.push({ file: film, role: companionRole('video', film.mime) });
  return begun;
}

const ORDER: readonly Member['role'][] = [
  'original',
  'live-video',
  'raw',
  'alternate',
  'audio',
  'edited',
  'edited-video',
  'adjustment-data',
  'sidecar',
];

function finish(whole: Draft, burst: Burst | undefined): GroupedAsset {
  const members = whole.parts.flatMap(({ file, role }): Member[] => [
    { path: file.path, role, within: null },
    ...(file.film === null
      ? []
      : [{ path: file.path, role: role === 'edited' ? 'edited-video' : 'live-video', within: file.film } as const]),
  ]);
  members.sort((a, b) => ORDER.indexOf(a.role) - ORDER.indexOf(b.role));
  return {
    kind: kindOf(whole),
    members,
    burst: burst === undefined ? null : { id: burst.id, key: burst.key === whole.original.path },
  };
}

function kindOf({ original, parts }: Draft): GroupedAsset['kind'] {
  if (original.kind === 'video') return 'video';
  if (original.film !== null) return 'motion-photo';
  return parts.some(({ role }) => role === 'live-video') ? 'live-photo' : 'photo';
}
