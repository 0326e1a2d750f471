/** Something that waits for room in the cloud. */
export interface WaitsForRoom {
  /** Bytes. */
  readonly size: number;
}

/**
 * In which order what waits for room asks again: as it stands where all of it fits, else the smallest first, for then the most
 * of it comes to its end.
 * @param free bytes; null: not known
 */
export function inOrderOfRoom<T extends WaitsForRoom>(waiting: readonly T[], free: number | null): T[] {
  const all = waiting.reduce((sum, { size }) => sum + size, 0);
  return free !== null && all <= free ? [...waiting] : waiting.toSorted((a, b) => a.size - b.size);
}
