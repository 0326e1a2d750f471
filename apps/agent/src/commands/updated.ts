import type { DeviceStore } from '@rollcall/core';
import type { Updated } from '@rollcall/sqlite';
import { UPDATED } from '../store/bring-up-to-date.ts';
import { complain, type Io } from './io.ts';

/** Tells once that the state of this device was brought up to date, whichever command did it, and where it lies as it was. */
export function tellUpdated(store: DeviceStore, io: Io, silent: boolean): void {
  const noted = store.note(UPDATED);
  if (noted === null || silent) return;
  const { from, to, copy } = JSON.parse(noted) as Updated;
  complain(
    io,
    `the state of this device was brought up to date (from step ${from} to ${to}). ${copy === null ? 'It was not copied before, as you wished.' : `As it was, it is kept in ${copy}.`}`,
  );
  store.setNote(UPDATED, null);
}
