import { remoteCures, simulatedWords, type Finding } from '@rollcall/core';
import { say, sayMany, type Device } from '@rollcall/protocol';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { reasonItemsQuery } from '../api/queries.ts';
import { HeldDeletions } from '../devices/HeldDeletions.tsx';
import { heldOn } from '../devices/held.ts';
import { thumbnailUrl } from '../grid/pictures.ts';
import { useLibrary } from '../library/live.ts';
import { Icon } from '../parts/Icon.tsx';
import { timeOf } from '../words.ts';
import { Cures } from './Cures.tsx';

/** What was found for one check, each cause with the photos it concerns and the buttons that end it. */
export function Findings({
  device,
  findings,
  now,
}: {
  readonly device: Device;
  readonly findings: readonly Finding[];
  readonly now: number;
}) {
  return (
    <ul className="findings">
      {findings.map((finding) => (
        <li key={finding.topic} className={`finding ${finding.verdict}`}>
          <p className="finding-words">
            {finding.words}
            {simulatedWords(finding)}
            {finding.since !== null && finding.since > 0 && (
              <span className="quiet"> {say('Since {time}.', { time: timeOf(finding.since, now) })}</span>
            )}
          </p>
          {finding.ends !== null && <p className="quiet finding-ends">{say('Ends with: {what}', { what: finding.ends })}</p>}
          {finding.count > 0 && finding.topic !== 'mass-delete-held' && (
            <Photos device={device} code={finding.topic} count={finding.count} />
          )}
          {finding.topic === 'mass-delete-held' ? (
            <HeldDeletions device={device} count={heldOn(device)} />
          ) : (
            <>
              <p className="quiet finding-cure">{finding.cure}</p>
              <Cures device={device} cures={remoteCures(finding.topic)} />
            </>
          )}
        </li>
      ))}
    </ul>
  );
}

/** The first of the photos that a cause concerns, each by its picture, or by its name where the cloud has none; all of them are a click away. */
function Photos({ device, code, count }: { readonly device: Device; readonly code: string; readonly count: number }) {
  const { data: entries = [] } = useQuery(reasonItemsQuery(device.id, code));
  const { replica } = useLibrary();
  return (
    <div className="finding-photos">
      {entries.map((entry) => {
        const item = entry.assetId === null ? undefined : replica.live.get(entry.assetId);
        const url = item && thumbnailUrl(item);
        const name = entry.path.slice(entry.path.lastIndexOf('/') + 1);
        return url ? (
          <span key={entry.key} role="img" aria-label={name} title={entry.path} className="finding-photo">
            <img src={url} alt="" loading="lazy" />
          </span>
        ) : (
          <span key={entry.key} title={entry.path} className="finding-name">
            <Icon name="file" />
            <span>{name}</span>
          </span>
        );
      })}
      <Link to="/devices/$deviceId" params={{ deviceId: device.id }} search={{ code }}>
        {sayMany(count, '{count} photo', '{count} photos')}
      </Link>
    </div>
  );
}
