import { say, sayMany, type Device } from '@rollcall/protocol';
import { Link } from '@tanstack/react-router';
import { COUNT_CLASSES } from '../devices/classes.ts';
import { Icon } from '../parts/Icon.tsx';

/** Classes of photos that may be on their device alone. */
const UNSAFE = COUNT_CLASSES.filter(({ key }) => key !== 'inSync' && key !== 'excluded');

/** What is on these devices and not in the cloud yet, with the way to the lists that tell why. */
export function Unsafe({ devices }: { readonly devices: readonly Device[] }) {
  const lines = devices.flatMap((device) =>
    UNSAFE.flatMap(({ key, query, words }) => {
      const photos = device.roll?.counts[key] ?? 0;
      return photos === 0 ? [] : [{ device, query, photos, words }];
    }),
  );
  if (lines.length === 0)
    return (
      <p className="search-unsafe safe">
        <Icon name="shield" size={18} />{' '}
        {devices.length === 1
          ? say('Everything on {device} is safe in the cloud, as far as was heard.', { device: devices[0]!.name })
          : say('Everything on your devices is safe in the cloud, as far as was heard.')}
      </p>
    );
  return (
    <ul className="search-unsafe" aria-label={say('Not safe yet')}>
      {lines.map(({ device, query, photos, words }) => (
        <li key={`${device.id} ${query}`}>
          <Link to="/devices/$deviceId" params={{ deviceId: device.id }} search={{ class: query }}>
            {sayMany(photos, '{count} photo on {device}', '{count} photos on {device}', { device: device.name })}
          </Link>
          <span className="quiet">{words}</span>
        </li>
      ))}
    </ul>
  );
}
