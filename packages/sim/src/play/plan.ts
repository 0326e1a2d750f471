import { MIN_SUPPORTED } from '@rollcall/protocol';
import { PLAIN_DISK, type DiskRules } from '../disk/disk.ts';
import { Chance } from '../world/chance.ts';

/** What a person does. */
export const DEEDS = [
  'take',
  'take',
  'take',
  'take-pair',
  'copy-slowly',
  'edit',
  'overwrite',
  'rename',
  'move',
  'copy',
  'delete',
  'delete-some',
  'delete-folder',
  'put-same-elsewhere',
  'web-trash',
  'web-restore',
  'web-purge',
  'web-set',
  'web-join',
  'web-split',
  'answer-held',
  'answer-deleted',
  'evict',
  'evict',
  'open-in-full',
  'erase-if-safe',
  'web-album',
  'web-add-pair',
  'set-policy',
  'set-budget',
  'set-direction',
  'undo',
  'set-storage',
] as const;
/** What a person does about the room on a device, drawn apart: what was drawn before stays as it was. */
export const ROOM_DEEDS = ['pin', 'pin', 'unpin', 'free-up', 'get', 'get'] as const;
export type Deed = (typeof DEEDS)[number] | (typeof ROOM_DEEDS)[number];

/** What goes wrong. */
export const FAULTS = [
  'cloud-dies',
  'cloud-loses-power',
  'cloud-full',
  'cloud-notes-full',
  'cloud-rots',
  'cloud-backup',
  'cloud-put-back',
  'cloud-rolled-back',
  'cloud-clock',
  'cloud-upgraded',
  'quota-lowered',
  'agent-dies',
  'device-loses-power',
  'device-full',
  'device-notes-full',
  'device-closed',
  'file-closed',
  'device-read-only',
  'device-rots',
  'device-clock',
  'folder-unmounted',
  'other-disk',
  'disk-within',
  'device-cloned',
  'state-lost',
  'device-put-back',
  'link-down',
  'link-loses',
  'reply-lost',
  'requests-lost',
  'link-duplicates',
  'link-reorders',
  'body-cut',
  'portal',
  'proxy',
  'link-flips',
  'time-passes',
] as const;
export type Fault = (typeof FAULTS)[number];

/** One thing that happens to the world from outside. Its choices are drawn from a stream of its own name. */
export interface Item {
  readonly id: number;
  /** Milliseconds after the beginning. */
  readonly at: number;
  readonly does: Deed | Fault;
  readonly device: number;
  /** How long it lasts, where it does. */
  readonly lasts: number;
}

export interface Plan {
  readonly seed: string;
  readonly devices: readonly {
    readonly rules: DiskRules;
    readonly library: number;
    readonly photos: number;
    readonly page: number;
    /** Its person keeps originals in the cloud, beyond so many bytes here; absent: here. */ readonly budget?: number;
  }[];
  readonly libraries: number;
  readonly quota: number;
  /** The version of the protocol that everybody speaks in the beginning; absent: today's. */
  readonly protocol?: number;
  /** Cameras write an identifier into both halves of a Live Photo, and the server reads it. */
  readonly livePairs?: boolean;
  /** Some of the photos that are taken are a RAW and a JPEG of one shot, and the server reads that. */
  readonly rawPairs?: boolean;
  /** Films of some Live Photos have lost the identifier, and the server joins what its name, moment and camera leave no doubt of. */
  readonly namedPairs?: boolean;
  /** Some of the photos that are taken are edited under a name of their own, and the server joins the two. */
  readonly edits?: boolean;
  /** Beside some photos lie files that hold data of them. */
  readonly sidecars?: boolean;
  /** Machines are busy: now and then a program stands still in the middle of a step, and people act in that moment. */
  readonly busy?: boolean;
  /** When somebody has the first library closed, and for how long, until they think better of it. Milliseconds. */
  readonly closes?: { readonly at: number; readonly lasts: number };
  readonly items: readonly Item[];
}

const SPAN_MS = 45_000;

/** What is wanted of a plan: deeds and faults that are to come often, so that one thing is looked at closely. */
export interface Wish {
  readonly often: readonly (Deed | Fault)[];
  /** Photos that each device has from the beginning, at least. */
  readonly photos?: number;
  /** Devices have a budget for photos, whatever chance says. */
  readonly room?: boolean;
}

const isFault = (each: Deed | Fault): each is Fault => (FAULTS as readonly string[]).includes(each);
const isDeed = (each: Deed | Fault): each is Deed => !isFault(each);

/** What is to happen in the run of a seed. Some runs have no faults, the others a few kinds of them. */
export function planOf(seed: string, wish: Wish = { often: [] }): Plan {
  const chance = new Chance(`${seed}/plan`);
  const wished = wish.often.length > 0;
  const libraries = chance.happens(0.2) ? 2 : 1;
  const count = wished ? chance.between(2, 3) : chance.between(1, 3);
  const devices = Array.from({ length: Math.max(count, libraries) }, (_, at) => ({
    rules: rulesOf(chance),
    library: libraries === 2 && at === 1 ? 1 : 0,
    photos: Math.max(wish.photos ?? 0, chance.happens(0.4) ? chance.between(0, chance.happens(0.1) ? 14 : 5) : 0),
    page: chance.pick([2, 5, 1000, 1000]),
  }));
  const wishedFaults = wish.often.filter(isFault);
  const wishedDeeds = wish.often.filter(isDeed);
  const any = chance.happens(0.2) ? [] : Array.from({ length: chance.between(1, 4) }, () => chance.pick(FAULTS));
  const kinds = wished ? wishedFaults : any;
  const items: Item[] = [];
  const add = (does: Deed | Fault): void => {
    const at = Math.floor(chance.next() ** 1.3 * SPAN_MS);
    const lasts = Math.floor(500 + chance.next() ** 2 * 30_000);
    items.push({ id: items.length, at, does, device: chance.below(devices.length), lasts });
  };
  const favourites: readonly Deed[] = wishedDeeds.length > 0 ? wishedDeeds : Array.from({ length: 3 }, () => chance.pick(DEEDS));
  const deeds = chance.between(2, 9);
  for (let deed = 0; deed < deeds; deed += 1) add(chance.happens(wished ? 0.2 : 0.5) ? chance.pick(DEEDS) : chance.pick(favourites));
  const faults = kinds.length === 0 ? 0 : chance.between(1, 5);
  for (let fault = 0; fault < faults; fault += 1) add(chance.pick(kinds));
  const old = items.some(({ does }) => does === 'cloud-upgraded') ? { protocol: MIN_SUPPORTED } : {};
  const livePairs = new Chance(`${seed}/live-pairs`).happens(0.6) ? { livePairs: true } : {};
  const sidecars = new Chance(`${seed}/sidecars`).happens(0.5) ? { sidecars: true } : {};
  const rawPairs = new Chance(`${seed}/raw-pairs`).happens(0.5) ? { rawPairs: true } : {};
  const namedPairs = new Chance(`${seed}/named-pairs`).happens(0.5) ? { namedPairs: true } : {};
  const edits = new Chance(`${seed}/edits`).happens(0.4) ? { edits: true } : {};
  const busy = new Chance(`${seed}/busy`).happens(0.5) ? { busy: true } : {};
  const room = new Chance(`${seed}/room`);
  const budgets = room.happens(0.25) || wish.room === true;
  const closing = new Chance(`${seed}/closes`);
  const closes = closing.happens(0.1) ? { closes: { at: closing.between(2000, SPAN_MS), lasts: closing.between(2000, 20_000) } } : {};
  if (budgets) items.push(...roomItems(seed, items.length, devices.length));
  items.sort((a, b) => a.at - b.at || a.id - b.id);
  return {
    seed,
    devices: budgets ? devices.map((device) => ({ ...device, budget: room.between(0, 12_000_000) })) : devices,
    libraries,
    quota: chance.happens(0.15) ? 40_000_000 : 5_000_000_000,
    ...old,
    ...livePairs,
    ...rawPairs,
    ...namedPairs,
    ...edits,
    ...sidecars,
    ...busy,
    ...closes,
    items,
  };
}

/** Where there is a budget, people pin, and want room by hand. */
function roomItems(seed: string, first: number, devices: number): Item[] {
  const chance = new Chance(`${seed}/room deeds`);
  return Array.from({ length: chance.below(4) }, (_, at) => ({
    id: first + at,
    at: chance.below(SPAN_MS),
    does: chance.pick(ROOM_DEEDS),
    device: chance.below(devices),
    lasts: 0,
  }));
}

function rulesOf(chance: Chance): DiskRules {
  if (chance.happens(0.6)) return PLAIN_DISK;
  return {
    ignoresCase: chance.happens(0.5),
    listsNfd: chance.happens(0.3),
    timeStep: chance.pick([1, 1, 1000, 2000]),
    reusesInodes: chance.happens(0.5),
    links: chance.happens(0.7),
  };
}
