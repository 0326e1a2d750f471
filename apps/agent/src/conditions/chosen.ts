import { AS_USUAL, countMobile, type DeviceStore, type MobileMonth, type Settings } from '@rollcall/core';

/** Notes in the device's store: what its person chose, and the mobile data of the month. */
export const SETTINGS_NOTE = 'settings';
const MONTH_NOTE = 'mobile-month';

export function readSettings(store: DeviceStore): Settings {
  const text = store.note(SETTINGS_NOTE);
  return text === null ? AS_USUAL : { ...AS_USUAL, ...(JSON.parse(text) as Partial<Settings>) };
}

export function keepSettings(store: DeviceStore, settings: Settings): void {
  store.setNote(SETTINGS_NOTE, JSON.stringify(settings));
}

/** The mobile data of the month in which `now` is, on this machine's calendar. */
export function mobileMonth(store: DeviceStore, now: number): MobileMonth {
  return countMobile(readMonth(store), monthOf(now), 0);
}

export function addMobile(store: DeviceStore, bytes: number, now: number): MobileMonth {
  const month = countMobile(readMonth(store), monthOf(now), bytes);
  store.setNote(MONTH_NOTE, JSON.stringify(month));
  return month;
}

function readMonth(store: DeviceStore): MobileMonth | null {
  const text = store.note(MONTH_NOTE);
  return text === null ? null : (JSON.parse(text) as MobileMonth);
}

function monthOf(now: number): Omit<MobileMonth, 'used'> {
  const date = new Date(now);
  const first = (months: number): number => new Date(date.getFullYear(), date.getMonth() + months, 1).getTime();
  return { begins: first(0), ends: first(1) };
}
