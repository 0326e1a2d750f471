/** A file to look into. `read` gives up to `length` bytes from `offset`; fewer only at the file's end. */
export interface MediaSource {
  readonly name: string;
  /** Bytes. */
  readonly size: number;
  /** Milliseconds since 1970; null when not known. */
  readonly mtimeMs: number | null;
  read(offset: number, length: number): Promise<Uint8Array>;
}
