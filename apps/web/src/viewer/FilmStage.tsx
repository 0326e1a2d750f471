import { say, type Asset, type Resource } from '@rollcall/protocol';
import { useState } from 'react';
import { previewUrl, thumbnailUrl } from '../grid/pictures.ts';
import type { Item } from '../library/item.ts';
import { keepsStill } from '../parts/quiet.ts';
import { useFilm } from './film.ts';
import { DownloadButton, NoPicture } from './NoPicture.tsx';
import { useReleased } from '../parts/useReleased.ts';

interface FilmProps {
  readonly item: Item;
  readonly asset: Asset;
  readonly shown: Resource;
}

/** A video: its own file where this browser plays it, else the version that the server makes; its poster meanwhile. */
export function FilmStage({ item, asset, shown }: FilmProps) {
  const { standing, failed } = useFilm({ asset, of: shown.id, mime: shown.mime, inside: false }, true);
  const [cutOff, setCutOff] = useState(false);
  const poster = previewUrl(item) ?? thumbnailUrl(item);
  if (cutOff) {
    return (
      <Waiting poster={poster} asset={asset} shown={shown} words={say('The video could not be fetched to its end.')}>
        <button type="button" className="button" onClick={() => setCutOff(false)}>
          {say('Try again')}
        </button>
      </Waiting>
    );
  }
  switch (standing.state) {
    case 'plays':
      return (
        <Player
          key={standing.url}
          url={standing.url}
          name={asset.fileName}
          poster={poster}
          onUnplayable={failed}
          onCutOff={() => setCutOff(true)}
        />
      );
    case 'waits':
    case 'never':
      return <Waiting poster={poster} asset={asset} shown={shown} words={standing.words} />;
    default:
      return standing satisfies never;
  }
}

interface WaitingProps {
  readonly poster: string | null;
  readonly asset: Asset;
  readonly shown: Resource;
  readonly words: string;
  readonly children?: React.ReactNode;
}

function Waiting({ poster, asset, shown, words, children }: WaitingProps) {
  if (poster === null) return <NoPicture asset={asset} shown={shown} words={words} />;
  return (
    <div className="film">
      <img src={poster} alt={asset.fileName} draggable={false} />
      <div className="film-note">
        <p role="status">{words}</p>
        {children ?? <DownloadButton asset={asset} shown={shown} />}
      </div>
    </div>
  );
}

interface PlayerProps {
  readonly url: string;
  readonly name: string;
  readonly poster: string | null;
  readonly onUnplayable: () => void;
  readonly onCutOff: () => void;
}

function Player({ url, name, poster, onUnplayable, onCutOff }: PlayerProps) {
  const ref = useReleased();
  return (
    <div className="film">
      {/* oxlint-disable-next-line jsx-a11y/media-has-caption -- people's own videos come without captions */}
      <video
        ref={ref}
        controls
        playsInline
        autoPlay={!keepsStill()}
        preload="metadata"
        aria-label={name}
        src={url}
        {...(poster === null ? {} : { poster })}
        onError={(event) => (event.currentTarget.error?.code === MediaError.MEDIA_ERR_NETWORK ? onCutOff() : onUnplayable())}
        // A browser that knows the sound but not the pictures would play to a black window.
        onLoadedMetadata={(event) => {
          if (event.currentTarget.videoWidth === 0) onUnplayable();
        }}
      />
    </div>
  );
}
