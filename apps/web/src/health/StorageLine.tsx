import type { Device } from '@rollcall/protocol';
import { sizeWords } from '@rollcall/protocol';
import { useState } from 'react';
import { hearsWords } from '../devices/heard.ts';
import { giveOrder } from '../devices/orders.ts';
import { tell } from '../parts/news.tsx';
import { Question } from '../parts/Question.tsx';
import { typed } from '../parts/typed.ts';
import { many } from '../words.ts';
import { pinsWords } from './pins.ts';

/** What of a device’s photos is compressed there, and the way to free up more of its disk. */
export function StorageLine({ device }: { readonly device: Device }) {
  const [asking, setAsking] = useState(false);
  const about = device.roll?.about;
  if (!about?.storage) return null;
  const { compressed, full } = about.storage;
  const optimised = about.settings['storage']?.value === 'optimise';
  return (
    <>
      <p className="state-line">
        {compressed.files === 0
          ? 'Every original is there in full.'
          : `${many(compressed.files, 'file')} compressed there (${sizeWords(compressed.bytes)}); the originals (${sizeWords(compressed.originals)}) are in the cloud.`}
        {optimised && full.bytes > 0 && (
          <button type="button" className="text-button" onClick={() => setAsking(true)}>
            Free up this device…
          </button>
        )}
      </p>
      {about.storage.pins && <p className="quiet breaking">{pinsWords(about.storage.pins)}</p>}
      {asking && <FreeUpDialog device={device} full={full.bytes} onClose={() => setAsking(false)} />}
    </>
  );
}

const GB = 1_000_000_000;
const STEPS = [1, 5, 20, 100].map((each) => each * GB);

function FreeUpDialog({ device, full, onClose }: { readonly device: Device; readonly full: number; readonly onClose: () => void }) {
  const sizes = STEPS.filter((each) => each < full);
  const freeUp = async (form: FormData): Promise<void> => {
    await giveOrder(device, { kind: 'free-up', bytes: Number(typed(form, 'bytes')) });
    tell(hearsWords(device, Date.now()));
  };
  return (
    <Question title={`Free up ${device.name}?`} leave="Cancel" act="Free up" tone="primary" onClose={onClose} onAct={freeUp}>
      <p>
        Originals that are safe in the cloud make room for compressed versions, least recently used first. What is pinned there stays.{' '}
        {sizeWords(full)} are there in full. <em>Download original</em>, at a photo’s information, brings one back.
      </p>
      <fieldset className="choices">
        <legend className="visually-hidden">How much</legend>
        {sizes.map((bytes, at) => (
          <label key={bytes}>
            <input type="radio" name="bytes" value={bytes} defaultChecked={at === 0} /> {sizeWords(bytes)}
          </label>
        ))}
        <label>
          <input type="radio" name="bytes" value={Math.max(1, full)} defaultChecked={sizes.length === 0} /> As much as can go
        </label>
      </fieldset>
    </Question>
  );
}
