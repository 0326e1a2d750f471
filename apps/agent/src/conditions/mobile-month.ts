import { countMobile, type DeviceStore, type MobileMonth } from '@rollcall/core';

/** The note in the device's store. */
const MONTH_NOTE = 'mobile-month';

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
