import { closeSync, fstatSync, openSync, readSync } from 'node:fs';

/** What the write-ahead log beside a database turned out to be. `cut-off`: what was written to it last does not lie in it whole. */
export type Log = 'none' | 'empty' | 'used' | 'cut-off' | 'not-a-log';

const HEAD = 32;
const FRAME_HEAD = 24;
/** Of a longer log only its beginning and its length are looked at; bytes. */
const LOOKED_THROUGH = 32_000_000;

/** What the database ignores of it, it ignores without a word: then what is read may be out of date. */
export function judgeLog(path: string): Log {
  try {
    return read(path);
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === 'ENOENT') return 'none';
    if (code === 'EISDIR') return 'not-a-log';
    throw error;
  }
}

function read(path: string): Log {
  const handle = openSync(path, 'r');
  try {
    const { size } = fstatSync(handle);
    if (size === 0) return 'empty';
    const head = bytesAt(handle, 0, HEAD);
    const order = orderOf(head);
    if (head.length < HEAD || order === null) return 'not-a-log';
    const sums = sumsOf(head.subarray(0, FRAME_HEAD), order, [0, 0]);
    if (sums[0] !== head.readUInt32BE(24) || sums[1] !== head.readUInt32BE(28)) return 'not-a-log';
    const length = FRAME_HEAD + pageSize(head);
    if ((size - HEAD) % length !== 0) return 'cut-off';
    return size > LOOKED_THROUGH || areWhole(handle, { head, length, order, frames: (size - HEAD) / length }) ? 'used' : 'cut-off';
  } finally {
    closeSync(handle);
  }
}

type Sums = readonly [number, number];
type Order = 'little' | 'big';

function orderOf(head: Buffer): Order | null {
  if (head.length < 4) return null;
  const magic = head.readUInt32BE(0);
  return magic === 0x377f0682 ? 'little' : magic === 0x377f0683 ? 'big' : null;
}

function pageSize(head: Buffer): number {
  const told = head.readUInt32BE(8);
  return told === 1 ? 65_536 : told;
}

/** Frames follow each other by their sums; where those of an earlier round begin, the log ends. */
function areWhole(handle: number, its: { head: Buffer; length: number; order: Order; frames: number }): boolean {
  const { head, length, order, frames } = its;
  let sums: Sums = [head.readUInt32BE(24), head.readUInt32BE(28)];
  for (let at = 0; at < frames; at += 1) {
    const frame = bytesAt(handle, HEAD + at * length, length);
    if (frame.compare(head, 16, 24, 8, 16) !== 0) return true;
    sums = sumsOf(frame.subarray(FRAME_HEAD), order, sumsOf(frame.subarray(0, 8), order, sums));
    if (sums[0] !== frame.readUInt32BE(16) || sums[1] !== frame.readUInt32BE(20)) return false;
  }
  return true;
}

/** As the format of the log has it. */
function sumsOf(bytes: Buffer, order: Order, before: Sums): Sums {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const little = order === 'little';
  let [first, second] = before;
  for (let at = 0; at + 8 <= bytes.length; at += 8) {
    first = (first + view.getUint32(at, little) + second) >>> 0;
    second = (second + view.getUint32(at + 4, little) + first) >>> 0;
  }
  return [first, second];
}

function bytesAt(handle: number, at: number, length: number): Buffer {
  const bytes = Buffer.alloc(length);
  return bytes.subarray(0, readSync(handle, bytes, 0, length, at));
}
