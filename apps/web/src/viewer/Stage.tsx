import { BYTES, sizeWords, type Asset, type Resource } from '@rollcall/protocol';
import { useState } from 'react';
import { placeholderUrl } from '../grid/placeholder.ts';
import { previewUrl, thumbnailUrl } from '../grid/pictures.ts';
import type { Item } from '../library/item.ts';
import { Icon } from '../parts/Icon.tsx';
import { browserShows } from './browserShows.ts';
import { useZoom, type Swipe } from './useZoom.ts';

interface StageProps {
  readonly item: Item;
  readonly asset: Asset;
  /** What is shown in full: the edit, or the original. */
  readonly shown: Resource | undefined;
  readonly full: boolean;
  readonly onFull: () => void;
  readonly onSwipe: (to: Swipe) => void;
}

/** One photo or video, as sharp as is asked for. */
export function Stage(props: StageProps) {
  const { item, shown } = props;
  if (item.kind === 'video') return <Film {...props} />;
  if (item.picture.state === 'ready' || (shown && browserShows(shown.mime))) return <Picture {...props} />;
  return (
    <NoPicture
      {...props}
      words={item.picture.state === 'unavailable' ? item.picture.words : 'Its picture is being made. It shows here as soon as it is there.'}
    />
  );
}

function Picture({ item, asset, shown, full, onFull, onSwipe }: StageProps) {
  const [ready, setReady] = useState({ preview: false, full: false });
  const [failed, setFailed] = useState(false);
  const canFull = shown !== undefined && browserShows(shown.mime);
  const zoom = useZoom({ onSwipe, onZoomIn: canFull ? onFull : () => undefined });
  const blurred = item.picture.state === 'ready' && item.picture.placeholder !== null ? placeholderUrl(item.picture.placeholder) : null;
  const thumbnail = thumbnailUrl(item);
  const preview = previewUrl(item);
  const wantFull = canFull && (full || preview === null);
  const alt = asset.caption ?? asset.title ?? asset.fileName;
  if (failed && preview === null) return <NoPicture item={item} asset={asset} shown={shown} words="This browser cannot show it." />;
  return (
    <div className={`picture${zoom.zoomed ? ' zoomed' : ''}`} ref={zoom.ref}>
      <div className="picture-sheet" style={{ transform: zoom.transform }}>
        {blurred !== null && !ready.preview && !ready.full && (
          <img className="blurred" src={blurred} alt="" draggable={false} style={shape(asset)} />
        )}
        {thumbnail !== null && !ready.full && (
          <img src={thumbnail} alt={preview === null ? alt : ''} draggable={false} style={shape(asset)} />
        )}
        {preview !== null && !ready.full && (
          <img
            className={ready.preview ? 'sharp' : 'coming'}
            src={preview}
            alt={alt}
            draggable={false}
            style={shape(asset)}
            onLoad={() => setReady((before) => ({ ...before, preview: true }))}
          />
        )}
        {wantFull && shown && (
          <img
            className={ready.full ? 'sharp' : 'coming'}
            src={BYTES.resource(asset.id, shown.id)}
            alt={alt}
            draggable={false}
            style={shape(asset)}
            onLoad={() => setReady((before) => ({ ...before, full: true }))}
            onError={() => setFailed(true)}
          />
        )}
      </div>
      {wantFull && !ready.full && !failed && (
        <span className="picture-note" role="status">
          Fetching full resolution{shown ? ` (${sizeWords(shown.size)})` : ''}…
        </span>
      )}
      {failed && (
        <span className="picture-note" role="status">
          The full picture could not be shown. The file itself is safe: download it.
        </span>
      )}
    </div>
  );
}

/** The same frame for every sharpness, so that nothing jumps when the next one comes. */
function shape(asset: Asset): { aspectRatio: string } | undefined {
  return asset.width && asset.height ? { aspectRatio: `${asset.width} / ${asset.height}` } : undefined;
}

function Film(props: StageProps) {
  const { item, asset, shown } = props;
  const [failed, setFailed] = useState(false);
  const poster = previewUrl(item) ?? thumbnailUrl(item);
  if (!shown) return <NoPicture {...props} words="Its bytes are not in the cloud yet." />;
  const words = 'This browser cannot play this kind of video. The file itself is safe: download it to watch it.';
  if (failed && poster === null) return <NoPicture {...props} words={words} />;
  if (failed && poster !== null) {
    return (
      <div className="film">
        <img src={poster} alt={asset.fileName} />
        <div className="film-note">
          <p>{words}</p>
          <DownloadButton asset={asset} shown={shown} />
        </div>
      </div>
    );
  }
  return (
    <div className="film">
      {/* oxlint-disable-next-line jsx-a11y/media-has-caption -- people's own videos come without captions */}
      <video
        key={shown.id}
        controls
        playsInline
        autoPlay
        preload="metadata"
        aria-label={asset.fileName}
        src={BYTES.resource(asset.id, shown.id)}
        {...(poster === null ? {} : { poster })}
        onError={() => setFailed(true)}
        // A browser that knows the sound but not the pictures would play to a black window.
        onLoadedMetadata={(event) => setFailed(event.currentTarget.videoWidth === 0)}
      />
    </div>
  );
}

function DownloadButton({ asset, shown }: { readonly asset: Asset; readonly shown: Resource }) {
  return (
    <a className="button" href={BYTES.resource(asset.id, shown.id)} download={asset.fileName}>
      <Icon name="download" size={18} /> Download ({sizeWords(shown.size)})
    </a>
  );
}

function NoPicture({
  item,
  asset,
  shown,
  words,
}: {
  readonly item: Item;
  readonly asset: Asset;
  readonly shown: Resource | undefined;
  readonly words: string;
}) {
  return (
    <div className="no-picture">
      <Icon name={item.kind === 'video' ? 'film' : 'photos'} size={56} />
      <h2>{asset.fileName}</h2>
      <p>{words}</p>
      {shown && <DownloadButton asset={asset} shown={shown} />}
    </div>
  );
}
