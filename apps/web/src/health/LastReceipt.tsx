import { say, type Device } from '@rollcall/protocol';
import { useQuery } from '@tanstack/react-query';
import { receiptsQuery } from '../api/queries.ts';
import { lastReceiptOf, lastReceiptWords } from './last-receipts.ts';
import { SaveReceipt } from './SaveReceipt.tsx';

/** When this device was last proven ready to erase; it ages, and says so. */
export function LastReceipt({ device, now }: { readonly device: Device; readonly now: number }) {
  const { data: receipts = [] } = useQuery(receiptsQuery);
  const signed = lastReceiptOf(device.id, receipts);
  if (signed === null) return null;
  return (
    <section className="last-receipt" aria-label={say('Last receipt of {name}', { name: device.name })}>
      <p className="quiet">
        {lastReceiptWords(signed, now)} {say('It speaks of that moment: before you erase anything, call the roll again.')}
      </p>
      <SaveReceipt signed={signed} />
    </section>
  );
}
