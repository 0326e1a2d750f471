import { say, type Device } from '@rollcall/protocol';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { Icon } from '../parts/Icon.tsx';
import { timeOf } from '../words.ts';
import { cure, have } from './cures.ts';
import { PauseDialog } from './PauseDialog.tsx';

/** *Sync now*, *Pause* and *Resume*, and the way to the settings, for a device wherever it is. */
export function Controls({ device, now, onErase }: { readonly device: Device; readonly now: number; readonly onErase: () => void }) {
  const [pausing, setPausing] = useState(false);
  const about = device.roll?.about;
  const paused = about?.paused ?? null;
  const syncingUntil = about?.syncNowUntil ?? null;
  return (
    <>
      {paused !== null && (
        <p className="state-line">
          <Icon name="pause" size={17} />{' '}
          {paused.until === null ? say('Paused until you resume it.') : say('Paused until {time}.', { time: timeOf(paused.until, now) })}
        </p>
      )}
      {syncingUntil !== null && (
        <p className="state-line">
          <Icon name="play" size={17} /> {say('Syncing whatever link and battery, until {time}.', { time: timeOf(syncingUntil, now) })}
          <button type="button" className="text-button" onClick={() => void have(device, { kind: 'sync-now-end' })}>
            {say('End it')}
          </button>
        </p>
      )}
      <div className="controls">
        {syncingUntil === null && (
          <button type="button" className="button small" onClick={() => void cure(device, 'sync-now')}>
            {say('Sync now')}
          </button>
        )}
        {paused === null ? (
          <button type="button" className="button small" onClick={() => setPausing(true)}>
            {say('Pause…')}
          </button>
        ) : (
          <button type="button" className="button small" onClick={() => void cure(device, 'resume')}>
            {say('Resume')}
          </button>
        )}
        <Link to="/devices/$deviceId/settings" params={{ deviceId: device.id }} className="button small">
          <Icon name="sliders" size={17} /> {say('Settings')}
        </Link>
        <button type="button" className="button small" onClick={onErase}>
          {say('Ready to erase it?')}
        </button>
      </div>
      {pausing && <PauseDialog device={device} onClose={() => setPausing(false)} />}
    </>
  );
}
