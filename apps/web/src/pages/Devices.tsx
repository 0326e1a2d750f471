import { say, sayMany } from '@rollcall/protocol';
import { LinkCommands } from '../devices/LinkCommands.tsx';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { tellFailure } from '../api/call.ts';
import { watchedDevicesQuery } from '../api/queries.ts';
import { DeviceCard, type Asking } from '../devices/DeviceCard.tsx';
import { RemoveDialog, RenameDialog } from '../devices/dialogs.tsx';
import { safetyOf } from '../devices/safety.ts';
import { SignOutOthers } from '../devices/SignOutOthers.tsx';
import { useLibrary } from '../library/live.ts';
import { useNow } from '../parts/useNow.ts';
import { useTitle } from '../parts/useTitle.ts';

/** Every device of the account: what it holds, what of that is safe, and why the rest is not. */
export function DevicesPage() {
  const { data: devices, error } = useQuery(watchedDevicesQuery);
  const { replica } = useLibrary();
  const [asking, setAsking] = useState<Asking | null>(null);
  useTitle(say('Devices'));
  const now = useNow();
  const telling = (devices ?? []).filter((device) => device.kind !== 'browser');
  const browsers = (devices ?? []).filter((device) => device.kind === 'browser');
  const others = browsers.filter((device) => !device.self);
  const [signingOut, setSigningOut] = useState(false);
  // What is told meanwhile is told in the question, too.
  const asked = asking && (devices?.find(({ id }) => id === asking.device.id) ?? asking.device);
  const safety = devices ? safetyOf(devices, replica.live.size, now) : null;
  return (
    <div className="page">
      <header className="page-head">
        <div>
          <h1>{say('Devices')}</h1>
          <p className={`safety-words ${safety?.state ?? ''}`}>{safety ? `${safety.words}.` : say('Asking…')}</p>
        </div>
        <div className="page-actions">
          <Link to="/why" className="button">
            {say('Where is …?')}
          </Link>
          <Link to="/link" className="button">
            {say('Let a device in…')}
          </Link>
        </div>
      </header>
      {error && <p className="form-trouble">{tellFailure(error)}</p>}
      {devices && telling.length === 0 && (
        <section className="card">
          <h2>{say('Make a folder a device')}</h2>
          <p>
            {say(
              'Its photos come to your cloud, and the photos of your cloud come to it. On the computer that has the folder, say the following; it shows a code that you approve here:',
            )}
          </p>
          <LinkCommands />
        </section>
      )}
      <ul className="devices">
        {[...telling, ...browsers].map((device) => (
          <li key={device.id}>
            <DeviceCard device={device} now={now} onAsk={setAsking} />
          </li>
        ))}
      </ul>
      {others.length > 0 && (
        <p>
          <button type="button" className="button danger" onClick={() => setSigningOut(true)}>
            {sayMany(others.length, 'Sign out {count} other browser…', 'Sign out {count} other browsers…')}
          </button>
        </p>
      )}
      {signingOut && <SignOutOthers others={others} onClose={() => setSigningOut(false)} />}
      {asked && asking?.what === 'rename' && <RenameDialog device={asked} onClose={() => setAsking(null)} />}
      {asked && asking?.what === 'remove' && <RemoveDialog device={asked} onClose={() => setAsking(null)} />}
    </div>
  );
}
