import { sizeWords } from '@rollcall/protocol';
import { LEFT_WHAT, LEFT_WHY, type Left, type LeftWhy } from '../found.ts';
import type { Proof } from './proof.ts';

const ORIGINS = {
  'photos-library': 'a library of Photos',
  'google-takeout': 'Google Takeout',
  'apple-export': 'Apple’s export',
  folder: 'files',
} as const;
/** Of a long list so many are named; JSON has all. */
const NAMED = 20;

export function count(many: number, one: string, several: string): string {
  return `${many.toLocaleString('en-GB')} ${many === 1 ? one : several}`;
}

/** One line of a proof: what was counted, and what it says; `bad` needs a person’s eye. */
export interface ProofLine {
  readonly words: string;
  readonly bad: boolean;
}

/** What a proof says, in sentences; the same on a terminal and on a page. */
export function proofLines(proof: Proof): ProofLine[] {
  const { files, told, things, albums, checksums, verified, room, dryRun } = proof;
  const lines: ProofLine[] = [];
  const say = (when: boolean, words: string, bad = false): void => void (when && lines.push({ words, bad }));
  if (proof.stopped !== null)
    lines.push({ words: `It stopped before its end: ${proof.stopped} Run it again, and it goes on from there.`, bad: true });
  say(
    true,
    `${count(files.media, 'photo or film file', 'photo and film files')} (${sizeWords(files.bytes)}) among ${count(files.found, 'file', 'files')}.`,
  );
  say(true, `${count(things.all, 'photo or video', 'photos and videos')}: ${pairs(things)}.`);
  const fresh = `${count(files.fresh, 'file', 'files')} (${sizeWords(files.freshBytes)})`;
  if (dryRun) {
    say(
      true,
      `New to the library: ${count(things.added, 'photo or video', 'photos and videos')}, ${fresh}; ${things.alreadyThere} are there already.`,
    );
    say(room !== null, roomWords(room), room !== null && room.needed > room.free);
  } else {
    const added = proof.folder === undefined ? 'Added' : `Put into ${proof.folder}`;
    say(true, `${added}: ${things.added}, with ${fresh}. There already: ${things.alreadyThere}.`);
    const all = verified.wrong.length === 0;
    say(
      proof.complete,
      `${proof.folder === undefined ? 'The cloud read' : 'Read in the folder were'} ${count(verified.files, 'file', 'files')} (${sizeWords(verified.bytes)}) again: ${all ? 'each is byte for byte what was read here' : `${verified.wrong.length} are not what was read here`}.`,
      !all,
    );
  }
  if (proof.folder !== undefined) lines.push({ words: behindWords(proof), bad: false });
  say(things.deletedBefore > 0, `${count(things.deletedBefore, 'was', 'were')} deleted from the library before, and left so.`);
  say(things.trashed > 0, `${count(things.trashed, 'was', 'were')} in the trash, and ${dryRun ? 'would go' : 'went'} to Recently Deleted.`);
  say(things.leftInTrash > 0, `${count(things.leftInTrash, 'was', 'were')} in the trash, and left out.`);
  say(
    told.all > 0,
    `${told.matched} of ${count(told.all, 'row or file', 'rows and files')} of data went with ${told.matched === 1 ? 'a photo' : 'photos'}.`,
    told.matched < told.all,
  );
  say(
    albums.all > 0,
    `${count(albums.all, 'album', 'albums')}: ${albums.found} of ${count(albums.lines, 'entry', 'entries')} found.`,
    albums.found < albums.lines,
  );
  say(albums.deleted.length > 0, `Albums that were deleted since, and stay so: ${albums.deleted.join(', ')}.`);
  const checked = checksums.agree + checksums.disagree.length;
  say(
    checked > 0,
    `Apple’s checksums: ${checksums.agree} of ${checked} agree${checksums.disagree.length > 0 ? '; for the others nothing is proven' : ''}.`,
    checksums.disagree.length > 0,
  );
  say(
    things.undated > 0,
    `Of ${count(things.undated, 'photo or video', 'photos and videos')} nothing says when ${things.undated === 1 ? 'it was' : 'they were'} taken.`,
  );
  say(
    proof.otherDates.length > 0,
    `${count(proof.otherDates.length, 'file has', 'files have')} another date than is told of ${proof.otherDates.length === 1 ? 'it' : 'them'}; the file’s own counts.`,
  );
  say(proof.missingParts.length > 0, `Parts that are missing: ${proof.missingParts.join(', ')}.`, true);
  say(proof.failed.length > 0, `${count(proof.failed.length, 'file', 'files')} could not be imported.`, true);
  return lines;
}

/** Of a folder. */
function behindWords({ things, albums }: Proof): string {
  const behind = [
    ...(things.favourites > 0 ? [count(things.favourites, 'favourite', 'favourites')] : []),
    ...(albums.found > 0 ? [count(albums.found, 'entry of an album', 'entries of albums')] : []),
  ];
  const left =
    behind.length === 0 ? '' : ` A folder has no place for ${behind.join(' and ')}: the same import without --into-folder adds that later.`;
  return `This device brings them into the cloud when it syncs.${left}`;
}

function pairs({ livePhotos, withRaw, edited, favourites, hidden }: Proof['things']): string {
  const parts: [number, string, string][] = [
    [livePhotos, 'Live Photo', 'Live Photos'],
    [withRaw, 'with RAW', 'with RAW'],
    [edited, 'edited', 'edited'],
    [favourites, 'favourite', 'favourites'],
    [hidden, 'hidden', 'hidden'],
  ];
  const told = parts.filter(([many]) => many > 0).map(([many, one, several]) => count(many, one, several));
  return told.length === 0 ? 'none of them a pair' : told.join(', ');
}

function roomWords(room: Proof['room']): string {
  if (room === null) return '';
  const lacks = room.needed - room.free;
  const told = `${sizeWords(room.needed)} of room ${room.needed === 1 ? 'is' : 'are'} needed, ${sizeWords(room.free)} are free`;
  return lacks > 0 ? `${told}: ${sizeWords(lacks)} are lacking.` : `${told}.`;
}

/** Everything that was not matched or not imported, by why; those that need nothing last. */
export function leftByWhy(left: readonly Left[]): [LeftWhy, readonly Left[]][] {
  const groups = Map.groupBy(left, ({ why }) => why);
  return (Object.keys(LEFT_WHY) as LeftWhy[]).flatMap((why) =>
    groups.has(why) ? [[why, groups.get(why)!] as [LeftWhy, readonly Left[]]] : [],
  );
}

export function leftTitle(why: LeftWhy, many: number): string {
  const [one, several] = LEFT_WHAT[why] ?? ['file', 'files'];
  return `${count(many, one, several)}: ${LEFT_WHY[why]}`;
}

/** A proof for a terminal. */
export function proofWords(proof: Proof): string[] {
  const lines = proof.sources.map(({ name, origin, files }) => `${name}: ${ORIGINS[origin]}, ${count(files, 'file', 'files')}`);
  lines.push(...proofLines(proof).map(({ words }) => words));
  for (const { path, words } of proof.failed.slice(0, NAMED)) lines.push(`not imported: ${path}: ${words}`);
  for (const [why, its] of leftByWhy(proof.left)) {
    lines.push(leftTitle(why, its.length));
    for (const { path, more } of its.slice(0, NAMED)) lines.push(`  ${path}${more === undefined ? '' : ` (${more})`}`);
    if (its.length > NAMED) lines.push(`  and ${its.length - NAMED} more: --json names all`);
  }
  if (proof.withoutData.length > 0)
    lines.push(
      `${count(proof.withoutData.length, 'photo or film', 'photos and films')} about which nothing is told beside ${proof.withoutData.length === 1 ? 'it' : 'them'}`,
    );
  return lines;
}
