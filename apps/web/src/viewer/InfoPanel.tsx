import { BYTES, sizeWords, tellReason, type Asset, type AssetPlace, type Resource } from '@rollcall/protocol';
import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { historyQuery, placesQuery } from '../api/queries.ts';
import { tellFailure } from '../api/call.ts';
import { localTime, offsetOf, tellSource } from '../library/capture.ts';
import { useLibrary } from '../library/live.ts';
import { resourcesOf } from '../library/replica.ts';
import { Icon, type IconName } from '../parts/Icon.tsx';
import { useNow } from '../parts/useNow.ts';
import { ago, clock, coordinates, count, duration, exposureTime, fullDay, moment } from '../words.ts';
import { tellEvent } from './history.ts';

/** All that is known of one photo: when, where, with what, which files; and where it is now. */
export function InfoPanel({ asset, onClose }: { readonly asset: Asset; readonly onClose: () => void }) {
  const { replica } = useLibrary();
  const resources = resourcesOf(replica, asset.id);
  return (
    <aside className="info" aria-label="Information">
      <div className="info-head">
        <h2>Information</h2>
        <button type="button" className="icon-button" aria-label="Close information" onClick={onClose}>
          <Icon name="close" />
        </button>
      </div>
      {(asset.title ?? asset.caption) !== null && (
        <div className="info-caption">
          {asset.title !== null && <strong>{asset.title}</strong>}
          {asset.caption !== null && <p>{asset.caption}</p>}
        </div>
      )}
      <Facts asset={asset} />
      <Files asset={asset} resources={resources} />
      <WhereItIs assetId={asset.id} />
      <History assetId={asset.id} />
    </aside>
  );
}

function Fact({ icon, children }: { readonly icon: IconName; readonly children: ReactNode }) {
  return (
    <div className="fact">
      <Icon name={icon} />
      <div>{children}</div>
    </div>
  );
}

function Facts({ asset }: { readonly asset: Asset }) {
  const at = localTime(asset.capturedAt);
  const offset = offsetOf(asset.capturedAt);
  const source = tellSource(asset.capturedSource);
  const { camera, exposure, place } = asset;
  const maker = camera && [camera.make, camera.model].filter((part) => part !== null && part !== '').join(' ');
  const settings = exposure
    ? [
        exposure.fNumber === null ? '' : `ƒ/${Math.round(exposure.fNumber * 10) / 10}`,
        exposure.time === null ? '' : exposureTime(exposure.time),
        exposure.iso === null ? '' : `ISO ${exposure.iso}`,
        exposure.focalLength === null ? '' : `${Math.round(exposure.focalLength * 10) / 10} mm`,
      ].filter((part) => part !== '')
    : [];
  return (
    <>
      <Fact icon="calendar">
        <strong>{fullDay(at)}</strong>
        <span>
          {clock(at)}
          {offset === null || source.guess ? '' : ` (UTC${offset})`}
        </span>
        <span className={source.guess ? 'guess' : 'quiet'}>{source.words}</span>
      </Fact>
      {(maker || settings.length > 0) && (
        <Fact icon="camera">
          {maker && <strong>{maker}</strong>}
          {camera?.lens && <span>{camera.lens}</span>}
          {settings.length > 0 && <span>{settings.join('  ·  ')}</span>}
        </Fact>
      )}
      {place && (
        <Fact icon="pin">
          <strong>{coordinates(place.lat, place.lon)}</strong>
          {place.altitude !== null && <span>{count(Math.round(place.altitude))} m above the sea</span>}
        </Fact>
      )}
    </>
  );
}

const ROLE_NAMES: Readonly<Record<string, string>> = {
  original: 'Original',
  'live-video': 'Live Photo video',
  raw: 'RAW',
  alternate: 'Other version',
  audio: 'Sound',
  'adjustment-data': 'Edit data',
  sidecar: 'Sidecar',
  edited: 'Edited',
};

function Files({ asset, resources }: { readonly asset: Asset; readonly resources: readonly Resource[] }) {
  const pixels = asset.width && asset.height ? `${asset.width} × ${asset.height}` : null;
  const mega =
    asset.width && asset.height && asset.kind === 'photo' ? `${Math.round((asset.width * asset.height) / 100_000) / 10} MP` : null;
  const long = asset.duration === null ? null : duration(asset.duration);
  return (
    <Fact icon="file">
      <strong className="breaking">{asset.fileName}</strong>
      <span>{[mega, pixels, long].filter((part) => part !== null).join('  ·  ')}</span>
      <ul className="resources">
        {resources.map((resource) => (
          <li key={resource.id}>
            <span>
              {ROLE_NAMES[resource.role] ?? resource.role}
              <span className="quiet">
                {' '}
                {resource.mime}, {sizeWords(resource.size)}
              </span>
            </span>
            <a
              className="icon-button small"
              href={BYTES.resource(asset.id, resource.id)}
              download={resource.fileName ?? asset.fileName}
              aria-label={`Download ${ROLE_NAMES[resource.role] ?? resource.role}`}
              title="Download"
            >
              <Icon name="download" size={17} />
            </a>
          </li>
        ))}
      </ul>
    </Fact>
  );
}

function tellPlace(place: AssetPlace): { readonly words: string; readonly tone: 'good' | 'calm' | 'trouble' } {
  switch (place.state) {
    case 'safe':
      return { words: 'Safe', tone: 'good' };
    case 'original':
      return { words: 'Original here', tone: 'good' };
    case 'compressed':
      return { words: 'Compressed copy here, original in the cloud', tone: 'good' };
    case 'on-its-way':
      return { words: 'On its way', tone: 'calm' };
    case 'not-here':
      return { words: 'Not here', tone: 'calm' };
    case 'damaged':
      return { words: 'Damaged in the cloud; asked back from your devices', tone: 'trouble' };
    case 'trashed':
      return { words: 'In Recently Deleted', tone: 'calm' };
    default:
      return place.state satisfies never;
  }
}

function WhereItIs({ assetId }: { readonly assetId: string }) {
  const { data: places, error, isPending } = useQuery(placesQuery(assetId));
  const now = useNow();
  return (
    <section className="info-section" aria-label="Where it is">
      <h3>Where it is</h3>
      {isPending && <p className="quiet">Asking…</p>}
      {error && <p className="quiet">{tellFailure(error)}</p>}
      <ul className="places">
        {places?.map((place) => {
          const { words, tone } = tellPlace(place);
          return (
            <li key={place.deviceId ?? 'cloud'}>
              <Icon name={place.where === 'cloud' ? 'cloud' : 'devices'} />
              <div>
                <span className="place-line">
                  <strong>{place.name}</strong>
                  <span className={`place-state ${tone}`}>{words}</span>
                </span>
                {place.path !== null && <span className="quiet breaking">{place.path}</span>}
                {place.reasons.map((reason) => {
                  const told = tellReason(reason);
                  return (
                    <span key={told.code} className="place-reason">
                      {told.words} <span className="quiet">{told.cure}</span>
                    </span>
                  );
                })}
                {place.asOf !== null && <span className="quiet">As of {ago(place.asOf, now)}</span>}
              </div>
            </li>
          );
        })}
      </ul>
    </section>
  );
}

function History({ assetId }: { readonly assetId: string }) {
  const { data: entries, error } = useQuery(historyQuery(assetId));
  return (
    <section className="info-section" aria-label="History">
      <h3>History</h3>
      {error && <p className="quiet">{tellFailure(error)}</p>}
      <ol className="history">
        {entries?.map((entry, index) => (
          <li key={index}>
            <span>{tellEvent(entry)}</span>
            <span className="quiet">
              {moment(entry.at)}
              {entry.device === null ? '' : `, ${entry.device}`}
            </span>
          </li>
        ))}
      </ol>
    </section>
  );
}
