import { fromAfar } from '@rollcall/core';
import { CHECK_NAMES, type Check, type Device, type ReasonCount } from '@rollcall/protocol';
import { Link } from '@tanstack/react-router';
import { Icon, type IconName } from '../parts/Icon.tsx';
import { ago, count, many, moment } from '../words.ts';
import { briefReason } from './brief.ts';
import { COUNT_CLASSES } from './classes.ts';
import { Coming } from './Coming.tsx';
import { Counts } from './Counts.tsx';
import { heard, platformName } from './heard.ts';
import { heldOn } from './held.ts';
import { HeldDeletions } from './HeldDeletions.tsx';
import { isSilent } from './safety.ts';
import { SILENT_CURE, silentWords } from './silence.ts';

const KIND_ICONS: Record<Device['kind'], IconName> = { folder: 'folder', browser: 'browser', phone: 'phone' };
const KIND_NAMES: Record<Device['kind'], string> = { folder: 'Folder', browser: 'Browser', phone: 'Phone' };

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
            {device.self && <span className="chip">This browser</span>}
          </h2>
          <p className="quiet">
            {KIND_NAMES[device.kind]}
            {platformName(device) === '' ? '' : ` · ${platformName(device)}`} · {heard(device, now)}
          </p>
        </div>
        <div className="device-actions">
          {device.kind !== 'browser' && (
            <Link
              to="/devices/$deviceId/settings"
              params={{ deviceId: device.id }}
              className="icon-button"
              aria-label={`Settings of ${device.name}`}
              title="Settings"
            >
              <Icon name="sliders" />
            </Link>
          )}
          <button
            type="button"
            className="icon-button"
            aria-label={`Rename ${device.name}`}
            title="Rename"
            onClick={() => onAsk({ what: 'rename', device })}
          >
            <Icon name="pencil" />
          </button>
          <button
            type="button"
            className="icon-button"
            aria-label={`Remove ${device.name}`}
            title="Remove"
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
          Not heard from since {moment(device.lastSeenAt ?? device.createdAt)}. What follows is what it told then.
        </p>
      )}
      {held > 0 && <HeldDeletions device={device} count={held} />}
      {device.roll ? (
        <Roll device={device} roll={device.roll} silent={silent} now={now} />
      ) : (
        <p className="quiet">
          {device.kind === 'browser' ? 'Shows the library; keeps nothing of it.' : 'It has not told yet what it holds.'}
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
  const reasons = [...roll.reasons].filter((reason) => reason.count > 0);
  return (
    <>
      <p className="roll-line">
        <strong>{many(counts.onDevice, 'file')}</strong> on it
        {roll.upToDate && !silent && (
          <span className="up-to-date">
            <Icon name="check" size={15} /> Up to date
          </span>
        )}
        <span className="quiet told">Told {ago(roll.reportedAt, now)}</span>
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
          Lost with the server: {many(roll.lost.count, 'photo')} (
          {roll.lost.photos
            .slice(0, 3)
            .map(({ fileName }) => fileName)
            .join(', ')}
          {roll.lost.count > 3 && ' …'}). {roll.lost.count === 1 ? 'It was' : 'They were'} only there, and newer than the backup that was
          put back.
        </p>
      )}
      <Beside device={device} roll={roll} />
      {reasons.length > 0 && (
        <ul className="reasons">
          {reasons.map((reason) => (
            <ReasonLine key={reason.code} device={device} reason={reason} />
          ))}
        </ul>
      )}
    </>
  );
}

/** What is counted beside what the device holds: photos that are to come, and files that are gone and not settled. */
function Beside({ device, roll }: { readonly device: Device; readonly roll: NonNullable<Device['roll']> }) {
  const { incoming, pendingRemovals } = roll;
  if (incoming + pendingRemovals === 0) return null;
  return (
    <p className="beside">
      {incoming > 0 && (
        <Link to="/devices/$deviceId" params={{ deviceId: device.id }} search={{ class: 'incoming' }}>
          {many(incoming, 'photo')} not there yet
        </Link>
      )}
      {pendingRemovals > 0 && (
        <Link to="/devices/$deviceId" params={{ deviceId: device.id }} search={{ class: 'missing' }}>
          {many(pendingRemovals, 'removal')} {pendingRemovals === 1 ? 'waits' : 'wait'}
        </Link>
      )}
    </p>
  );
}

function ReasonLine({ device, reason }: { readonly device: Device; readonly reason: ReasonCount }) {
  const brief = briefReason(reason.code);
  const told = { words: fromAfar(brief.words, device.name), cure: fromAfar(brief.cure, device.name) };
  return (
    <li className={`reason ${reason.class}`}>
      <Link
        to="/devices/$deviceId"
        params={{ deviceId: device.id }}
        search={{ code: reason.code }}
        className="reason-count"
        aria-label={`${many(reason.count, 'item')}: ${told.words} Show the list`}
      >
        {count(reason.count)}
      </Link>
      <div>
        <span>{told.words}</span>
        {reason.check !== null && (
          <span className="check">
            Check {reason.check}: {CHECK_NAMES[reason.check as Check]}
          </span>
        )}
        {told.cure !== '' && <span className="quiet">{told.cure}</span>}
      </div>
    </li>
  );
}
