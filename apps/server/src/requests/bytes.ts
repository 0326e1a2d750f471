import type { Socket } from 'node:net';

/** What of each connection was counted already. */
const counted = new WeakMap<Socket, { read: number; written: number }>();

/** Bytes that came and went on a connection since this was last asked. */
export function bytesOf(socket: Socket): { readonly bytesIn: number; readonly bytesOut: number } {
  const before = counted.get(socket) ?? { read: 0, written: 0 };
  // A connection that has ended may not say any more what it wrote.
  const read = socket.bytesRead;
  const written = (socket.bytesWritten as number | undefined) ?? before.written;
  counted.set(socket, { read: Math.max(read, before.read), written: Math.max(written, before.written) });
  return { bytesIn: Math.max(0, read - before.read), bytesOut: Math.max(0, written - before.written) };
}
