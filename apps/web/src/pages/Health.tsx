import { say } from '@rollcall/protocol';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { tellFailure } from '../api/call.ts';
import { watchedDevicesQuery, libraryQuery, serverQuery, sessionQuery } from '../api/queries.ts';
import { isApp } from '../devices/apps.ts';
import { LinkCommands } from '../devices/LinkCommands.tsx';
import { safetyOf } from '../devices/safety.ts';
import { AppHealthCard } from '../health/AppHealthCard.tsx';
import { GoneReceipts } from '../health/GoneReceipts.tsx';
import { HealthCard } from '../health/HealthCard.tsx';
import { MissingTools } from '../health/MissingTools.tsx';
import { useLibrary } from '../library/live.ts';
import { useNow } from '../parts/useNow.ts';
import { useTitle } from '../parts/useTitle.ts';

/** Why is a photo not here? Each device with the seven checks, what they found, and the buttons that end it. */
export function HealthPage() {
  const { data: devices, error } = useQuery(watchedDevicesQuery);
  const { data: library } = useQuery(libraryQuery);
  const { data: server, dataUpdatedAt } = useQuery(serverQuery);
  const { data: session } = useQuery(sessionQuery);
  const { replica } = useLibrary();
  const now = useNow();
  useTitle(say('Sync health'));
  const telling = (devices ?? []).filter((device) => device.kind !== 'browser');
  const safety = devices ? safetyOf(devices, replica.live.size, now) : null;
  const around = {
    // By the server’s clock, which says when a device was last heard from.
    now: server ? server.time + (now - dataUpdatedAt) : now,
    server: server ?? null,
    library: library ?? null,
    account: session ? { email: session.account.email, server: window.location.host } : null,
  };
  return (
    <div className="page">
      <header className="page-head">
        <div>
          <h1>{say('Sync health')}</h1>
          <p className={`safety-words ${safety?.state ?? ''}`}>{safety ? `${safety.words}.` : say('Asking…')}</p>
        </div>
        <Link to="/settings" className="button">
          {say('Settings of all devices')}
        </Link>
      </header>
      <MissingTools />
      {error && <p className="form-trouble">{tellFailure(error)}</p>}
      {devices && telling.length === 0 && (
        <section className="card">
          <h2>{say('No device yet')}</h2>
          <p>{say('Make a folder a device, and here stands how it syncs. On the computer that has the folder, say:')}</p>
          <LinkCommands />
        </section>
      )}
      <ul className="devices">
        {telling.map((device) => (
          <li key={device.id}>
            {isApp(device) ? <AppHealthCard device={device} now={around.now} /> : <HealthCard device={device} around={around} />}
          </li>
        ))}
      </ul>
      {devices && <GoneReceipts devices={devices} now={around.now} />}
    </div>
  );
}
