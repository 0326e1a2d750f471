import { answerHeld, askAgain, forgetDeleted, inverse, isTold, keepDeleted, PERMISSIVE, wantFull, type LocalFile } from '@rollcall/core';
import { mintId, resourceId, subjectOf, type Asset, type AssetFields, type Change, type Resource } from '@rollcall/protocol';
import type { Device } from '../device/device.ts';
import { OWN_FOLDER } from '../device/folder.ts';
import { flipLink } from '../faults/faults.ts';
import { prefixOf, type Bytes } from '../disk/bytes.ts';
import { DiskError, nameOf, parentOf, type Stats } from '../disk/disk.ts';
import type { Photo } from '../disk/gallery.ts';
import type { Sender } from '../wire/messages.ts';
import type { Deed, Item } from '../play/plan.ts';
import { plainName } from '../play/witness.ts';
import type { World } from '../play/world.ts';
import type { Chance } from '../world/chance.ts';

const FOLDERS = ['', '2026/11', 'Trip', 'Trip/Best', 'Käse'];
const CAMERAS = ['Nikon', 'Pixel', null];

/** A person does something, on a device or in a browser. */
export function doDeed(world: World, item: Item & { readonly does: Deed }): void {
  const device = world.devices[item.device];
  const chance = world.chance.fork(`deed ${item.id}`);
  if (!device) return;
  const before = world.witness.actor;
  world.witness.actor = 'person';
  try {
    deed(world, device, chance, item);
  } catch (error) {
    // The disk does not let them, as when it is full.
    if (!(error instanceof DiskError)) throw error;
  } finally {
    world.witness.actor = before;
  }
}

function deed(world: World, device: Device, chance: Chance, { does, lasts, id }: Item & { readonly does: Deed }): void {
  switch (does) {
    case 'take':
      return take(world, device, chance, newPhoto(world, chance, 'photo'), pathFor(chance, `IMG_${chance.between(1, 30)}.JPG`));
    case 'take-pair':
      return takePair(world, device, chance);
    case 'copy-slowly':
      return copySlowly(world, device, chance, lasts);
    case 'edit':
      return edit(world, device, chance);
    case 'overwrite':
      return onFile(world, device, chance, (file) => write(world, device, file.path, newPhoto(world, chance, 'photo'), chance));
    case 'rename':
      return onFile(world, device, chance, (file) =>
        move(
          world,
          device,
          file,
          join(parentOf(file.path), `${chance.pick(['Sea', 'IMG_7', 'sea', nameOf(file.path).toLowerCase()])}.JPG`),
        ),
      );
    case 'move':
      return onFile(world, device, chance, (file) => move(world, device, file, join(chance.pick(FOLDERS), nameOf(file.path))));
    case 'copy':
      return onFile(world, device, chance, (file) => {
        const to = join(chance.pick(FOLDERS), `copy of ${nameOf(file.path)}`);
        device.disk.makeFolders(parentOf(to));
        const over = device.disk.stat(to);
        if (over) takeAway(world, device, over.path, over.bytes);
        device.disk.write(to, file.bytes, file.mtime);
        world.witness.names.add(plainName(nameOf(to)));
        changed(world, device, chance, [to], `copies ${file.path} to ${to}`);
      });
    case 'delete':
      return onFile(world, device, chance, (file) => remove(world, device, chance, [file]));
    case 'delete-some':
      return remove(
        world,
        device,
        chance,
        filesOf(device).filter(() => chance.happens(0.6)),
      );
    case 'delete-folder': {
      const folder = chance.pick(FOLDERS.filter((each) => each !== ''));
      return remove(
        world,
        device,
        chance,
        filesOf(device).filter(({ path }) => path.startsWith(`${folder}/`)),
      );
    }
    case 'put-same-elsewhere':
      return putSameElsewhere(world, device, chance);
    case 'web-trash':
    case 'web-restore':
    case 'web-purge':
    case 'web-set':
    case 'web-join':
    case 'web-split':
      return inBrowser(world, device, chance, does, id);
    case 'web-album':
      return changeAlbum(world, device, chance, id);
    case 'evict':
      return onRow(device, chance, (file) => {
        world.tell(`a person wants room on the ${device.name}: ${file.path}`);
        device.agent?.evict(file.key);
      });
    case 'open-in-full':
      return onRow(device, chance, (file) => {
        if (file.standIn == null) return;
        world.tell(`a person opens ${file.path} on the ${device.name} in full`);
        device.store.transact(() => wantFull(device.store, file.key));
        device.agent?.answered();
      });
    case 'erase-if-safe':
      return eraseIfSafe(world, device, chance);
    case 'set-policy':
      return setPolicy(world, device, chance);
    case 'set-budget':
      return setBudget(world, device, chance, lasts);
    case 'set-direction':
      return setDirection(world, device, chance);
    case 'undo':
      return undo(world, device);
    case 'answer-held':
      return answerHeldDeletions(world, device, chance);
    case 'answer-deleted':
      return answerDeletedBefore(world, device, chance);
    default:
      return does satisfies never;
  }
}

/** Photos that were in the folder before anything was linked. */
export function fillFolder(world: World, device: Device, photos: number, chance: Chance): void {
  world.witness.actor = 'person';
  for (let at = 0; at < photos; at += 1) {
    const photo = newPhoto(world, chance, 'photo');
    const path = pathFor(chance, `OLD_${at}.JPG`);
    device.disk.makeFolders(parentOf(path));
    device.disk.write(path, world.gallery.bytes(photo), world.timeline.now - 86_400_000);
    capture(world, world.gallery.bytes(photo), path);
  }
  device.disk.syncAll();
  world.witness.actor = 'machine';
}

function newPhoto(world: World, chance: Chance, kind: 'photo' | 'video', like?: Photo): Photo {
  const length = kind === 'video' ? chance.between(5_000_000, 20_000_000) : chance.between(1_000, 6_000_000);
  const dated = chance.happens(0.8);
  return world.gallery.add({
    length,
    kind,
    mime: kind === 'video' ? 'video/quicktime' : 'image/jpeg',
    takenAt: like
      ? like.takenAt
      : dated
        ? `2026-${String(chance.between(1, 12)).padStart(2, '0')}-01T10:00:${String(chance.below(60)).padStart(2, '0')}`
        : null,
    camera: like ? like.camera : chance.pick(CAMERAS),
  });
}

function capture(world: World, bytes: Bytes, path: string): void {
  world.witness.capture(bytes.hash, nameOf(path));
}

function pathFor(chance: Chance, name: string): string {
  return join(chance.pick(FOLDERS), name);
}

function join(folder: string, name: string): string {
  return folder === '' ? name : `${folder}/${name}`;
}

function filesOf(device: Device): Stats[] {
  return [...device.disk.seen()].filter(({ path }) => !path.startsWith(`${OWN_FOLDER}/`));
}

function onFile(world: World, device: Device, chance: Chance, act: (file: Stats) => void): void {
  const files = filesOf(device);
  if (files.length > 0) act(chance.pick(files));
  else take(world, device, chance, newPhoto(world, chance, 'photo'), pathFor(chance, `IMG_${chance.between(1, 30)}.JPG`));
}

/** The disk changed by a person's hand: it is on disk soon, and the watcher tells of it, mostly. */
function changed(world: World, device: Device, chance: Chance, paths: readonly string[], words: string): void {
  world.tell(`a person at the ${device.name} ${words}`);
  if (chance.happens(0.7)) device.disk.syncAll();
  else world.timeline.after(chance.between(1000, 8000), `the disk of the ${device.name} is written`, () => device.disk.syncAll());
  if (chance.happens(0.85))
    world.timeline.after(chance.between(20, 300), `the watcher of the ${device.name} tells`, () => device.agent?.lookAt(paths));
}

function take(world: World, device: Device, chance: Chance, photo: Photo, path: string): void {
  device.disk.makeFolders(parentOf(path));
  write(world, device, path, photo, chance);
}

function write(world: World, device: Device, path: string, photo: Photo, chance: Chance): void {
  const bytes = world.gallery.bytes(photo);
  const over = device.disk.stat(path);
  if (over) takeAway(world, device, over.path, over.bytes);
  device.disk.write(path, bytes);
  capture(world, bytes, path);
  changed(world, device, chance, [path], over ? `overwrites ${path} with another photo` : `takes ${path}`);
}

/** What lies there, and what the device believes to lie there: a disk may have changed it. */
function takeAway({ witness, gallery }: World, device: Device, path: string, bytes: Bytes): void {
  const { hash } = bytes;
  const standIn = gallery.of(bytes)?.standIn?.of;
  const file = device.store.fileAt(path);
  for (const each of [hash, file?.hash, file?.baseHash, standIn]) if (each != null) witness.tookAway(device.name, each);
}

function takePair(world: World, device: Device, chance: Chance): void {
  const photo = newPhoto(world, chance, 'photo');
  const film = newPhoto(world, chance, 'video', photo);
  const stem = pathFor(chance, `LIVE_${chance.between(1, 20)}`);
  take(world, device, chance, photo, `${stem}.JPG`);
  take(world, device, chance, film, `${stem}.MOV`);
}

/** A file grows, as when it is copied from a card. */
function copySlowly(world: World, device: Device, chance: Chance, lasts: number): void {
  const photo = newPhoto(world, chance, chance.happens(0.5) ? 'video' : 'photo');
  const whole = world.gallery.bytes(photo);
  const path = pathFor(chance, `CARD_${chance.between(1, 9)}.${photo.kind === 'video' ? 'MOV' : 'JPG'}`);
  device.disk.makeFolders(parentOf(path));
  device.disk.write(path, prefixOf(whole, Math.floor(whole.length * chance.next())));
  world.witness.names.add(plainName(nameOf(path)));
  changed(world, device, chance, [path], `begins to copy ${path} from a card`);
  const end = (): void => {
    const { actor } = world.witness;
    world.witness.actor = 'person';
    try {
      const there = device.disk.stat(path);
      // Whoever renamed or deleted it meanwhile ended the copy.
      if (there === null || there.bytes.content !== whole.content) return;
      takeAway(world, device, path, there.bytes);
      device.disk.write(path, whole);
      capture(world, whole, path);
      changed(world, device, chance, [path], `has copied ${path}`);
    } catch (error) {
      if (!(error instanceof DiskError)) throw error;
    } finally {
      world.witness.actor = actor;
    }
  };
  world.timeline.after(Math.min(lasts, 12_000), `the card of the ${device.name}`, end);
}

function edit(world: World, device: Device, chance: Chance): void {
  onFile(world, device, chance, (file) => {
    const photo = world.gallery.of(file.bytes);
    if (!photo) return;
    const edited = newPhoto(world, chance, photo.kind, photo);
    takeAway(world, device, file.path, file.bytes);
    device.disk.write(file.path, world.gallery.bytes(edited));
    capture(world, world.gallery.bytes(edited), file.path);
    changed(world, device, chance, [file.path], `edits ${file.path}`);
  });
}

function move(world: World, device: Device, file: Stats, to: string): void {
  const chance = world.chance.fork(`move ${file.path} ${to} ${world.timeline.now}`);
  if (device.disk.key(to) !== device.disk.key(file.path) && device.disk.exists(to)) return;
  device.disk.makeFolders(parentOf(to));
  device.disk.rename(file.path, to);
  world.witness.names.add(plainName(nameOf(to)));
  changed(world, device, chance, [file.path, to], `moves ${file.path} to ${to}`);
}

function remove(world: World, device: Device, chance: Chance, files: readonly Stats[]): void {
  for (const { path, bytes } of files) {
    takeAway(world, device, path, bytes);
    device.disk.remove(path);
  }
  if (files.length > 0)
    changed(
      world,
      device,
      chance,
      files.map(({ path }) => path),
      `deletes ${files.map(({ path }) => path).join(', ')}`,
    );
}

/** The same photo comes to another device by hand: by a cable, or a messenger. */
function putSameElsewhere(world: World, device: Device, chance: Chance): void {
  const from = chance.pick(world.devices);
  const files = filesOf(from);
  if (files.length === 0 || from === device) return;
  const file = chance.pick(files);
  const path = join(chance.pick(FOLDERS), nameOf(file.path));
  if (device.disk.exists(path)) return;
  device.disk.makeFolders(parentOf(path));
  device.disk.write(path, file.bytes, file.mtime);
  // What is taken along is a photo of its own in another account.
  if (world.gallery.of(file.bytes)?.standIn == null) world.witness.capture(file.bytes.hash, nameOf(path));
  else world.witness.names.add(plainName(nameOf(path)));
  changed(world, device, chance, [path], `puts ${path}, copied from the ${from.name}`);
}

/** The browser shows what the cloud has; what is asked for is retried until it is answered. */
function inBrowser(world: World, device: Device, chance: Chance, does: Deed, id: number): void {
  const library = device.store.identity()?.libraryId;
  if (library === undefined || !world.cloud.up) return;
  const { tables } = world.cloud;
  const assets = tables.index(library).rows.flatMap(({ seq, entity }) => (entity.type === 'asset' ? [{ seq, asset: entity }] : []));
  const change = changeOf(does, assets, tables.index(library).byAsset, chance, world);
  if (change === null) return;
  world.tell(
    `a person in the browser: ${change.name} of ${assets.find(({ asset }) => asset.id === subjectOf(change))?.asset.fileName ?? ''}`,
  );
  const action = { id: mintId(world.timeline.now + id, chance.bytes(10)), change };
  const sender = browserOf(world, device);
  const slot = world.cloud.receive(sender, { route: 'actions', actions: [action] });
  // Sent twice, as when the first answer was lost.
  if (slot && chance.happens(0.2))
    world.timeline.after(50, 'the browser asks again', () => void world.cloud.receive(sender, { route: 'actions', actions: [action] }));
}

/** The page in a browser is the server's own. */
function browserOf({ cloud }: World, device: Device): Sender {
  return { ...device.sender, protocol: cloud.speaks.protocol };
}

interface Seen {
  readonly seq: number;
  readonly asset: Asset;
}

function changeOf(
  does: Deed,
  assets: readonly Seen[],
  resources: ReadonlyMap<string, readonly { readonly entity: unknown }[]>,
  chance: Chance,
  world: World,
): Change | null {
  const inState = (state: Asset['state']): readonly Seen[] => assets.filter(({ asset }) => asset.state === state);
  const one = (from: readonly Seen[]): Seen | null => (from.length === 0 ? null : chance.pick(from));
  switch (does) {
    case 'web-trash': {
      const seen = one(inState('live'));
      return seen && { name: 'asset.trash', args: { assetId: seen.asset.id } };
    }
    case 'web-restore': {
      const seen = one(inState('trashed'));
      return seen && { name: 'asset.restore', args: { assetId: seen.asset.id } };
    }
    case 'web-purge': {
      const seen = one(inState('trashed')) ?? one(inState('live'));
      // What the person saw may be a moment old.
      return seen && { name: 'asset.purge', args: { assetId: seen.asset.id }, expect: seen.seq - (chance.happens(0.2) ? 1 : 0) };
    }
    case 'web-set': {
      const seen = one(inState('live'));
      const fields: Partial<AssetFields> = chance.happens(0.5)
        ? { favourite: chance.happens(0.5) }
        : { fileName: `Renamed ${chance.below(4)}.JPG` };
      if (fields.fileName !== undefined) world.witness.names.add(plainName(fields.fileName));
      return seen && { name: 'asset.set', args: { assetId: seen.asset.id, fields } };
    }
    case 'web-join': {
      const [kept, joined] = [one(inState('live')), one(inState('live'))];
      if (!kept || !joined || kept === joined) return null;
      const role = joined.asset.kind === 'video' ? 'live-video' : 'alternate';
      return { name: 'asset.join', args: { assetId: kept.asset.id, joined: joined.asset.id, role } };
    }
    case 'web-split': {
      const pairs = inState('live').flatMap((seen) =>
        (resources.get(seen.asset.id) ?? []).flatMap(({ entity }) => {
          const resource = entity as Resource;
          return !resource.removed && (resource.role === 'live-video' || resource.role === 'alternate') ? [{ seen, resource }] : [];
        }),
      );
      if (pairs.length === 0) return null;
      const { seen, resource } = chance.pick(pairs);
      const { fileName, capturedAt, capturedSource } = seen.asset;
      const newId = mintId(world.timeline.now, chance.bytes(10));
      const empty = { width: null, height: null, duration: null, camera: null, exposure: null, place: null, title: null, caption: null };
      const fields: AssetFields = {
        ...empty,
        fileName: resource.fileName ?? fileName,
        capturedAt,
        capturedSource,
        favourite: false,
        hidden: false,
        rating: null,
        keywords: [],
      };
      return {
        name: 'asset.split',
        args: {
          assetId: seen.asset.id,
          resource: resourceId(seen.asset.id, resource.role, resource.hash),
          hash: resource.hash,
          newId,
          fields,
        },
      };
    }
    default:
      return null;
  }
}

/** By a command on the device, or by an order from elsewhere. */
function answerHeldDeletions(world: World, device: Device, chance: Chance): void {
  const { store } = device;
  const held = store.held();
  if (held.length === 0 || store.identity() === null) return;
  const answer = chance.happens(0.5) ? 'keep' : 'trash';
  if (answer === 'trash') for (const { assetId } of held) if (assetId !== null) world.witness.letGo.add(assetId);
  world.witness.trashed.delete(device.name);
  world.tell(`a person says of ${held.length} held deletions at the ${device.name}: ${answer}`);
  if (chance.happens(0.5)) {
    store.transact(() => answerHeld(store, held, answer, device.now()));
    device.agent?.answered();
    return;
  }
  const { tables } = world.cloud;
  const id = mintId(world.timeline.now, chance.bytes(10));
  const order = { kind: answer === 'keep' ? ('held-keep' as const) : ('held-trash' as const), which: { all: held.length } };
  tables.orders.set(id, { id, deviceId: device.identity.deviceId, at: world.timeline.now, order });
  tables.database.sync();
  device.agent?.poked();
}

function answerDeletedBefore(world: World, device: Device, chance: Chance): void {
  const { store, agent } = device;
  const asked = store.files().filter((file) => agent?.reasons(`f:${file.key}`)[0]?.code === 'deleted-before');
  if (asked.length === 0) return;
  const file = chance.pick(asked);
  const { hash } = file;
  if (hash === null) return;
  const keeps = chance.happens(0.6);
  world.tell(`a person says of ${file.path}, which was deleted before: ${keeps ? 'keep' : 'forget'}`);
  if (!keeps) forgetDeleted(store, { ...file, hash }, device.now());
  else {
    const restored = keepDeleted(store, { ...file, hash }, device.now());
    if (restored !== null) store.queue({ name: 'asset.restore', args: { assetId: restored.assetId } }, null, device.now());
  }
  askAgain(store, [file.key]);
  agent?.answered();
}

function onRow(device: Device, chance: Chance, act: (file: LocalFile) => void): void {
  const files = device.store.files().filter(({ missingSince }) => missingSince === null);
  if (files.length > 0) act(chance.pick(files));
}

/** The person is told that all is safe in the cloud, and erases what is here: all of it must be there. */
function eraseIfSafe(world: World, device: Device, chance: Chance): void {
  world.tell(`a person asks at the ${device.name} whether all is safe in the cloud`);
  device.agent?.askSafe((paths) => {
    const { actor } = world.witness;
    world.witness.actor = 'told-safe';
    const files = paths.flatMap((path) => device.disk.stat(path) ?? []);
    world.tell(`it is, and they erase ${files.length} files`);
    try {
      remove(world, device, chance, files);
    } catch (error) {
      if (!(error instanceof DiskError)) throw error;
    } finally {
      world.witness.actor = actor;
    }
  });
}

function setPolicy(world: World, device: Device, chance: Chance): void {
  const now = device.now();
  const policy = chance.pick([
    { mobileData: false },
    { mobileData: false },
    { sync: false },
    { paused: { since: now, until: now + 20_000 } },
    {},
    { syncNowUntil: now + 10_000, mobileData: false },
  ]);
  device.policy = { ...PERMISSIVE, direction: device.policy.direction, ...policy, since: now };
  world.tell(`a person sets at the ${device.name}: ${Object.keys(policy).join(', ') || 'everything is allowed'}`);
  device.agent?.surroundingsChanged();
}

/** Out of the house, with so much mobile data. */
function setBudget(world: World, device: Device, chance: Chance, lasts: number): void {
  const mobileBudget = chance.between(0, 12_000_000);
  device.policy = { ...device.policy, unlimitedUpdates: false, mobileBudget, since: device.now() };
  world.tell(`a person at the ${device.name} has ${mobileBudget} bytes of mobile data`);
  flipLink(world, device, lasts);
}

function setDirection(world: World, device: Device, chance: Chance): void {
  const direction = chance.pick(['backup-only', 'download-only', 'both'] as const);
  device.policy = { ...device.policy, direction, since: device.now() };
  world.tell(`a person sets at the ${device.name} which way photos go: ${direction}`);
  device.agent?.surroundingsChanged();
}

/** What this device did last is taken back, as far as it can be. */
function undo(world: World, device: Device): void {
  const { store } = device;
  const own = store.identity();
  if (own === null || device.agent === null || !world.cloud.up || !device.link.online) return;
  const last = [...world.cloud.tables.journal.values()]
    .filter(({ library, deviceId }) => library === own.libraryId && deviceId === own.deviceId)
    .at(-1);
  if (!last) return;
  const newId = mintId(device.now(), world.chance.fork(`undo at ${world.timeline.now}`).bytes(10));
  const found = inverse(last.entry, { asset: (id) => store.remote(store.resolve(id)) ?? undefined, newId });
  if (!found.can) return world.tell(`a person at the ${device.name} would undo ${last.what}, and may not: ${found.why}`);
  world.tell(`a person at the ${device.name} undoes ${last.what}`);
  for (const change of found.changes) {
    if (change.name === 'asset.trash') world.witness.letGo.add(change.args.assetId);
    if (change.name === 'asset.set' && change.args.fields.fileName !== undefined)
      world.witness.names.add(plainName(change.args.fields.fileName));
    store.transact(() => store.queue(change, null, device.now()));
  }
  device.agent.answered();
}

function changeAlbum(world: World, device: Device, chance: Chance, id: number): void {
  const library = device.store.identity()?.libraryId;
  if (library === undefined || !world.cloud.up || !isTold('album:', world.cloud.speaks.protocol)) return;
  const rows = world.cloud.tables.index(library).rows.map(({ entity }) => entity);
  const albums = rows.filter(({ type }) => type === 'album').map((entity) => ('id' in entity ? entity.id : ''));
  const assets = rows.flatMap((entity) => (entity.type === 'asset' ? [entity.id] : []));
  const albumId = albums.length > 0 && chance.happens(0.8) ? chance.pick(albums) : mintId(world.timeline.now, chance.bytes(10));
  const args = { albumId, assetId: assets.length > 0 ? chance.pick(assets) : albumId };
  const position = chance.pick(['a0', 'a1', 'b0V', 'Zz']);
  const change: Change = albums.includes(albumId)
    ? chance.pick<Change>([
        { name: 'album.add', args: { ...args, position } },
        { name: 'album.add', args: { ...args, position } },
        { name: 'album.move', args: { ...args, position } },
        { name: 'album.remove', args },
        { name: 'album.set', args: { albumId, fields: { title: `Album ${id}` } } },
        { name: 'album.delete', args: { albumId } },
      ])
    : { name: 'album.create', args: { albumId, fields: { title: 'Holiday', order: 'by-hand', cover: null } } };
  world.tell(`a person in the browser: ${change.name}`);
  const action = { id: mintId(world.timeline.now + id, chance.bytes(10)), change };
  void world.cloud.receive(browserOf(world, device), { route: 'actions', actions: [action] });
}
