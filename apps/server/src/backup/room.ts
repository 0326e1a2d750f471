import { statfs } from 'node:fs/promises';
import { BackupTrouble } from './trouble.ts';

/** Left free for what stands beside the files. Bytes. */
const SPARE = 16 * 1024 * 1024;

/** Throws `BackupTrouble` where a disk has not the room for so many bytes, with some to spare. */
export async function requireRoom(folder: string, bytes: number, words: (needs: number, free: number) => string): Promise<void> {
  const { bavail, bsize } = await statfs(folder);
  const needs = bytes + SPARE;
  if (bavail * bsize < needs) throw new BackupTrouble(3, words(needs, bavail * bsize));
}
