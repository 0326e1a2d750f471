import type { Device } from '@rollcall/protocol';
import { sizeWords } from '@rollcall/protocol';
import { giveOrder } from '../devices/orders.ts';
import { Question } from '../parts/Question.tsx';
import { many } from '../words.ts';
import type { BackInFullFacts } from './back-in-full.ts';

/** Before all originals come back to a device: how much that is, what is free there, and no way on where it does not fit. */
export function BackInFull({
  device,
  value,
  facts,
  onClose,
}: {
  readonly device: Device;
  readonly value: string;
  readonly facts: BackInFullFacts;
  readonly onClose: () => void;
}) {
  const { files, needed, free, fits } = facts;
  const act = async (): Promise<void> => void (await giveOrder(device, { kind: 'settings-set', values: { storage: value } }));
  return (
    <Question
      title={`Download all originals to ${device.name}?`}
      leave="Cancel"
      act={fits ? 'Download all' : null}
      tone="primary"
      onClose={onClose}
      onAct={act}
    >
      <p>
        {many(files, 'original')} {files === 1 ? 'comes' : 'come'} back from the cloud: {sizeWords(needed)} more than is there now.{' '}
        {free === null ? 'How much of its disk is free is not known.' : `${sizeWords(free)} of its disk are free.`}
      </p>
      {!fits && <p className="form-trouble">That does not fit. Free up space there first.</p>}
    </Question>
  );
}
