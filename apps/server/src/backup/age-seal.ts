import type { Seal } from './seal.ts';
import { BackupTrouble } from './trouble.ts';
import type { Bytes } from './streams.ts';

export async function makeKey(_id: string, _passphrase: string): Promise<Bytes> {
  throw new BackupTrouble(2, 'Backups cannot be encrypted yet.');
}

/** Null: it is not the passphrase. */
export async function openKey(_key: Uint8Array, _passphrase: string): Promise<Seal | null> {
  return null;
}
