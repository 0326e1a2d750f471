import { say, type Device } from '@rollcall/protocol';
import { Counts } from '../devices/Counts.tsx';
import { heard } from '../devices/heard.ts';
import { Reasons } from '../devices/Reasons.tsx';
import { Ring } from './Ring.tsx';

/** An app that only brings photos: what came, and what was refused and why. Of its settings, its link and its power nothing is known here. */
export function AppHealthCard({ device, now }: { readonly device: Device; readonly now: number }) {
  return (
    <article className="card health" aria-label={device.name}>
      <div className="health-head">
        <Ring counts={device.roll?.counts ?? null} />
        <div className="health-name">
          <h2>{device.name}</h2>
          <p className="quiet">
            {say('App over WebDAV, which only brings photos')} · {heard(device, now)}
          </p>
        </div>
      </div>
      {device.roll ? <Counts device={device} counts={device.roll.counts} /> : <p className="quiet">{say('It has brought nothing yet.')}</p>}
      <Reasons device={device} />
      <p className="quiet small">
        {say('When it sends, and what, you choose in the app itself: its settings, its link and its power cannot be seen from here.')}
      </p>
    </article>
  );
}
