import { BYTES, sizeWords, type Asset, type Resource } from '@rollcall/protocol';
import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { historyQuery, placeNameQuery } from '../api/queries.ts';
import { localTime, offsetOf, tellSource } from '../library/capture.ts';
import { useLibrary } from '../library/live.ts';
import { resourcesOf } from '../library/replica.ts';
import { Icon, type IconName } from '../parts/Icon.tsx';
import { History } from '../why/History.tsx';
import { WhereItIs } from '../why/WhereItIs.tsx';
import { wordsOfParts } from './partWords.ts';
import { placeWords } from './placeWords.ts';
import { smallerEditWords } from './smallerEdit.ts';
import { clock, coordinates, count, duration, exposureTime, fullDay } from '../words.ts';

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
      <Said asset={asset} />
      <Files asset={asset} resources={resources} />
      <WhereItIs asset={asset} />
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
          {source.guess ? '' : offset === null ? ' (time zone not known)' : ` (UTC${offset})`}
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
      {place && <WhereTaken place={place} />}
    </>
  );
}

/** What somebody said of it: who is in it, how good it is, by which words it is found. */
function Said({ asset: { people = [], rating, keywords } }: { readonly asset: Asset }) {
  const names = [...new Set(people.map(({ name }) => name))];
  return (
    <>
      {names.length > 0 && (
        <Fact icon="people">
          <strong>{names.join(', ')}</strong>
          <span className="quiet">Named in the file</span>
        </Fact>
      )}
      {rating !== null && rating > 0 && (
        <Fact icon="star">
          <span role="img" aria-label={`${rating} of 5 stars`}>
            {'★'.repeat(rating)}
            {'☆'.repeat(5 - rating)}
          </span>
        </Fact>
      )}
      {keywords.length > 0 && (
        <Fact icon="tag">
          <ul className="keywords">
            {keywords.map((word) => (
              <li key={word}>{word}</li>
            ))}
          </ul>
        </Fact>
      )}
    </>
  );
}

/** The town when it is known, and the coordinates always. */
function WhereTaken({ place: { lat, lon, altitude } }: { readonly place: NonNullable<Asset['place']> }) {
  const { data: name = null } = useQuery(placeNameQuery(lat, lon));
  const at = coordinates(lat, lon);
  return (
    <Fact icon="pin">
      <strong>{name === null ? at : placeWords(name)}</strong>
      {name !== null && <span>{at}</span>}
      {altitude !== null && <span>{count(Math.round(altitude))} m above the sea</span>}
    </Fact>
  );
}

function Files({ asset, resources }: { readonly asset: Asset; readonly resources: readonly Resource[] }) {
  const { data: history = [] } = useQuery(historyQuery(asset.id));
  const smaller = smallerEditWords(asset, resources, history);
  const pixels = asset.width && asset.height ? `${asset.width} × ${asset.height}` : null;
  const mega =
    asset.width && asset.height && asset.kind === 'photo' ? `${Math.round((asset.width * asset.height) / 100_000) / 10} MP` : null;
  const long = asset.duration === null ? null : duration(asset.duration);
  const partWords = wordsOfParts(asset, resources);
  return (
    <Fact icon="file">
      <strong className="breaking">{asset.fileName}</strong>
      <span>{[mega, pixels, long].filter((part) => part !== null).join('  ·  ')}</span>
      {smaller !== null && <span className="guess">{smaller}</span>}
      <ul className="resources">
        {resources.map((resource) => (
          <li key={resource.id}>
            <span>
              {partWords(resource)}
              <span className="quiet breaking">
                {resource.fileName !== null && resource.fileName !== asset.fileName && `${resource.fileName}, `}
                {resource.mime}, {sizeWords(resource.size)}
              </span>
            </span>
            <a
              className="icon-button small"
              href={BYTES.resource(asset.id, resource.id)}
              download={resource.fileName ?? asset.fileName}
              aria-label={`Download ${partWords(resource)}`}
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
