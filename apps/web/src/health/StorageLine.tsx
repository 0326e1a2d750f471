import { say, sayMany, sizeWords, type Device, type PinsTold } from '@rollcall/protocol';
import { useState } from 'react';
import { hearsWords } from '../devices/heard.ts';
import { giveOrder } from '../devices/orders.ts';
import { rich } from '../language/rich.tsx';
import { tell } from '../parts/news.tsx';
import { Question } from '../parts/Question.tsx';
import { typed } from '../parts/typed.ts';
import { pinsWords } from '../pins/pins.ts';
import { PinsDialog } from './PinsDialog.tsx';

const NOTHING: PinsTold = { count: 0, first: [] };

/** What of a device’s photos is compressed there, and the way to free up more of its disk. */
export function StorageLine({ device }: { readonly device: Device }) {
  const [asking, setAsking] = useState(false);
  const [pinning, setPinning] = useState(false);
  const about = device.roll?.about;
  if (!about?.storage) return null;
  const { compressed, full } = about.storage;
  const optimised = about.settings['storage']?.value === 'optimise';
  return (
    <>
      <p className="state-line">
        {compressed.files === 0
          ? say('Every original is there in full.')
          : sayMany(
              compressed.files,
              '{count} file compressed there ({size}); the originals ({originals}) are in the cloud.',
              '{count} files compressed there ({size}); the originals ({originals}) are in the cloud.',
              { size: sizeWords(compressed.bytes), originals: sizeWords(compressed.originals) },
            )}
        {optimised && full.bytes > 0 && (
          <button type="button" className="text-button" onClick={() => setAsking(true)}>
            {say('Free up this device…')}
          </button>
        )}
      </p>
      {(optimised || about.storage.pins) && (
        <p className="state-line pins-line">
          <span className="quiet breaking">{about.storage.pins ? pinsWords(about.storage.pins) : say('Nothing is pinned there.')}</span>
          <button type="button" className="text-button" onClick={() => setPinning(true)}>
            {say('Pins…')}
          </button>
        </p>
      )}
      {pinning && <PinsDialog device={device} pins={about.storage.pins ?? NOTHING} onClose={() => setPinning(false)} />}
      {asking && <FreeUpDialog device={device} full={full.bytes} onClose={() => setAsking(false)} />}
    </>
  );
}

const GB = 1_000_000_000;
const STEPS = [1, 5, 20, 100].map((each) => each * GB);
const EM = { em: (text: string) => <em>{text}</em> };

function FreeUpDialog({ device, full, onClose }: { readonly device: Device; readonly full: number; readonly onClose: () => void }) {
  const sizes = STEPS.filter((each) => each < full);
  const freeUp = async (form: FormData): Promise<void> => {
    await giveOrder(device, { kind: 'free-up', bytes: Number(typed(form, 'bytes')) });
    tell(hearsWords(device, Date.now()));
  };
  return (
    <Question
      title={say('Free up {name}?', { name: device.name })}
      leave={say('Cancel')}
      act={say('Free up')}
      tone="primary"
      onClose={onClose}
      onAct={freeUp}
    >
      <p>
        {rich(
          'Originals that are safe in the cloud make room for compressed versions, least recently used first. What is pinned there stays. {size} are there in full. <em>Download original</em>, at a photo’s information, brings one back.',
          EM,
          { size: sizeWords(full) },
        )}
      </p>
      <fieldset className="choices">
        <legend className="visually-hidden">{say('How much')}</legend>
        {sizes.map((bytes, at) => (
          <label key={bytes}>
            <input type="radio" name="bytes" value={bytes} defaultChecked={at === 0} /> {sizeWords(bytes)}
          </label>
        ))}
        <label>
          <input type="radio" name="bytes" value={Math.max(1, full)} defaultChecked={sizes.length === 0} /> {say('As much as can go')}
        </label>
      </fieldset>
    </Question>
  );
}
