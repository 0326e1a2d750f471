import { comingWords } from '@rollcall/core';
import type { Device } from '@rollcall/protocol';
import { many } from '../words.ts';

/** What is still to come to a device, how fast it comes and how long it takes, as far as the device has told. */
export function ComingLine({ device }: { readonly device: Device }) {
  const coming = device.roll?.about?.coming;
  if (!coming) return null;
  const words = comingWords(coming);
  return (
    <p className="state-line">
      Still to come there: {many(coming.photos, 'photo')}
      {words === '' ? '' : ` (${words})`}.
    </p>
  );
}
