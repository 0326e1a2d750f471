import { momentWords } from '@rollcall/protocol';
import { complain, EXIT, say, type Io } from '../io.ts';
import { carryOut, short } from './carry-out.ts';
import { lookAtPlace, obstacleTo, type Checkout, type Place, type Upstream } from './place.ts';
import { itsWords, ran } from './ran.ts';
import { runningFrom, servicesOf, type RunsFromHere, type Service } from './running.ts';

export interface UpdateOptions {
  /** The folder of the program. */
  readonly root: string;
  readonly dryRun: boolean;
  /** With `dryRun`: ask where it is followed for what is new. Without, that is always asked. */
  readonly fetch: boolean;
  /** Go on without asking. */
  readonly yes: boolean;
}

/** Updates the folder from which this program runs. 0: it is as new as what it follows; 3: the person must do something first; 5: it failed, and may be tried again. */
export async function update({ root, dryRun, fetch, yes }: UpdateOptions, io: Io): Promise<number> {
  let place = await lookAtPlace(root);
  if (place.is === 'checkout' && place.upstream !== null && (fetch || !dryRun)) {
    say(io, `Asking ${place.upstream.address} for what is new.`);
    const asked = await ran('git', ['fetch', '--quiet'], root, io.signal);
    if (asked.code !== 0) {
      complain(io, `it does not answer, and nothing was changed: ${itsWords(asked)}`);
      return EXIT.retry;
    }
    place = await lookAtPlace(root);
  }
  for (const line of placeWords(place)) say(io, line);
  const obstacle = obstacleTo(place);
  if (obstacle !== null || !isFollowing(place)) {
    complain(io, obstacle ?? 'nothing is followed here.');
    return EXIT.needsYou;
  }
  if (place.upstream.behind === 0) {
    say(io, fetch || !dryRun ? 'There is nothing newer.' : 'Nothing newer is known here; with --fetch it is asked for.');
    return EXIT.ok;
  }
  const services = await servicesOf(root, process.env);
  const running = runningFrom(root, services);
  for (const line of planWords(place, services, running)) say(io, line);
  if (running !== null && running.length > 0) {
    complain(
      io,
      `these run from here, and no service starts them again. Stop them, then: rollcall update.\n${running.map(lineOf).join('\n')}`,
    );
    return EXIT.needsYou;
  }
  if (dryRun) {
    say(io, 'Nothing was done, for it was only asked.');
    return EXIT.ok;
  }
  if (!yes && io.ask !== null && !(await io.ask('Update now?'))) return EXIT.needsYou;
  const done = await carryOut({ checkout: place, services, say: (line) => say(io, line), signal: io.signal });
  if (!done.ok) {
    for (const line of done.words.split('\n')) complain(io, line);
    return EXIT.retry;
  }
  say(io, `Rollcall in ${root} is at ${short(place.upstream.commit)}. To go back: docs/update.md.`);
  return EXIT.ok;
}

function isFollowing(place: Place): place is Checkout & { readonly upstream: Upstream } {
  return place.is === 'checkout' && place.upstream !== null;
}

/** What the folder is, in lines. */
export function placeWords(place: Place): string[] {
  if (place.is !== 'checkout') return [`Its folder: ${place.root}, a package`];
  const { root, commit, branch, changed, upstream } = place;
  const state = changed.length === 0 ? 'nothing changed here' : `${changed.length} files changed here`;
  const first = `Its folder: ${root}, a clone at ${short(commit)}, ${branch === null ? 'on no branch' : `branch ${branch}`}, ${state}`;
  if (upstream === null) return [first];
  const asked = upstream.askedAt === null ? 'never asked' : `asked ${momentWords(upstream.askedAt)}`;
  const ahead = upstream.ahead > 0 ? `, ${upstream.ahead} ahead` : '';
  return [first, `It follows ${upstream.name} (${upstream.address}, ${asked}): ${upstream.behind} commits behind${ahead}`];
}

function planWords(
  { commit, upstream }: Checkout & { readonly upstream: Upstream },
  services: readonly Service[],
  running: readonly RunsFromHere[] | null,
): string[] {
  const units = services.map(({ unit }) => unit).join(', ');
  return [
    `What an update does, from ${short(commit)} to ${short(upstream.commit)}:`,
    '  1. sets the new version up beside this one (git worktree, npm ci), and tries whether it starts; if not, nothing changes',
    `  2. ${services.length > 0 ? `stops ${units}` : 'stops no service: none runs from here'}`,
    '  3. git merge --ff-only, and what was installed takes its place; if that fails, all is put back',
    `  4. ${services.length > 0 ? `starts ${units}` : 'you start again what you had stopped'}; each database is copied to before-update beside it, then brought up to date, if it has to be`,
    ...(running === null ? ['This system does not show what runs from here: stop your server and your syncing first.'] : []),
  ];
}

const lineOf = ({ pid, words }: RunsFromHere): string => `process ${pid}: ${words}`;
