import { say, sayMany, type Device } from '@rollcall/protocol';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { devicesQuery } from '../api/queries.ts';
import { isApp } from '../devices/apps.ts';
import { RemoveDialog } from '../devices/dialogs.tsx';
import { heard } from '../devices/heard.ts';
import { Icon } from '../parts/Icon.tsx';
import { useNow } from '../parts/useNow.ts';
import { Made, NewAppPassword, type MadePassword } from './NewAppPassword.tsx';

type Asking =
  | { readonly what: 'new' }
  | { readonly what: 'made'; readonly made: MadePassword }
  | { readonly what: 'remove'; readonly device: Device };

/** Passwords for apps that bring photos over WebDAV, or show the library to a file manager. */
export function AppsCard() {
  const { data: devices } = useQuery(devicesQuery);
  const [asking, setAsking] = useState<Asking | null>(null);
  const now = useNow();
  const apps = (devices ?? []).filter(isApp);
  const close = (): void => setAsking(null);
  return (
    <section className="card" aria-labelledby="apps">
      <h2 id="apps">{say('Apps over WebDAV')}</h2>
      <p className="quiet">
        {say(
          'Apps on a phone that can already send photos in the background bring them here, and file managers read the library. Each gets a password of its own.',
        )}
      </p>
      {apps.length > 0 && (
        <ul className="app-passwords">
          {apps.map((device) => (
            <li key={device.id} className="card-row">
              <div>
                <strong>{device.name}</strong>
                <p className="quiet small">
                  {sayMany(device.roll?.counts.inSync ?? 0, '{count} photo brought', '{count} photos brought')} · {heard(device, now)}
                </p>
              </div>
              <button
                type="button"
                className="icon-button"
                aria-label={say('Remove {name}', { name: device.name })}
                title={say('Remove')}
                onClick={() => setAsking({ what: 'remove', device })}
              >
                <Icon name="trash" />
              </button>
            </li>
          ))}
        </ul>
      )}
      <div>
        <button type="button" className="button" onClick={() => setAsking({ what: 'new' })}>
          {say('Make an app password…')}
        </button>
      </div>
      {asking?.what === 'new' && <NewAppPassword onClose={close} onMade={(made) => setAsking({ what: 'made', made })} />}
      {asking?.what === 'made' && <Made made={asking.made} onClose={close} />}
      {asking?.what === 'remove' && <RemoveDialog device={asking.device} onClose={close} />}
    </section>
  );
}
