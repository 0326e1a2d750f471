import { levelWords, roomLevel } from '@rollcall/core';
import { sizeWords, UNLIMITED, type StorageParts } from '@rollcall/protocol';
import { Link } from '@tanstack/react-router';
import { Icon } from '../parts/Icon.tsx';
import { count } from '../words.ts';
import { stretchesOf } from './parts.ts';

/** What takes the room: a bar, and the same as a table. */
export function Breakdown({ parts }: { readonly parts: StorageParts }) {
  const stretches = stretchesOf(parts);
  return (
    <section className="card" aria-labelledby="room">
      <h2 id="room">Your room in the cloud</h2>
      <p className="figure">
        {sizeWords(parts.used)}{' '}
        <span className="quiet">{parts.quota >= UNLIMITED ? 'used, without a limit' : `of ${sizeWords(parts.quota)} used`}</span>
      </p>
      <div className="parts-bar" aria-hidden="true">
        {stretches.map(
          ({ kind, bytes, width }) => bytes > 0 && <span key={kind} className={`part-${kind}`} style={{ width: `${width}%` }} />,
        )}
      </div>
      <table className="parts">
        <thead>
          <tr>
            <th scope="col">What</th>
            <th scope="col">Files</th>
            <th scope="col">Size</th>
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
        Originals count once, however many photos have them. Thumbnails and other pictures that the server makes do not count.
      </p>
      <p>
        <Link to="/storage/free-up" className="button">
          Free up space
        </Link>
      </p>
      <Warning parts={parts} />
    </section>
  );
}

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
        {deleted.bytes > 0 ? (
          <>
            <Link to="/deleted">Recently Deleted</Link> holds {sizeWords(deleted.bytes)}, which are free when you delete them there for
            good. You can also delete <Link to="/">photos</Link> that you do not need, or have a bigger plan.{' '}
          </>
        ) : (
          <>
            Delete <Link to="/">photos</Link> that you do not need, and then in <Link to="/deleted">Recently Deleted</Link> for good, or
            have a bigger plan.{' '}
          </>
        )}
        What waits goes on by itself.
      </p>
    </div>
  );
}
