import { BYTES, sizeWords, say, type Asset, type Resource } from '@rollcall/protocol';
import { useState } from 'react';
import { doAll } from '../library/deletion.ts';
import { library } from '../library/live.ts';
import { Dialog } from '../parts/Dialog.tsx';
import { Icon } from '../parts/Icon.tsx';
import { tell } from '../parts/news.tsx';
import { useView } from '../parts/useView.ts';
import { moment } from '../words.ts';
import { browserShows } from '../library/showable.ts';
import { showVersion, versionsOf, type Version } from '../library/versions.ts';

/** The original and the edits of a photo: which is shown, what the others are like, and how to show one of them instead. */
export function Versions({ asset, resources }: { readonly asset: Asset; readonly resources: readonly Resource[] }) {
  const [looking, setLooking] = useState<Version | null>(null);
  const versions = versionsOf(asset, resources);
  if (versions.length === 0) return null;
  const shown = versions.find((version) => version.shown);
  const choose = async (version: Version): Promise<void> => {
    setLooking(null);
    if (!(await doAll([showVersion(asset, version.resource)]))) return;
    tell(
      say('{version} is shown now, on all your devices. The others are kept.', { version: version.name }),
      shown ? { undo: { words: say('Undo'), act: () => void back(shown) } } : {},
    );
  };
  const back = async (version: Version): Promise<void> => {
    const now = library().view().replica.assets.get(asset.id)?.asset;
    if (now) await doAll([showVersion(now, version.resource)]);
  };
  return (
    <section className="versions" aria-label={say('Versions')}>
      <h3>{say('Versions')}</h3>
      <ul>
        {versions.map((version) => (
          <li key={version.resource.id}>
            <span>
              <strong>{version.name}</strong>
              <span className="quiet">
                {version.resource.modifiedAt === null ? '' : `${moment(version.resource.modifiedAt)}, `}
                {sizeWords(version.resource.size)}
              </span>
            </span>
            {version.shown ? (
              <span className="chip">{say('Shown')}</span>
            ) : (
              <button type="button" className="text-button" onClick={() => setLooking(version)}>
                {say('Compare')}
              </button>
            )}
          </li>
        ))}
      </ul>
      {looking && shown && (
        <Compare asset={asset} versions={[shown, looking]} onClose={() => setLooking(null)} onChoose={() => void choose(looking)} />
      )}
    </section>
  );
}

interface CompareProps {
  readonly asset: Asset;
  readonly versions: readonly [shown: Version, other: Version];
  readonly onClose: () => void;
  readonly onChoose: () => void;
}

/** Two versions side by side, and which of them is to be shown. */
function Compare({ asset, versions, onClose, onChoose }: CompareProps) {
  const [, other] = versions;
  return (
    <Dialog
      title={say('Compare versions')}
      wide
      onClose={onClose}
      onSubmit={onChoose}
      actions={
        <>
          <button type="button" className="button" onClick={onClose}>
            {say('Leave as it is')}
          </button>
          <button type="submit" className="button primary">
            <Icon name="restore" size={18} /> {choiceWords(other)}
          </button>
        </>
      }
    >
      <div className="compare">
        {versions.map((version) => (
          <figure key={version.resource.id}>
            <Look asset={asset} version={version} />
            <figcaption>{version.shown ? say('{version}, shown now', { version: version.name }) : version.name}</figcaption>
          </figure>
        ))}
      </div>
    </Dialog>
  );
}

function choiceWords({ resource, edit }: Version): string {
  if (resource.role === 'original') return say('Revert to original');
  return edit === null ? say('Show edited version') : say('Show edited version {number}', { number: edit });
}

/** What a version is called within a line. */
function lowWords({ resource, edit }: Version): string {
  if (resource.role === 'original') return say('original');
  return edit === null ? say('edited version') : say('edited version {number}', { number: edit });
}

function Look({ asset, version }: { readonly asset: Asset; readonly version: Version }) {
  const { resource, name } = version;
  const drawn = browserShows(resource.mime);
  const view = useView(drawn || asset.kind === 'video' ? null : { assetId: asset.id, of: resource.id, kind: 'full' });
  if (asset.kind === 'video')
    // oxlint-disable-next-line jsx-a11y/media-has-caption -- a person's own film has none
    return <video src={BYTES.resource(asset.id, resource.id)} controls preload="metadata" aria-label={name} />;
  const url = drawn ? BYTES.resource(asset.id, resource.id) : view.state === 'ready' ? view.url : null;
  if (url !== null) return <img src={url} alt={`${asset.fileName}, ${lowWords(version)}`} />;
  return <p className="quiet">{view.state === 'never' ? view.words : say('Its picture is being made…')}</p>;
}
