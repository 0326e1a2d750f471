/** What belongs to an entry, by its number (APPNOTE 4.5); null: there is none of it. */
export function fieldOf(extra: Uint8Array, number: number): Uint8Array | null {
  for (let at = 0; at + 4 <= extra.length;) {
    const view = viewOf(extra, at, 4)!;
    const length = view.getUint16(2, true);
    if (at + 4 + length > extra.length) return null;
    if (view.getUint16(0, true) === number) return extra.subarray(at + 4, at + 4 + length);
    at += 4 + length;
  }
  return null;
}

/** Null where there are not so many bytes. */
export function viewOf(bytes: Uint8Array, at: number, length: number): DataView | null {
  return at < 0 || at + length > bytes.length ? null : new DataView(bytes.buffer, bytes.byteOffset + at, length);
}
