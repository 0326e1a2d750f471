import { wantFull, type LocalFile } from '@rollcall/core';
import { DatabaseFull } from '../database/database.ts';
import type { Device } from '../device/device.ts';
import { OWN_FOLDER } from '../device/folder.ts';
import { prefixOf, type Bytes } from '../disk/bytes.ts';
import { DiskError, nameOf, parentOf, type Stats } from '../disk/disk.ts';
import type { Photo } from '../disk/gallery.ts';
import type { Deed, Item } from '../play/plan.ts';
import { plainName } from '../play/witness.ts';
import type { World } from '../play/world.ts';
import type { Chance } from '../world/chance.ts';
import { answerDeletedBefore, answerHeldDeletions, undo } from './answers.ts';
import { addPair } from './add-pair.ts';
import { changeAlbum, inBrowser } from './browser.ts';
import { freeUp, get, pin, unpin } from './room.ts';
import { setBudget, setDirection, setPolicy, setStorage } from './settings.ts';

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
    // The disk does not let them, as when it is full, or the command says that it cannot note it.
    if (!(error instanceof DiskError) && !(error instanceof DatabaseFull)) throw error;
  } finally {
    world.witness.actor = before;
  }
}

function deed(world: World, device: Device, chance: Chance, { does, lasts, id }: Item & { readonly does: Deed }): void {
  switch (does) {
    case 'take':
      return take(world, device, chance, newPhoto(world, chance, 'photo'), pathFor(chance, `IMG_${chance.between(1, 30)}.JPG`));
    case 'take-pair':
      if (world.plan.rawPairs === true && chance.fork('raw').happens(0.5)) return takeRaw(world, device, chance.fork('raw pair'));
      if (world.plan.edits === true && chance.fork('edited').happens(0.4)) return takeEdited(world, device, chance.fork('edited pair'));
      return takePair(world, device, chance);
    case 'copy-slowly':
      return copySlowly(world, device, chance, lasts);
    case 'edit':
      return onFile(world, device, chance, (file) => edit(world, device, chance, file));
    case 'overwrite':
      return onFile(world, device, chance, (file) => overwrite(world, device, chance, file));
    case 'rename':
      return onFile(world, device, chance, (file) => rename(world, device, chance, file));
    case 'move':
      return onFile(world, device, chance, (file) => moveElsewhere(world, device, chance, file));
    case 'copy':
      return onFile(world, device, chance, (file) => copy(world, device, chance, file));
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
    case 'web-add-pair': {
      const still = newPhoto(world, chance, 'photo');
      return addPair(world, device, chance, { still, film: newPhoto(world, chance, 'video', still) });
    }
    case 'evict':
      return onRow(device, chance, (file) => {
        world.tell(`a person wants room on the ${device.name}: ${file.path}`);
        if (file.assetId !== null) device.agent?.evict(file.assetId);
      });
    case 'open-in-full':
      return onRow(device, chance, (file) => openInFull(world, device, file));
    case 'erase-if-safe':
      return eraseIfSafe(world, device, chance);
    case 'set-policy':
      return setPolicy(world, device, chance);
    case 'set-budget':
      return setBudget(world, device, chance, lasts);
    case 'set-direction':
      return setDirection(world, device, chance);
    case 'set-storage':
      return setStorage(world, device);
    case 'pin':
      return pin(world, device, chance);
    case 'unpin':
      return unpin(world, device, chance);
    case 'get':
      return onRow(device, chance, (file) => get(world, device, file));
    case 'free-up':
      return freeUp(world, device, chance);
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

function newPhoto(
  world: World,
  chance: Chance,
  kind: 'photo' | 'video',
  like?: Pick<Photo, 'takenAt' | 'camera'>,
  pairId: string | null = null,
  mime = kind === 'video' ? 'video/quicktime' : 'image/jpeg',
): Photo {
  const length = kind === 'video' ? chance.between(5_000_000, 20_000_000) : chance.between(1_000, 6_000_000);
  const dated = chance.happens(0.8);
  return world.gallery.add({
    length,
    kind,
    mime,
    takenAt: like
      ? like.takenAt
      : dated
        ? `2026-${String(chance.between(1, 12)).padStart(2, '0')}-01T10:00:${String(chance.below(60)).padStart(2, '0')}`
        : null,
    camera: like ? like.camera : chance.pick(CAMERAS),
    pairId,
  });
}

function capture(world: World, bytes: Bytes, path: string): void {
  // What is no photo is promised nothing by itself.
  if (world.gallery.of(bytes)?.sidecar === true) return;
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
  // What nobody told of may come once more before it is found where it went.
  else for (const path of paths) if (device.disk.exists(path)) copiedToo(world, device, path);
}

function take(world: World, device: Device, chance: Chance, photo: Photo, path: string): void {
  device.disk.makeFolders(parentOf(path));
  write(world, device, path, photo, chance);
  const beside = chance.fork('sidecar');
  if (world.plan.sidecars === true && beside.happens(0.3)) describe(world, device, beside, path);
}

/** A program writes what it knows of a photo beside it; now and then it does so again. */
function describe(world: World, device: Device, chance: Chance, path: string): void {
  const stem = path.slice(0, path.lastIndexOf('.'));
  const to = chance.pick([`${stem}.xmp`, `${path}.xmp`, `${stem}.AAE`]);
  const bytes = world.gallery.bytes(
    world.gallery.add({
      length: chance.between(200, 3000),
      kind: 'photo',
      mime: 'application/rdf+xml',
      takenAt: null,
      camera: null,
      sidecar: true,
    }),
  );
  if (device.disk.exists(to) && world.gallery.of(device.disk.read(to))?.sidecar !== true) return;
  device.disk.write(to, bytes);
  changed(world, device, chance, [to], `describes ${path} in ${to}`);
}

function write(world: World, device: Device, path: string, photo: Photo, chance: Chance): void {
  const bytes = world.gallery.bytes(photo);
  const over = device.disk.stat(path);
  if (over) takeAway(world, device, over.path, over.bytes);
  takePlace(world, device, path);
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

/** What lies there may rightly be on a device once more. */
function copiedToo({ witness, gallery }: World, device: Device, path: string): void {
  const bytes = device.disk.stat(path)?.bytes;
  if (bytes !== undefined) witness.copiesToo(device.name, gallery.of(bytes)?.standIn?.of ?? bytes.hash);
}

/** Another file comes to where a device believes a photo to be: it may fetch that one anew before it finds where it went. */
function takePlace({ witness }: World, device: Device, path: string): void {
  const file = device.store.fileAt(path);
  const shows = file?.standIn?.of ?? file?.hash;
  if (shows != null) witness.copiesToo(device.name, shows);
}

function takePair(world: World, device: Device, chance: Chance): void {
  const pairId = world.plan.livePairs === true ? `pair-${world.gallery.count}` : null;
  const photo = newPhoto(world, chance, 'photo', undefined, pairId);
  const lost = chance.fork('lost');
  const isLost = world.plan.namedPairs === true && lost.happens(0.6);
  const film = newPhoto(world, chance, 'video', photo, isLost ? null : pairId);
  const stem = pathFor(chance, `LIVE_${chance.between(1, 20)}`);
  take(world, device, chance, photo, `${stem}.JPG`);
  // A phone and a computer that imports from it by halves: each has one.
  const others = pairId !== null && chance.happens(0.3) ? world.devices.filter((each) => isOfLibrary(each, device)) : [];
  take(world, others.length > 0 ? chance.pick(others) : device, chance, film, `${stem}.MOV`);
  // The film as the camera wrote it turns up later, from a backup of the phone, say.
  const here = world.devices.filter((each) => isOfLibrary(each, device));
  if (!isLost || pairId === null || here.length === 0 || !lost.happens(0.5)) return;
  const [real, to, path] = [newPhoto(world, lost, 'video', photo, pairId), lost.pick(here), join('Phone', nameOf(`${stem}.MOV`))];
  later(world, lost.between(1000, 20_000), `a backup comes to the ${to.name}`, () => {
    if (!to.disk.exists(path)) take(world, to, lost, real, path);
  });
}

/** A person edits a photo under a name of its own, as phones and programs do; the edit may come to another device first. */
function takeEdited(world: World, device: Device, chance: Chance): void {
  const at = `2026-07-03T10:00:${String(chance.below(60)).padStart(2, '0')}`;
  const photo = newPhoto(world, chance, 'photo', { takenAt: at, camera: 'Phone' });
  const edit = newPhoto(world, chance, 'photo', photo);
  const n = String(1000 + chance.below(5));
  const here = world.devices.filter((each) => isOfLibrary(each, device));
  const other = here.length > 0 && chance.happens(0.4) ? chance.pick(here) : device;
  const both = [
    () => take(world, device, chance, photo, pathFor(chance, `IMG_${n}.JPG`)),
    () => take(world, other, chance, edit, pathFor(chance, `IMG_E${n}.JPG`)),
  ];
  for (const each of chance.happens(0.5) ? both : both.toReversed()) each();
}

/** A person does something in a while. The disk may not let them. */
function later(world: World, inMs: number, what: string, act: () => void): void {
  world.timeline.after(inMs, what, () => {
    const { actor } = world.witness;
    world.witness.actor = 'person';
    try {
      act();
    } catch (error) {
      if (!(error instanceof DiskError)) throw error;
    } finally {
      world.witness.actor = actor;
    }
  });
}

/** A camera writes a RAW and a JPEG of one shot; one of them may come to another device first. Now and then somebody has made a copy of one. */
function takeRaw(world: World, device: Device, chance: Chance): void {
  const at = `2026-05-03T10:00:${String(chance.below(60)).padStart(2, '0')}`;
  const picture = newPhoto(world, chance, 'photo', { takenAt: at, camera: 'Nikon' });
  const raw = newPhoto(world, chance, 'photo', picture, null, 'image/x-nikon-nef');
  const stem = pathFor(chance, `DSC_${chance.between(1, 5)}`);
  const here = world.devices.filter((each) => isOfLibrary(each, device));
  const other = here.length > 0 && chance.happens(0.4) ? chance.pick(here) : device;
  const both = [
    () => take(world, device, chance, picture, `${stem}.JPG`),
    () => take(world, other, chance, raw, `${stem}.NEF`),
    ...(chance.happens(0.15) ? [() => take(world, other, chance, newPhoto(world, chance, 'photo', picture), `${stem}.HEIC`)] : []),
  ];
  for (const each of chance.happens(0.5) ? both : both.toReversed()) each();
}

function isOfLibrary(one: Device, other: Device): boolean {
  const library = one.store.identity()?.libraryId;
  return library !== undefined && library === other.store.identity()?.libraryId;
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
  later(world, Math.min(lasts, 12_000), `the card of the ${device.name}`, () => {
    const there = device.disk.stat(path);
    // Whoever renamed or deleted it meanwhile ended the copy.
    if (there === null || there.bytes.content !== whole.content) return;
    takeAway(world, device, path, there.bytes);
    device.disk.write(path, whole);
    capture(world, whole, path);
    changed(world, device, chance, [path], `has copied ${path}`);
  });
}

export function edit(world: World, device: Device, chance: Chance, file: Stats): void {
  const photo = world.gallery.of(file.bytes);
  if (!photo) return;
  if (photo.sidecar) return describe(world, device, chance, file.path);
  const edited = newPhoto(world, chance, photo.kind, photo);
  takeAway(world, device, file.path, file.bytes);
  device.disk.write(file.path, world.gallery.bytes(edited));
  capture(world, world.gallery.bytes(edited), file.path);
  changed(world, device, chance, [file.path], `edits ${file.path}`);
}

export function overwrite(world: World, device: Device, chance: Chance, { path }: Stats): void {
  write(world, device, path, newPhoto(world, chance, 'photo'), chance);
}

export function rename(world: World, device: Device, chance: Chance, file: Stats): void {
  const name = `${chance.pick(['Sea', 'IMG_7', 'sea', nameOf(file.path).toLowerCase()])}.JPG`;
  move(world, device, file, join(parentOf(file.path), name));
}

export function moveElsewhere(world: World, device: Device, chance: Chance, file: Stats): void {
  move(world, device, file, join(chance.pick(FOLDERS), nameOf(file.path)));
}

function move(world: World, device: Device, file: Stats, to: string): void {
  const chance = world.chance.fork(`move ${file.path} ${to} ${world.timeline.now}`);
  if (device.disk.key(to) !== device.disk.key(file.path) && device.disk.exists(to)) return;
  device.disk.makeFolders(parentOf(to));
  takePlace(world, device, to);
  device.disk.rename(file.path, to);
  world.witness.names.add(plainName(nameOf(to)));
  changed(world, device, chance, [file.path, to], `moves ${file.path} to ${to}`);
}

function copy(world: World, device: Device, chance: Chance, file: Stats): void {
  const to = join(chance.pick(FOLDERS), `copy of ${nameOf(file.path)}`);
  device.disk.makeFolders(parentOf(to));
  const over = device.disk.stat(to);
  if (over) takeAway(world, device, over.path, over.bytes);
  takePlace(world, device, to);
  device.disk.write(to, file.bytes, file.mtime);
  world.witness.copiesToo(device.name, world.gallery.of(file.bytes)?.standIn?.of ?? file.bytes.hash);
  world.witness.names.add(plainName(nameOf(to)));
  changed(world, device, chance, [to], `copies ${file.path} to ${to}`);
}

export function remove(world: World, device: Device, chance: Chance, files: readonly Stats[]): void {
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
  takePlace(world, device, path);
  device.disk.write(path, file.bytes, file.mtime);
  // Where it comes from nobody may have looked yet: the library has it sooner by this one.
  for (const { name } of [device, from]) world.witness.copiesToo(name, world.gallery.of(file.bytes)?.standIn?.of ?? file.bytes.hash);
  // What is taken along is a photo of its own in another account.
  if (world.gallery.of(file.bytes)?.standIn == null) capture(world, file.bytes, path);
  else world.witness.names.add(plainName(nameOf(path)));
  changed(world, device, chance, [path], `puts ${path}, copied from the ${from.name}`);
}

function openInFull(world: World, device: Device, { key, path, standIn }: LocalFile): void {
  if (standIn == null) return;
  world.tell(`a person opens ${path} on the ${device.name} in full`);
  device.store.transact(() => wantFull(device.store, key));
  device.agent?.answered();
}

function onRow(device: Device, chance: Chance, act: (file: LocalFile) => void): void {
  const files = device.store.files().filter(({ missingSince }) => missingSince === null);
  if (files.length > 0) act(chance.pick(files));
}

/** What is in Recently Deleted of a device's library: assets, each with the seq of its row. */
function trashedOf(world: World, device: Device): ReadonlyMap<string, number> {
  const identity = device.store.identity();
  const rows = identity === null ? [] : [...world.cloud.tables.index(identity.libraryId).rows];
  return new Map(
    rows.flatMap(({ seq, entity }) => (entity.type === 'asset' && entity.state === 'trashed' ? [[entity.id, seq] as const] : [])),
  );
}

/** The person is told that all is safe in the cloud, and erases what is here: all of it must be there. */
function eraseIfSafe(world: World, device: Device, chance: Chance): void {
  world.tell(`a person asks at the ${device.name} whether all is safe in the cloud`);
  const before = trashedOf(world, device);
  device.agent?.askSafe((paths) => {
    const { actor } = world.witness;
    const after = trashedOf(world, device);
    for (const path of paths) {
      const assetId = device.store.fileAt(path)?.assetId;
      // As it was when they asked: nobody has touched it since.
      const deleted = assetId == null ? undefined : after.get(device.store.resolve(assetId));
      if (assetId != null && deleted !== undefined && before.get(device.store.resolve(assetId)) === deleted)
        world.violate('L7', `${path} of the ${device.name} is said to be safe, and is in Recently Deleted`);
    }
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
