/**
 * The protocol's version, and its history. Each side sends its version in the header
 * `Rollcall-Protocol`; a side that meets a version below its `MIN_SUPPORTED` says "update needed".
 */
export const PROTOCOL_VERSION = 1;
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
];

export type Agreement = 'agreed' | 'update-needed' | 'server-outdated';

/** What a device of version `device` says of a server that speaks `server` and takes `serverMin` or newer. */
export function agree(device: number, server: number, serverMin: number): Agreement {
  if (device < serverMin) return 'update-needed';
  if (server < MIN_SUPPORTED) return 'server-outdated';
  return 'agreed';
}
