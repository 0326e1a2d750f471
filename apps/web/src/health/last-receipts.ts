import { sayMany, sizeWords, type Device, type SignedReceipt } from '@rollcall/protocol';
import { ago } from '../words.ts';

/** The newest receipt of a device; null: none is kept. @param receipts the newest first */
export function lastReceiptOf(deviceId: string, receipts: readonly SignedReceipt[]): SignedReceipt | null {
  return receipts.find(({ receipt }) => receipt.device.id === deviceId) ?? null;
}

/** The newest receipt of each device that is not one of the account any more. */
export function receiptsOfGone(devices: readonly Pick<Device, 'id'>[], receipts: readonly SignedReceipt[]): SignedReceipt[] {
  const known = new Set(devices.map(({ id }) => id));
  return receipts.filter((signed) => {
    const { id } = signed.receipt.device;
    return !known.has(id) && lastReceiptOf(id, receipts) === signed;
  });
}

/** What it proves, when it did, and that it speaks of that moment. @param now by the server’s clock, as the receipt is */
export function lastReceiptWords({ receipt }: SignedReceipt, now: number): string {
  const { told, bytes, at } = receipt;
  return sayMany(
    told.files,
    'Receipt, {ago}: the one file on it was in the cloud, which read its own {size} again.',
    'Receipt, {ago}: all {count} files on it were in the cloud, which read its own {size} again.',
    { ago: ago(Date.parse(at), now), size: sizeWords(bytes) },
  );
}
