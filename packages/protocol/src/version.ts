/**
 * The protocol's version, and its history. Each side sends its version in the header
 * `Rollcall-Protocol`; a side that meets a version below its `MIN_SUPPORTED` says "update needed".
 */
export const PROTOCOL_VERSION = 2;
export const MIN_SUPPORTED = 1;
export const PROTOCOL_HEADER = 'rollcall-protocol';

export interface ProtocolChange {
  readonly version: number;
  readonly date: string;
  readonly changes: readonly string[];
}

/** Newest last. A version, once released, is never rewritten. */
export const PROTOCOL_HISTORY: readonly ProtocolChange[] = [
  {
    version: 1,
    date: '2026-11-23',
    changes: ['Change feed with epoch.generation.seq cursors; hash-chained mutations; resumable upload (IETF draft); rolls; pokes.'],
  },
  {
    version: 2,
    date: '2026-11-27',
    changes: ['Albums: rows of the types album and album-item in the feed, for who speaks version 2; changes named album.*'],
  },
];

/** Kinds of rows that came after version 1, and with which version: who speaks an older one is not told of them. */
export const ROWS_SINCE: Readonly<Record<string, number>> = { album: 2, 'album-item': 2 };

export type Agreement = 'agreed' | 'update-needed' | 'server-outdated';

/** What a device of version `device` says of a server that speaks `server` and takes `serverMin` or newer. */
export function agree(device: number, server: number, serverMin: number): Agreement {
  if (device < serverMin) return 'update-needed';
  if (server < MIN_SUPPORTED) return 'server-outdated';
  return 'agreed';
}
