import { open, rename, rm } from 'node:fs/promises';
import { existsSync } from 'node:fs';
import { dirname, isAbsolute, relative } from 'node:path';
import { receiptFile, type SignedReceipt } from '@rollcall/protocol';

/** Why a receipt may not be kept at this path; null: it may. What is below the photo folder, or the state folder, may be gone with the device. */
export function refuseReceiptAt(path: string, folders: readonly string[]): string | null {
  for (const folder of folders) {
    const inside = relative(folder, path);
    if (inside === '' || (!inside.startsWith('..') && !isAbsolute(inside)))
      return `${path} lies within ${folder}, and would be erased with it. Keep the receipt somewhere else.`;
  }
  return existsSync(path) ? `${path} is there already, and is not written over.` : null;
}

/** As text that people and programs can read; on disk when this resolves, whole or not at all. Rejects with what the disk said. */
export async function writeReceipt(path: string, signed: SignedReceipt): Promise<void> {
  const part = `${path}.part`;
  const file = await open(part, 'w', 0o600);
  try {
    await file.writeFile(receiptFile(signed));
    await file.sync();
  } catch (error) {
    await file.close();
    await rm(part, { force: true });
    throw error;
  }
  await file.close();
  await rename(part, path);
  const folder = await open(dirname(path), 'r').catch(() => null);
  // Not every system syncs a folder; the file itself is on disk.
  await folder?.sync().catch(() => undefined);
  await folder?.close();
}
