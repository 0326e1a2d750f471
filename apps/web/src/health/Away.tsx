import { awayWords, muteOf, muteWords } from '@rollcall/core';
import { say, type Device } from '@rollcall/protocol';
import { isSilent } from '../devices/safety.ts';
import { Icon } from '../parts/Icon.tsx';
import { timeOf } from '../words.ts';

/** That a device is not connected, as of when all that stands here is, and that it may be there and not allowed to speak. */
export function Away({ device, now }: { readonly device: Device; readonly now: number }) {
  const away = awayWords(device, now);
  if (away === null) return null;
  const { name, roll } = device;
  const mute = muteOf(device);
  return (
    <p className={mute?.likely === true || isSilent(device, now) ? 'silent' : 'silent calm'}>
      <Icon name="clock" size={18} />
      <span>
        {away}{' '}
        {roll &&
          `${say('What stands here is as of {time}; what is new there since then is not known here.', { time: timeOf(roll.reportedAt, now) })} `}
        {mute && muteWords(mute, name)}
      </span>
    </p>
  );
}
