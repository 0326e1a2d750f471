import { say, type Device } from '@rollcall/protocol';
import { useQuery } from '@tanstack/react-query';
import { receiptsQuery } from '../api/queries.ts';
import { lastReceiptWords, receiptsOfGone } from './last-receipts.ts';
import { SaveReceipt } from './SaveReceipt.tsx';

/** What was proven of devices before they went. */
export function GoneReceipts({ devices, now }: { readonly devices: readonly Device[]; readonly now: number }) {
  const { data: receipts = [] } = useQuery(receiptsQuery);
  const gone = receiptsOfGone(devices, receipts);
  if (gone.length === 0) return null;
  return (
    <section className="card" aria-labelledby="gone-receipts">
      <h2 id="gone-receipts">{say('Devices that are gone')}</h2>
      <ul className="gone-receipts">
        {gone.map((signed) => (
          <li key={signed.receipt.id}>
            <strong>{signed.receipt.device.name}</strong> <span className="quiet">{lastReceiptWords(signed, now)}</span>
            <SaveReceipt signed={signed} />
          </li>
        ))}
      </ul>
    </section>
  );
}
