import { levelWords, roomLevel } from '@rollcall/core';
import { say, sizeWords, UNLIMITED, type StorageParts } from '@rollcall/protocol';
import { Link } from '@tanstack/react-router';
import { rich } from '../language/rich.tsx';
import { Icon } from '../parts/Icon.tsx';
import { count } from '../words.ts';
import { aheadWords, stretchesOf } from './parts.ts';

/** What takes the room: a bar, and the same as a table. */
export function Breakdown({ parts }: { readonly parts: StorageParts }) {
  const stretches = stretchesOf(parts);
  const ahead = aheadWords(parts);
  return (
    <section className="card" aria-labelledby="room">
      <h2 id="room">{say('Your room in the cloud')}</h2>
      <p className="figure">
        {sizeWords(parts.used)}{' '}
        <span className="quiet">
          {parts.quota >= UNLIMITED ? say('used, without a limit') : say('of {quota} used', { quota: sizeWords(parts.quota) })}
        </span>
      </p>
      <div className="parts-bar" aria-hidden="true">
        {stretches.map(
          ({ kind, bytes, width }) => bytes > 0 && <span key={kind} className={`part-${kind}`} style={{ width: `${width}%` }} />,
        )}
      </div>
      <Warning parts={parts} />
      <table className="parts">
        <thead>
          <tr>
            <th scope="col">{say('What')}</th>
            <th scope="col">{say('Files')}</th>
            <th scope="col">{say('Size')}</th>
          </tr>
        </thead>
        <tbody>
          {stretches.map(({ kind, name, bytes, files }) => (
            <tr key={kind}>
              <th scope="row">
                <span className={`swatch part-${kind}`} aria-hidden="true" />
                {name}
              </th>
              <td>{files === null ? '' : count(files)}</td>
              <td>{sizeWords(bytes)}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <p className="quiet small">
        {say('Originals count once, however many photos have them. Thumbnails and other pictures that the server makes do not count.')}
      </p>
      {ahead !== null && <p className="quiet small">{ahead}</p>}
      <p>
        <Link to="/storage/free-up" className="button">
          {say('Free up space')}
        </Link>
      </p>
    </section>
  );
}

const LINKS = {
  deleted: (text: string) => <Link to="/deleted">{text}</Link>,
  photos: (text: string) => <Link to="/">{text}</Link>,
};

/** From 80 % on: what it means, and what to do. */
function Warning({ parts: { used, reserved, quota, deleted } }: { readonly parts: StorageParts }) {
  const room = { taken: used + reserved, quota };
  const words = levelWords(room);
  if (words === null) return null;
  return (
    <div className={`room-warning ${roomLevel(room)}`} role="status">
      <Icon name="alert" size={18} />
      <p>
        {words}{' '}
        {deleted.bytes > 0
          ? rich(
              '<deleted>Recently Deleted</deleted> holds {size}, which are free when you delete them there for good. You can also delete <photos>photos</photos> that you do not need, or have a bigger plan.',
              LINKS,
              { size: sizeWords(deleted.bytes) },
            )
          : rich(
              'Delete <photos>photos</photos> that you do not need, and then in <deleted>Recently Deleted</deleted> for good, or have a bigger plan.',
              LINKS,
            )}{' '}
        {say('What waits goes on by itself.')}
      </p>
    </div>
  );
}
