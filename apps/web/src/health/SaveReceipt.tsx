import { receiptFile, say, type SignedReceipt } from '@rollcall/protocol';
import { saveText } from '../parts/saveText.ts';
import { receiptName } from './receipt.ts';

/** The receipt as the server signed it, as a file: `rollcall receipt check` says whether it is still that. */
export function SaveReceipt({ signed }: { readonly signed: SignedReceipt }) {
  const { device, at } = signed.receipt;
  const save = (): void => saveText(receiptName(device.name, Date.parse(at), 'json'), receiptFile(signed));
  return (
    <button type="button" className="button small receipt-save" onClick={save}>
      {say('Save the receipt')}
    </button>
  );
}
