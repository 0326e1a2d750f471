import { mintId, type AssetFields, type Change, type NewResource, type UploadAnswer, type MutationResult } from '@rollcall/protocol';
import type { Device } from '../device/device.ts';
import type { Bytes } from '../disk/bytes.ts';
import type { Photo } from '../disk/gallery.ts';
import { plainName } from '../play/witness.ts';
import { wordsOf, type World } from '../play/world.ts';
import type { Request, Response, Sender } from '../wire/messages.ts';
import type { Chance } from '../world/chance.ts';
import { filled, Process, type Routine } from '../world/routine.ts';
import { browserOf } from './browser.ts';

interface Part {
  readonly bytes: Bytes;
  readonly mime: string;
  readonly role: 'original' | 'live-video';
}

/** In a browser a person adds a Live Photo as one. Its photo may be in the library already, without a film. */
export function addPair(world: World, device: Device, chance: Chance, made: { readonly still: Photo; readonly film: Photo }): void {
  const library = device.store.identity()?.libraryId;
  if (library === undefined || !world.cloud.up) return;
  const known = stillsOf(world, library);
  const still = known.length > 0 && chance.happens(0.7) ? chance.pick(known) : made.still;
  const parts: Part[] = [
    { bytes: world.gallery.bytes(made.film), mime: made.film.mime, role: 'live-video' },
    { bytes: world.gallery.bytes(still), mime: still.mime, role: 'original' },
  ];
  const name = `ADDED_${chance.between(1, 20)}`;
  world.tell(`a person in the browser adds the Live Photo ${name}.JPG${still === made.still ? '' : ', whose photo is there already'}`);
  world.witness.names.add(plainName(`${name}.JPG`));
  world.witness.names.add(plainName(`${name}.MOV`));
  const change = createOf(parts, name, mintId(world.timeline.now, chance.bytes(10)));
  const failed = (error: unknown): void => world.violate('broken', `the browser broke a promise of its own: ${wordsOf(error)}`);
  const browser = new Process('browser', world.timeline, chance, failed);
  const action = mintId(world.timeline.now, chance.bytes(10));
  browser.start('adds a Live Photo', adds(world, browserOf(world, device), parts, { id: action, change }), (isAdded) => {
    if (!isAdded) return;
    world.witness.capture(world.gallery.bytes(made.film).hash, `${name}.MOV`);
    if (still === made.still) world.witness.capture(world.gallery.bytes(still).hash, `${name}.JPG`);
  });
}

/** Photos that the library has as they were captured. */
function stillsOf({ cloud, gallery }: World, library: string): Photo[] {
  return cloud.tables.index(library).rows.flatMap(({ entity }) => {
    if (entity.type !== 'resource' || entity.removed || entity.role !== 'original') return [];
    const photo = gallery.of({ content: Number.parseInt(entity.hash.slice(8, 16), 16) });
    return photo?.kind === 'photo' && photo.standIn === null && gallery.bytes(photo).hash === entity.hash ? [photo] : [];
  });
}

/** True: the library has it. What fails is left, as when the page is closed. */
function* adds(
  world: World,
  sender: Sender,
  parts: readonly Part[],
  action: { readonly id: string; readonly change: Change },
): Routine<boolean> {
  for (const { bytes, mime } of parts) {
    const { hash, length } = bytes;
    const asked = yield* answerOf(world, sender, { route: 'ask', asks: [{ hash, size: length, mime }] });
    const [told] = (asked?.json as { readonly answers: readonly UploadAnswer[] } | undefined)?.answers ?? [];
    if (told?.answer === 'have') continue;
    if (told?.answer !== 'send') return false;
    const headers = { 'content-type': 'application/octet-stream' };
    const body = { piece: { of: bytes, from: 0, to: length }, length, whole: true };
    const sent = yield* answerOf(world, sender, { route: 'send', upload: told.uploadId, headers, body, whole: true });
    if (sent === null) return false;
  }
  const done = yield* answerOf(world, sender, { route: 'actions', actions: [action] });
  const [first] = (done?.json as { readonly results: readonly { readonly result: MutationResult }[] } | undefined)?.results ?? [];
  return first !== undefined && first.result.status !== 'rejected';
}

/** Null: none came, or it is a refusal. */
function* answerOf({ cloud }: World, sender: Sender, request: Request): Routine<Response | null> {
  yield 10;
  const slot = cloud.receive(sender, request);
  const response = slot === null ? null : yield* filled(slot);
  return response === null || response.status >= 300 ? null : response;
}

function createOf(parts: readonly Part[], name: string, assetId: string): Change {
  const fields: AssetFields = {
    fileName: `${name}.JPG`,
    capturedAt: '2026-11-27T10:00:00',
    capturedSource: 'file-time',
    width: null,
    height: null,
    duration: null,
    camera: null,
    exposure: null,
    place: null,
    title: null,
    caption: null,
    favourite: false,
    hidden: false,
    rating: null,
    keywords: [],
  };
  const resources = parts.map(({ bytes: { hash, length }, mime, role }): NewResource => ({
    role,
    hash,
    size: length,
    mime,
    fileName: role === 'original' ? null : `${name}.MOV`,
    modifiedAt: null,
  }));
  return { name: 'asset.create', args: { assetId, kind: 'photo', fields, resources, newHere: true } };
}
