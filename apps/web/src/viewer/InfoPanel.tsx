import { BYTES, sizeWords, say, spokenTag, type Asset, type Resource } from '@rollcall/protocol';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState, type ReactNode } from 'react';
import { AddToAlbum } from '../albums/AddToAlbum.tsx';
import { historyQuery } from '../api/queries.ts';
import { localTime, tellSource, tellTime } from '../library/capture.ts';
import { useLibrary } from '../library/live.ts';
import { resourcesOf } from '../library/replica.ts';
import { albumsWith } from '../library/shelf.ts';
import { recipeOf } from '../edit/beginning.ts';
import { Icon, type IconName } from '../parts/Icon.tsx';
import { History } from '../why/History.tsx';
import { WhereItIs } from '../why/WhereItIs.tsx';
import { EditInfo } from './EditInfo.tsx';
import { Versions } from './Versions.tsx';
import { wordsOfParts } from './partWords.ts';
import { smallerEditWords } from './smallerEdit.ts';
import { WhereTaken } from './WhereTaken.tsx';
import { duration, exposureTime, fullDay } from '../words.ts';

const tenths = new Intl.NumberFormat(spokenTag(), { useGrouping: false });

/** All that is known of one photo: when, where, with what, which files; and where it is now. */
export function InfoPanel({ asset, onClose }: { readonly asset: Asset; readonly onClose: () => void }) {
  const { replica } = useLibrary();
  const resources = resourcesOf(replica, asset.id);
  return (
    <aside className="info" aria-label={say('Information')}>
      <div className="info-head">
        <h2>{say('Information')}</h2>
        <button type="button" className="icon-button" aria-label={say('Close information')} onClick={onClose}>
          <Icon name="close" />
        </button>
      </div>
      {(asset.title ?? asset.caption) !== null && (
        <div className="info-caption">
          {asset.title !== null && <strong>{asset.title}</strong>}
          {asset.caption !== null && <p>{asset.caption}</p>}
        </div>
      )}
      <Edit asset={asset} />
      <Facts asset={asset} />
      <Said asset={asset} />
      <Albums asset={asset} />
      {asset.state === 'live' && <Versions asset={asset} resources={resources} />}
      <Files asset={asset} resources={resources} />
      <WhereItIs asset={asset} />
      <History assetId={asset.id} />
    </aside>
  );
}

/** What is deleted is restored first. */
function Edit({ asset }: { readonly asset: Asset }) {
  const [open, setOpen] = useState(false);
  if (asset.state !== 'live') return null;
  return (
    <>
      <button type="button" className="text-button info-edit" onClick={() => setOpen(true)}>
        <Icon name="pencil" size={16} /> {say('Edit title, caption, keywords or date')}
      </button>
      {open && <EditInfo asset={asset} onClose={() => setOpen(false)} />}
    </>
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
  const source = tellSource(asset.capturedSource);
  const { camera, exposure } = asset;
  const maker = camera && [camera.make, camera.model].filter((part) => part !== null && part !== '').join(' ');
  const settings = exposure
    ? [
        exposure.fNumber === null ? '' : `ƒ/${tenths.format(Math.round(exposure.fNumber * 10) / 10)}`,
        exposure.time === null ? '' : exposureTime(exposure.time),
        exposure.iso === null ? '' : `ISO ${exposure.iso}`,
        exposure.focalLength === null ? '' : `${tenths.format(Math.round(exposure.focalLength * 10) / 10)} mm`,
      ].filter((part) => part !== '')
    : [];
  return (
    <>
      <Fact icon="calendar">
        <strong>{fullDay(at)}</strong>
        <span>{tellTime(asset)}</span>
        <span className={source.guess ? 'guess' : 'quiet'}>{source.words}</span>
      </Fact>
      {(maker || settings.length > 0) && (
        <Fact icon="camera">
          {maker && <strong>{maker}</strong>}
          {camera?.lens && <span>{camera.lens}</span>}
          {settings.length > 0 && <span>{settings.join('  ·  ')}</span>}
        </Fact>
      )}
      <WhereTaken asset={asset} />
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
          <span className="quiet">{say('Named in the file')}</span>
        </Fact>
      )}
      {rating !== null && rating > 0 && (
        <Fact icon="star">
          <span role="img" aria-label={say('{rating} of 5 stars', { rating })}>
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

/** In which albums it is, and the way into another one. */
function Albums({ asset }: { readonly asset: Asset }) {
  const { replica } = useLibrary();
  const [adding, setAdding] = useState(false);
  const close = (): void => setAdding(false);
  const albums = albumsWith(replica.shelf, asset.id);
  return (
    <Fact icon="album">
      {albums.length > 0 && (
        <ul className="keywords" aria-label={say('Albums')}>
          {albums.map(({ id, title }) => (
            <li key={id}>
              <Link to="/albums/$albumId" params={{ albumId: id }}>
                {title}
              </Link>
            </li>
          ))}
        </ul>
      )}
      <button type="button" className="text-button" onClick={() => setAdding(true)}>
        {say('Add to album')}
      </button>
      {adding && <AddToAlbum ids={[asset.id]} onClose={close} onAdded={close} />}
    </Fact>
  );
}

function Files({ asset, resources }: { readonly asset: Asset; readonly resources: readonly Resource[] }) {
  const { data: history = [] } = useQuery(historyQuery(asset.id));
  const madeHere = recipeOf(asset, resources) !== undefined;
  const smaller = smallerEditWords(asset, resources, history, madeHere);
  const pixels = asset.width && asset.height ? `${asset.width} × ${asset.height}` : null;
  const mega =
    asset.width && asset.height && asset.kind === 'photo'
      ? `${tenths.format(Math.round((asset.width * asset.height) / 100_000) / 10)} MP`
      : null;
  const long = asset.duration === null ? null : duration(asset.duration);
  const partWords = wordsOfParts(asset, resources);
  return (
    <Fact icon="file">
      <strong className="breaking">{asset.fileName}</strong>
      <span>{[mega, pixels, long].filter((part) => part !== null).join('  ·  ')}</span>
      {smaller !== null && <span className={madeHere ? 'quiet' : 'guess'}>{smaller}</span>}
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
              aria-label={say('Download {file}', { file: partWords(resource) })}
              title={say('Download')}
            >
              <Icon name="download" size={17} />
            </a>
          </li>
        ))}
      </ul>
    </Fact>
  );
}
