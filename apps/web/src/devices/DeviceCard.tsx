import { say, sayMany, type Device } from '@rollcall/protocol';
import { Link } from '@tanstack/react-router';
import { rich } from '../language/rich.tsx';
import { Icon, type IconName } from '../parts/Icon.tsx';
import { ago, moment } from '../words.ts';
import { isApp, keepsPhotos } from './apps.ts';
import { COUNT_CLASSES } from './classes.ts';
import { Coming } from './Coming.tsx';
import { Counts } from './Counts.tsx';
import { heard, platformName } from './heard.ts';
import { heldOn } from './held.ts';
import { HeldDeletions } from './HeldDeletions.tsx';
import { Reasons } from './Reasons.tsx';
import { isSilent } from './safety.ts';
import { SILENT_CURE, silentWords } from './silence.ts';

const KIND_ICONS: Record<Device['kind'], IconName> = { folder: 'folder', browser: 'browser', phone: 'phone' };
const KIND_NAMES: Record<Device['kind'], string> = { folder: say('Folder'), browser: say('Browser'), phone: say('Phone') };

/** What a person wants to do with a device. */
export type Asking = { readonly what: 'rename' | 'remove'; readonly device: Device };

/** One device: when it was heard, what it holds, and why some of that is not safe. */
export function DeviceCard({
  device,
  now,
  onAsk,
}: {
  readonly device: Device;
  readonly now: number;
  readonly onAsk: (asking: Asking) => void;
}) {
  const silent = isSilent(device, now);
  const held = heldOn(device);
  return (
    <article className="card device" aria-label={device.name}>
      <div className="card-row">
        <span className="device-icon">
          <Icon name={KIND_ICONS[device.kind]} size={24} />
        </span>
        <div className="device-name">
          <h2>
            {device.name}
            {device.self && <span className="chip">{say('This browser')}</span>}
          </h2>
          <p className="quiet">
            {isApp(device) ? say('App over WebDAV, which only brings photos') : KIND_NAMES[device.kind]}
            {platformName(device) === '' ? '' : ` · ${platformName(device)}`} · {heard(device, now)}
          </p>
        </div>
        <div className="device-actions">
          {keepsPhotos(device) && (
            <Link
              to="/devices/$deviceId/settings"
              params={{ deviceId: device.id }}
              className="icon-button"
              aria-label={say('Settings of {device}', { device: device.name })}
              title={say('Settings')}
            >
              <Icon name="sliders" />
            </Link>
          )}
          <button
            type="button"
            className="icon-button"
            aria-label={say('Rename {name}', { name: device.name })}
            title={say('Rename')}
            onClick={() => onAsk({ what: 'rename', device })}
          >
            <Icon name="pencil" />
          </button>
          <button
            type="button"
            className="icon-button"
            aria-label={say('Remove {name}', { name: device.name })}
            title={say('Remove')}
            onClick={() => onAsk({ what: 'remove', device })}
          >
            <Icon name="trash" />
          </button>
        </div>
      </div>
      {device.silent !== null && (
        <p className="silent">
          <Icon name="clock" size={18} />
          <span>
            {silentWords(device)} {SILENT_CURE}
          </span>
        </p>
      )}
      {silent && device.silent === null && (
        <p className="silent">
          <Icon name="clock" size={18} />
          {say('Not heard from since {time}. What follows is what it told then.', {
            time: moment(device.lastSeenAt ?? device.createdAt),
          })}
        </p>
      )}
      {held > 0 && <HeldDeletions device={device} count={held} />}
      {device.roll ? (
        <Roll device={device} roll={device.roll} silent={silent} now={now} />
      ) : (
        <p className="quiet">
          {device.kind === 'browser'
            ? say('Shows the library; keeps nothing of it.')
            : isApp(device)
              ? say('It has brought nothing yet.')
              : say('It has not told yet what it holds.')}
        </p>
      )}
    </article>
  );
}

function Roll({
  device,
  roll,
  silent,
  now,
}: {
  readonly device: Device;
  readonly roll: NonNullable<Device['roll']>;
  readonly silent: boolean;
  readonly now: number;
}) {
  const { counts } = roll;
  const shown = COUNT_CLASSES.filter(({ key }) => counts[key] > 0);
  return (
    <>
      <p className="roll-line">
        {isApp(device)
          ? rich('<b>{photos}</b> brought', BOLD, { photos: sayMany(counts.inSync, '{count} photo', '{count} photos') })
          : counts.onDevice === 1
            ? rich('<b>1 file</b> on it', BOLD)
            : rich('<b>{count} files</b> on it', BOLD, { count: counts.onDevice })}
        {roll.upToDate && !silent && (
          <span className="up-to-date">
            <Icon name="check" size={15} /> {say('Up to date')}
          </span>
        )}
        <span className="quiet told">
          {isApp(device)
            ? say('Last brought something {ago}', { ago: ago(roll.reportedAt, now) })
            : say('Told {ago}', { ago: ago(roll.reportedAt, now) })}
        </span>
      </p>
      {counts.onDevice > 0 && (
        <span className="counts-bar" aria-hidden="true">
          {shown.map(({ key }) => (
            <span key={key} className={`part ${key}`} style={{ flexGrow: counts[key] }} />
          ))}
        </span>
      )}
      <Counts device={device} counts={counts} />
      <Coming device={device} />
      {roll.lost && roll.lost.count > 0 && (
        <p className="quiet">
          {sayMany(
            roll.lost.count,
            'Lost with the server: {count} photo ({names}). It was only there, and newer than the backup that was put back.',
            'Lost with the server: {count} photos ({names}). They were only there, and newer than the backup that was put back.',
            { names: lostNames(roll.lost) },
          )}
        </p>
      )}
      <Beside device={device} roll={roll} />
      <Reasons device={device} />
    </>
  );
}

const BOLD = { b: (text: string) => <strong>{text}</strong> };

function lostNames({ count, photos }: NonNullable<NonNullable<Device['roll']>['lost']>): string {
  const names = photos.slice(0, 3).map(({ fileName }) => fileName);
  return `${names.join(', ')}${count > 3 ? ' …' : ''}`;
}

/** What is counted beside what the device holds: photos that are to come, and files that are gone and not settled. */
function Beside({ device, roll }: { readonly device: Device; readonly roll: NonNullable<Device['roll']> }) {
  const { incoming, pendingRemovals } = roll;
  if (incoming + pendingRemovals === 0) return null;
  return (
    <p className="beside">
      {incoming > 0 && (
        <Link to="/devices/$deviceId" params={{ deviceId: device.id }} search={{ class: 'incoming' }}>
          {sayMany(incoming, '{count} photo not there yet', '{count} photos not there yet')}
        </Link>
      )}
      {pendingRemovals > 0 && (
        <Link to="/devices/$deviceId" params={{ deviceId: device.id }} search={{ class: 'missing' }}>
          {sayMany(pendingRemovals, '{count} removal waits', '{count} removals wait')}
        </Link>
      )}
    </p>
  );
}
