import {
  deletionWords,
  isSafe,
  isSidecar,
  mendedBefore,
  smallerVersion,
  whyNotFetched,
  withRoom,
  type Mended,
  type Policy,
} from '@rollcall/core';
import { dayWords, LIMITS, tellReason, type Reason, type ToldReason } from '@rollcall/protocol';
import { tellHere, type ToldHere } from '../conditions/rests-on.ts';
import { openDevice, type Device } from '../device.ts';
import { find, findNamed, isStale, lyingAt, nameOf, type FoundPhoto } from './find-photo.ts';
import { cloudAsked, SHORT_MS, takeGlance, type Glance } from './glance.ts';
import { complain, EXIT, notLinked, say, showJson, type Io, type ViewOptions } from './io.ts';
import { otherDevices, silentOf, switchedOff, type Silent, type SwitchedOff } from './others.ts';
import { roomOf } from './room.ts';
import { mayAsk, takeStock } from './standing.ts';
import { stuckAgent, type StuckTold } from './stuck.ts';
import { placeHere, tellStory, type PlaceTold, type Story } from './story.ts';
import { elsewhereLines, matchLines, whyLines } from './why-words.ts';
import { within } from './within.ts';

/** All that is known of one photo. */
export interface WhyTold {
  /** Its file here, or its name in the library. */
  readonly name: string;
  readonly file: string | null;
  readonly assetId: string | null;
  /** The photo of which the file holds data, by its name; null: it is no such file. */
  readonly sidecarOf: string | null;
  readonly reasons: readonly ToldHere[];
  /** Why it is not to be on this device; null: it is, or nothing is known of it. */
  readonly absent: ToldReason | null;
  /** An agent runs here: without one nothing goes on by itself. */
  readonly running: boolean;
  /** The agent that runs does not get on; null: it does, or none runs. */
  readonly stuck: StuckTold | null;
  /** The bytes of its file here are in the cloud, in sync or not. */
  readonly safe: boolean;
  readonly story: Story;
  readonly mended: Mended | null;
  /** That what is shown has fewer pixels than the original, in words; null: it has not, or nobody knows. */
  readonly smaller: string | null;
  /** On which devices its deletion acts, and for how long it can be taken back; null: it is not deleted. */
  readonly deletion: string | null;
  readonly silent: readonly Silent[];
  readonly switchedOff: readonly SwitchedOff[];
}

type WhyOptions = ViewOptions & { readonly file: string };

/** Where one photo is, what became of it, whether it is safe, and if it is not in sync, exactly why. */
export async function why(options: WhyOptions, io: Io): Promise<number> {
  const device = openDevice(options.home);
  if (!device) return notLinked(io, options.home);
  try {
    const { glance, photos } = await lookFor(device, options.file);
    const [photo] = photos;
    if (photo === undefined) return unseen(device, options, io) ?? (await elsewhere(device, glance, options, io));
    if (photos.length > 1) return several(device, photos, options, io);
    const told = await tellAll(device, photo, glance);
    if (options.json) showJson(io, asJson(told));
    else for (const line of whyLines(told)) say(io, line);
    return EXIT.ok;
  } finally {
    device.close();
  }
}

interface Looked {
  readonly glance: Glance;
  /** Several when a name is all that was given, and several have it. */
  readonly photos: readonly FoundPhoto[];
}

/** From the device's rows; the folder is looked at only where they cannot know what lies on the disk, or know of no such photo. */
async function lookFor(device: Device, wanted: string): Promise<Looked> {
  if (!isStale(device, wanted, find(device, wanted))) {
    const glance = await takeGlance(device);
    const photos = search(device, wanted);
    if (photos.length > 0) return { glance, photos };
  }
  const { server, running, held, look, reasonsOf } = await takeStock(device);
  const cloud = cloudAsked(mayAsk(held), server === null);
  return { glance: { server, running, cloud, policy: look.policy, overrides: look.overrides, reasonsOf }, photos: search(device, wanted) };
}

function search(device: Device, wanted: string): readonly FoundPhoto[] {
  const found = find(device, wanted);
  return found ? [found] : findNamed(device, wanted);
}

async function tellAll(
  device: Device,
  { file, unit, assetId }: FoundPhoto,
  { cloud, running, policy, overrides, reasonsOf }: Glance,
): Promise<WhyTold> {
  const { store } = device;
  const lost = file === null ? lostReason(device, assetId) : null;
  const reasons = withRoom([...(lost === null ? [] : [lost]), ...reasonsOf(unit)], () => roomOf(device));
  const files = assetId === null ? [] : store.filesOf(assetId).filter((each) => each.key !== file?.key && each.missingSince === null);
  const absent = file === null && reasons.length === 0 ? absence(device, assetId, policy) : null;
  const here = [
    placeHere(device, file, absent === null ? reasons : [absent]),
    ...files.map((each) => placeHere(device, each, reasonsOf(`f:${each.key}`))),
  ];
  const [story, others] = await Promise.all([tellStory(device, assetId, here, cloud), otherDevices(device, cloud === 'asked')]);
  const asset = assetId === null ? null : (store.remote(assetId)?.asset ?? store.forgotten(assetId));
  return {
    name: file?.path ?? asset?.fileName ?? assetId ?? '',
    file: file?.path ?? null,
    assetId,
    sidecarOf: file !== null && isSidecar(file) ? (asset?.fileName ?? null) : null,
    reasons: reasons.map((reason) => tellHere(reason, overrides)),
    absent: absent && tellReason(absent),
    running,
    stuck: stuckAgent(device.home),
    safe: file !== null && isSafe(store, file),
    story,
    mended: assetId === null ? null : mendedBefore(store, assetId),
    smaller: file === null ? null : smallerVersion(store, file),
    deletion: asset?.state === 'trashed' ? tellDeletion(story.places, asset.trashedAt ?? 0) : null,
    silent: silentOf(others),
    switchedOff: switchedOff(others),
  };
}

/** Why a photo that is in the cloud is not here, and waits for nothing. */
function absence({ store }: Device, assetId: string | null, policy: Policy): Reason | null {
  const remote = assetId === null ? null : store.remote(assetId);
  if (remote === null || assetId === null || remote.asset.state !== 'live') return null;
  const since = store.incomingState(assetId)?.since ?? remote.asset.addedAt;
  return whyNotFetched({ remote, lastPath: store.lastPath(assetId), since }, policy);
}

function tellDeletion(places: readonly PlaceTold[], trashedAt: number): string {
  const devices = places.filter(({ where, state }) => where !== 'cloud' && state !== 'not-here').map(({ where }) => where);
  return deletionWords({ photos: 1, devices: [...new Set(devices)], undoable: `until ${dayWords(trashedAt + LIMITS.trash)}` });
}

/** It was only on the server when that was put back from a backup. */
function lostReason({ store }: Device, assetId: string | null): Reason | null {
  const photo = store.lost().photos.find((each) => each.assetId === assetId);
  if (!photo) return null;
  return { code: 'lost-with-server', since: photo.since, evidence: { fileName: photo.fileName, assetId: photo.assetId } };
}

function asJson({
  file,
  assetId,
  reasons,
  running,
  stuck,
  safe,
  story,
  mended,
  smaller,
  deletion,
  silent,
  switchedOff: off,
}: WhyTold): object {
  const { places, history, from } = story;
  return {
    file,
    assetId,
    inSync: reasons.length === 0,
    safe,
    running,
    stuck,
    primary: reasons[0]?.code ?? null,
    reasons,
    places: places.map((place) => ({ ...place, reasons: place.reasons.map(tellReason) })),
    mended,
    smaller,
    history,
    from: from === null ? 'cloud' : 'here',
    notAsked: from?.why ?? null,
    lastHeard: from?.at ?? null,
    deletion,
    silent,
    switchedOff: off,
  };
}

/** A photo that may be meant. */
export interface Match {
  readonly file: string | null;
  readonly assetId: string | null;
  readonly fileName: string;
  readonly capturedAt: string | null;
  readonly state: 'live' | 'trashed' | 'purged' | 'not-in-library';
}

function several({ store }: Device, photos: readonly FoundPhoto[], { file: wanted, json }: WhyOptions, io: Io): number {
  const matches = photos.map(({ file, assetId }): Match => {
    const asset = assetId === null ? undefined : store.remote(assetId)?.asset;
    const fileName = asset?.fileName ?? file?.path ?? '';
    return { file: file?.path ?? null, assetId, fileName, capturedAt: asset?.capturedAt ?? null, state: asset?.state ?? 'not-in-library' };
  });
  if (json) showJson(io, { matches });
  else for (const line of matchLines(nameOf(wanted), matches)) say(io, line);
  return EXIT.usage;
}

/** A file that lies here, and that an agent which does not get on has not looked at, nor lets anybody else; null: that is not so. */
function unseen(device: Device, { file: wanted, json }: WhyOptions, io: Io): number | null {
  const file = lyingAt(device, wanted);
  const stuck = file === null ? null : stuckAgent(device.home);
  if (file === null || stuck === null) return null;
  if (json) showJson(io, { file, assetId: null, inSync: false, primary: null, reasons: [], running: true, safe: false, stuck });
  else say(io, `${file} is here, and has not been looked at. ${stuck.words} ${stuck.cure}`);
  return EXIT.ok;
}

/** Not here and not in the library: another device may have told of it. */
async function elsewhere(device: Device, { cloud }: Glance, { file: wanted, json }: WhyOptions, io: Io): Promise<number> {
  const name = nameOf(wanted).slice(0, LIMITS.fileName);
  const answer = cloud === 'asked' ? await within(SHORT_MS, device.connection.call('itemsNamed', { query: { name } })) : null;
  if (answer?.ok && answer.value.items.length > 0) {
    const found = answer.value.items.map(({ entry, ...rest }) => ({ ...rest, ...entry, reasons: entry.reasons.map(tellReason) }));
    if (json) showJson(io, { elsewhere: found, more: answer.value.more });
    else for (const line of elsewhereLines(name, found, answer.value.more)) say(io, line);
    return EXIT.ok;
  }
  const asked = answer?.ok === true ? '' : ' The cloud did not answer: what other devices hold is not known now.';
  complain(
    io,
    `no such file in ${device.identity.folder}, and no photo of that name in the library: ${wanted}. Give its path, its name, or the id that rollcall ls --json shows. A device that waits, for Wi-Fi say, does not tell yet what it holds back.${asked}`,
  );
  return EXIT.usage;
}
