import { say, type Album, type Device } from '@rollcall/protocol';
import { useQuery } from '@tanstack/react-query';
import { devicesQuery } from '../api/queries.ts';
import { have } from '../health/cures.ts';
import { Icon } from '../parts/Icon.tsx';

/** On which devices the photos of an album stay in full before others; offered where a device makes room for others. */
export function AlbumPins({ album }: { readonly album: Album }) {
  const { data: devices = [] } = useQuery(devicesQuery);
  return devices.map((device) => <AlbumPin key={device.id} album={album} device={device} />);
}

function AlbumPin({ album, device }: { readonly album: Album; readonly device: Device }) {
  const about = device.roll?.about;
  const pinned = about?.storage?.pins?.first.some(({ kind, id }) => kind === 'album' && id === album.id) === true;
  if (!pinned && about?.settings['storage']?.value !== 'optimise') return null;
  const what = { kind: 'album', id: album.id, title: album.title } as const;
  return (
    <button
      type="button"
      className="button"
      title={pinned ? undefined : say('Its photos make room last there, and come back in full where there is room')}
      onClick={() => void have(device, { kind: pinned ? 'unpin' : 'pin', what })}
    >
      <Icon name="pin" size={18} />{' '}
      {pinned ? say('Unpin on {device}', { device: device.name }) : say('Pin on {device}', { device: device.name })}
    </button>
  );
}
