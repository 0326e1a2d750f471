import { historyWords, notThereYet, placeWords, type LocalFile } from '@rollcall/core';
import type { AssetPlace, Reason, RouteOutput } from '@rollcall/protocol';
import type { Device } from '../device.ts';
import { heardAt } from './heard.ts';
import { SHORT_MS, type CloudAsked } from './glance.ts';
import { othersAsNoted } from './others.ts';
import { within } from './within.ts';

/** One place of a photo. */
export interface PlaceTold {
  /** `cloud`, or a device's name. */
  readonly where: string;
  readonly state: AssetPlace['state'];
  readonly words: string;
  readonly path: string | null;
  readonly reasons: readonly Reason[];
  /** When that was heard; milliseconds since 1970; null: it is so now. */
  readonly asOf: number | null;
  /** The cloud could not be asked now. */
  readonly asLastHeard?: true;
}

export interface EventTold {
  readonly at: number;
  /** A kind of entry of the journal. */
  readonly what: string;
  readonly words: string;
  readonly device: string | null;
}

/** Where a photo is and what became of it. */
export interface Story {
  readonly places: readonly PlaceTold[];
  /** Newest first. */
  readonly history: readonly EventTold[];
  /**
   * Null: the cloud told it now. Else why not, and when this device last knew all that the cloud had; `at` null: never yet. `not-told`:
   * the cloud was not asked, for nobody has told it of this file.
   */
  readonly from: { readonly at: number | null; readonly why: Exclude<CloudAsked, 'asked'> | 'not-told' } | null;
}

/**
 * Places and history as the cloud tells them, if it does so soon; else what this device's own rows say.
 * @param here the files of this device that are, or were, this photo
 */
export async function tellStory(device: Device, assetId: string | null, here: readonly PlaceTold[], cloud: CloudAsked): Promise<Story> {
  const known = assetId === null ? null : device.store.remote(assetId);
  if (assetId === null || known === null) {
    const at = heardAt(device.store);
    return { places: [notInCloud(at), ...here], history: [], from: { at, why: cloud === 'asked' ? 'not-told' : cloud } };
  }
  const told = cloud === 'asked' ? await within(SHORT_MS, askCloud(device, assetId)) : null;
  if (told === null) return asKnownHere(device, assetId, here, cloud === 'held-back' ? 'held-back' : 'no-answer');
  const others = told.places.filter(({ deviceId }) => deviceId !== device.identity.deviceId).map(placeTold);
  return { places: [...others, ...here], history: told.entries.map(eventTold), from: null };
}

type Told = RouteOutput<'assetPlaces'> & RouteOutput<'assetHistory'>;

async function askCloud({ connection }: Device, assetId: string): Promise<Told | null> {
  const [places, history] = await Promise.all([
    connection.call('assetPlaces', { params: { assetId } }),
    connection.call('assetHistory', { params: { assetId } }),
  ]);
  return places.ok && history.ok ? { ...places.value, ...history.value } : null;
}

/** A file of this device as a place. */
export function placeHere({ identity }: Device, file: LocalFile | null, reasons: readonly Reason[]): PlaceTold {
  const state = file === null || file.missingSince !== null ? 'not-here' : file.standIn == null ? 'original' : 'compressed';
  const { words } = placeWords({ state, reasons: [...reasons] });
  return { where: identity.name, state, words, path: file?.path ?? null, reasons, asOf: null };
}

/** @param at when this device last knew all that the cloud had */
function notInCloud(at: number | null): PlaceTold {
  return { where: 'cloud', state: 'not-here', words: 'Not in the cloud', path: null, reasons: [], asOf: at, asLastHeard: true };
}

function placeTold(place: AssetPlace): PlaceTold {
  const { where, name, state, path, reasons, asOf } = place;
  const words = where === 'cloud' && state === 'not-here' ? 'Not in the cloud' : placeWords(place).words;
  return { where: where === 'cloud' ? 'cloud' : name, state, words, path, reasons, asOf };
}

function eventTold(entry: RouteOutput<'assetHistory'>['entries'][number]): EventTold {
  return { at: entry.at, what: entry.what, words: historyWords(entry), device: entry.device };
}

/** What the rows of this device say: that the photo was added and deleted, and where it may be. */
function asKnownHere(device: Device, assetId: string, here: readonly PlaceTold[], why: 'held-back' | 'no-answer'): Story {
  const { store, identity } = device;
  const at = heardAt(store);
  const asset = store.remote(assetId)?.asset;
  if (!asset) return { places: [notInCloud(at), ...here], history: [], from: { at, why } };
  const others = othersAsNoted(device);
  const nameOf = (id: string | null): string | null =>
    id === identity.deviceId ? identity.name : (others?.devices.find((each) => each.id === id)?.name ?? null);
  const event = (when: number, what: string, by: string | null): EventTold => {
    const name = nameOf(by);
    return { at: when, what, words: historyWords({ what, old: null, new: null, device: name, deviceKind: 'folder' }), device: name };
  };
  const state = asset.state === 'live' ? 'safe' : asset.state === 'trashed' ? 'trashed' : 'not-here';
  const words = state === 'not-here' ? 'Deleted for good' : placeWords({ state, reasons: [] }).words;
  const cloud: PlaceTold = { where: 'cloud', state, words, path: null, reasons: [], asOf: at, asLastHeard: true };
  // Of the others only the silence is known here.
  const silent = (others?.devices ?? []).flatMap((each): PlaceTold[] => {
    const reasons = notThereYet({ ...each, roll: null });
    if (reasons.length === 0) return [];
    return [
      { where: each.name, state: 'on-its-way', words: 'Not known', path: null, reasons, asOf: others?.at ?? null, asLastHeard: true },
    ];
  });
  return {
    places: [cloud, ...silent, ...here],
    history: [
      ...(asset.trashedAt === null || asset.state !== 'trashed' ? [] : [event(asset.trashedAt, 'asset.trash', null)]),
      event(asset.addedAt, 'asset.create', asset.addedBy),
    ],
    from: { at, why },
  };
}
