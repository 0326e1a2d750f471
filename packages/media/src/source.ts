/** A file to look into. `read` gives up to `length` bytes from `offset`; fewer only at the file's end. */
export interface MediaSource {
  readonly name: string;
  /** Bytes. */
  readonly size: number;
  /** Milliseconds since 1970; null when not known. */
  readonly mtimeMs: number | null;
  read(offset: number, length: number): Promise<Uint8Array>;
}

/** The same, asked for nothing outside the file, whatever a hostile file says of where things lie. */
export function within<S extends Pick<MediaSource, 'size' | 'read'>>(source: S): S {
  return {
    ...source,
    read: async (offset: number, length: number) => {
      const from = Math.max(0, Math.min(offset, source.size));
      const wanted = Math.max(0, Math.min(length, source.size - from));
      return wanted === 0 ? new Uint8Array() : source.read(from, wanted);
    },
  };
}
