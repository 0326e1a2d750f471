/** Mobile data of a month, as a device counts it. */
export interface MobileMonth {
  /** Begin of the month and of the next one, on the clock of the device's own place; milliseconds. */
  readonly begins: number;
  readonly ends: number;
  /** Bytes sent and received. */
  readonly used: number;
}

/**
 * Counts more bytes, in the month that is now. A clock that goes back by some days starts no new month: what was used stays used.
 * @param now the month in which the device is
 */
export function countMobile(before: MobileMonth | null, now: Omit<MobileMonth, 'used'>, bytes: number): MobileMonth {
  const same = before !== null && before.begins >= now.begins;
  return same ? { ...before, used: before.used + bytes } : { ...now, used: bytes };
}
