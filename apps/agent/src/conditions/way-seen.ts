import { say } from '@rollcall/protocol';
import type { DeviceStore, Pacing, Trouble, WaySeen } from '@rollcall/core';
import { interfacesHere, interfaceWords } from './interfaces.ts';
import type { Reading, Readings } from './lookout.ts';
import { BY_HAND } from './overrides.ts';

/** The note of when the server last answered this device; milliseconds by its clock. */
const ANSWERED = 'answered-at';

export function answeredAt(store: DeviceStore): number | null {
  const note = store.note(ANSWERED);
  return note === null ? null : Number(note);
}

export function noteAnswered(store: DeviceStore, at: number): void {
  store.setNote(ANSWERED, String(at));
}

/** The note of what makes the way bad, as the running agent sees it. */
const HINDERED = 'way-hindered';

export function hinderedNow(store: DeviceStore): readonly Trouble[] {
  const note = store.note(HINDERED);
  return note === null ? [] : (JSON.parse(note) as readonly Trouble[]);
}

export function noteHindered(store: DeviceStore, troubles: readonly Trouble[]): void {
  const text = troubles.length === 0 ? null : JSON.stringify(troubles);
  if (text !== store.note(HINDERED)) store.setNote(HINDERED, text);
}

interface Measured {
  readonly lastSuccess: number | null;
  readonly skew: WaySeen['skew'];
  readonly pace: Pacing | null;
}

/** What a person says stands in the way, whatever answers; null: nothing. */
export function simulatedOf({ link, portal }: Pick<Readings, 'link' | 'portal'>): WaySeen['simulated'] {
  if (isByHand(portal) && 'is' in portal && portal.is) return 'portal';
  return isByHand(link) && 'is' in link && link.is === 'none' ? 'unlinked' : null;
}

/** What the system, the network's interfaces and what was measured say of the way to a server. */
export function waySeen({ link, portal }: Pick<Readings, 'link' | 'portal'>, server: string, measured: Measured): WaySeen {
  const names = interfacesHere();
  const none = 'is' in link ? link.is === 'none' : null;
  return {
    // A server on this machine needs no link; without a way to the world there may be one to the next machine.
    unlinked: isByHand(link) ? none : isLoopback(server) ? false : names.length === 0 ? true : none === false ? false : null,
    portal: 'is' in portal ? portal.is : null,
    simulated: simulatedOf({ link, portal }),
    interfaces: isByHand(link) && none === true ? say('no network is connected (simulated)') : interfaceWords(names),
    server,
    ...measured,
  };
}

function isByHand(reading: Reading<unknown>): boolean {
  return 'is' in reading && reading.source === BY_HAND;
}

function isLoopback(server: string): boolean {
  return /^https?:\/\/(localhost|([a-z0-9-]+\.)+localhost|127\.\d{1,3}\.\d{1,3}\.\d{1,3}|\[::1\])(:\d+)?(\/|$)/i.test(server);
}
