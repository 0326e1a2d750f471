import { remoteCures, type Finding, type RemoteCure } from '@rollcall/core';
import type { Device } from '@rollcall/protocol';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { reasonItemsQuery } from '../api/queries.ts';
import { HeldDeletions } from '../devices/HeldDeletions.tsx';
import { heldOn } from '../devices/held.ts';
import { thumbnailUrl } from '../grid/pictures.ts';
import { useLibrary } from '../library/live.ts';
import { Icon } from '../parts/Icon.tsx';
import { many, timeOf } from '../words.ts';
import { cure, CURE_WORDS } from './cures.ts';

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
            {finding.since !== null && finding.since > 0 && <span className="quiet"> Since {timeOf(finding.since, now)}.</span>}
          </p>
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

function Cures({ device, cures }: { readonly device: Device; readonly cures: readonly RemoteCure[] }) {
  if (cures.length === 0) return null;
  return (
    <div className="cures">
      {cures.map((which, at) => (
        <CureButton key={which} device={device} which={which} first={at === 0} />
      ))}
    </div>
  );
}

function CureButton({ device, which, first }: { readonly device: Device; readonly which: RemoteCure; readonly first: boolean }) {
  const [busy, setBusy] = useState(false);
  const look = `button small${first ? ' primary' : ''}`;
  switch (which) {
    case 'free-up-cloud':
      return (
        <Link to="/deleted" className={look}>
          {CURE_WORDS[which]}
        </Link>
      );
    case 'remove-device':
      return (
        <Link to="/devices" className="button small">
          {CURE_WORDS[which]}
        </Link>
      );
    case 'settings':
      return (
        <Link to="/devices/$deviceId/settings" params={{ deviceId: device.id }} className={look}>
          {CURE_WORDS[which]}
        </Link>
      );
    case 'answer-held':
    case 'resume':
    case 'switch-on':
    case 'allow-mobile':
    case 'allow-metered':
    case 'sync-now':
    case 'retry':
      return (
        <button
          type="button"
          className={look}
          disabled={busy}
          onClick={() => {
            setBusy(true);
            void cure(device, which).finally(() => setBusy(false));
          }}
        >
          {CURE_WORDS[which]}
        </button>
      );
    default:
      return which satisfies never;
  }
}

/** The first of the photos that a cause concerns; all of them are a click away. */
function Photos({ device, code, count }: { readonly device: Device; readonly code: string; readonly count: number }) {
  const { data: entries = [] } = useQuery(reasonItemsQuery(device.id, code));
  const { replica } = useLibrary();
  return (
    <div className="finding-photos">
      {entries.map((entry) => {
        const item = entry.assetId === null ? undefined : replica.live.get(entry.assetId);
        const url = item && thumbnailUrl(item);
        const name = entry.path.slice(entry.path.lastIndexOf('/') + 1);
        return (
          <span key={entry.key} role="img" aria-label={name} title={entry.path} className="finding-photo">
            {url ? <img src={url} alt="" loading="lazy" /> : <Icon name="file" />}
          </span>
        );
      })}
      <Link to="/devices/$deviceId" params={{ deviceId: device.id }} search={{ code }}>
        {many(count, 'photo')}
      </Link>
    </div>
  );
}
