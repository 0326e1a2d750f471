import { say, type Device } from '@rollcall/protocol';
import { useLibrary } from '../library/live.ts';
import { comingTo } from './coming.ts';

/** While photos come to a device: how far that is. */
export function Coming({ device }: { readonly device: Device }) {
  const { replica, status } = useLibrary();
  const coming = status.state === 'loading' ? null : comingTo(device, replica.live.size);
  if (coming === null) return null;
  const { there, all, words } = coming;
  return (
    <div className="coming-here">
      <progress value={there} max={all} aria-label={say('What comes to {name}', { name: device.name })} />
      <p className="quiet">{words}</p>
    </div>
  );
}
