/**
 * A place in a library's change feed, opaque to devices: `epoch.generation.seq`.
 * `epoch` changes when a backup is restored, `generation` with each start of the server.
 */
export interface Cursor {
  readonly epoch: string;
  readonly generation: string;
  readonly seq: number;
}

export function formatCursor(cursor: Cursor): string {
  return `${cursor.epoch}.${cursor.generation}.${cursor.seq}`;
}

/** Undefined when the text is not a cursor; the server then answers `cursor-expired`. */
export function parseCursor(text: string): Cursor | undefined {
  const match = /^([0-9a-z]{1,32})\.([0-9a-z]{1,32})\.(0|[1-9][0-9]{0,15})$/.exec(text);
  if (!match) return undefined;
  const [, epoch, generation, seq] = match as unknown as [string, string, string, string];
  // A number that would be read as another one is none of ours.
  return Number.isSafeInteger(Number(seq)) ? { epoch, generation, seq: Number(seq) } : undefined;
}
