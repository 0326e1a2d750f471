import { say } from '@rollcall/protocol';
import { memo, useEffect, useState } from 'react';
import { isClosed } from '../library/hidden.ts';
import { isLive, type Item } from '../library/item.ts';
import { Icon } from '../parts/Icon.tsx';
import { clock, duration, fullDay } from '../words.ts';
import { thumbnailUrl } from './pictures.ts';
import { averageColour, placeholderUrl } from './placeholder.ts';
import { TileLoop, usePointedAt } from './TileLoop.tsx';

const TRY_AGAIN = 8_000;

export interface TileProps {
  readonly item: Item;
  /** Of the burst that it stands for; 1: only itself. */
  readonly frames: number;
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
  readonly selected: boolean;
  readonly selecting: boolean;
  /** The one that the Tab key reaches. */
  readonly reachable: boolean;
  /** While the page flies past only colours are drawn. */
  readonly still: boolean;
  /** Pictures are asked for; not while it is another page again and again. */
  readonly settled: boolean;
  /** Such as `12 days left`. */
  readonly note: string | null;
}

/** All that a tile shows, in words. */
export function labelOf(item: Item, frames = 1): string {
  const told = [
    frames === 1 ? kindWords(item) : say('Burst of {frames} photos', { frames }),
    fullDay(item.at),
    ...(item.timed ? [clock(item.at)] : []),
    item.fileName,
    ...(item.favourite ? [say('favourite')] : []),
    ...(item.waiting === true ? [say('waits for the network')] : []),
  ].join(', ');
  return item.picture.state === 'unavailable' ? `${told}. ${item.picture.words}` : told;
}

function kindWords(item: Item): string {
  if (item.kind === 'video') return item.duration === null ? say('Video') : `${say('Video')}, ${duration(item.duration)}`;
  const photo = isLive(item) ? say('Live Photo') : say('Photo');
  return item.raw ? `${photo}, ${say('RAW')}` : photo;
}

export const Tile = memo(function Tile({
  item,
  frames,
  left,
  top,
  width,
  height,
  selected,
  selecting,
  reachable,
  still,
  settled,
  note,
}: TileProps) {
  const { pointedAt, ...pointing } = usePointedAt();
  const [drawn, setDrawn] = useState(still);
  // Once it is drawn it stays so; and the one that a key leads to has to be there for the focus.
  if (!drawn && (still || reachable)) setDrawn(true);
  if (!drawn && !reachable) return <FlyingTile item={item} left={left} top={top} width={width} height={height} />;
  return (
    <div
      {...(item.moving === null ? {} : pointing)}
      className={`tile${selected ? ' selected' : ''}${note === null ? '' : ' noted'}`}
      style={{ left, top, width, height }}
      data-id={item.id}
    >
      <button
        type="button"
        className="tile-open"
        data-tile={item.id}
        tabIndex={reachable ? 0 : -1}
        {...(selecting ? { 'aria-pressed': selected } : {})}
      >
        {/* What the tile shows is part of this; a label beside it would have to repeat it word by word. */}
        <span className="visually-hidden">{note === null ? labelOf(item, frames) : `${labelOf(item, frames)}, ${note}`}</span>
        <TilePicture item={item} asking={still && settled} roomy={width > 130 && height > 110} />
        {pointedAt && item.moving !== null && thumbnailUrl(item) !== null && <TileLoop assetId={item.id} of={item.moving} />}
        <Kinds item={item} frames={frames} />
        {item.favourite && (
          <span className="tile-badge favourite" aria-hidden="true">
            <Icon name="heart" size={16} filled />
          </span>
        )}
        {item.waiting === true && (
          <span className="tile-badge waiting" aria-hidden="true">
            <Icon name="clock" size={15} />
          </span>
        )}
        {note !== null && (
          <span className="tile-badge note" aria-hidden="true">
            {note}
          </span>
        )}
      </button>
      <button
        type="button"
        className="tile-check"
        data-check={item.id}
        role="checkbox"
        aria-checked={selected}
        tabIndex={-1}
        aria-label={say('Select {name}', { name: item.fileName })}
      >
        <Icon name="check" size={15} />
      </button>
    </div>
  );
});

/** While the page flies past there is no time to see more than a colour, nor for a browser to draw more. */
function FlyingTile({ item, left, top, width, height }: Pick<TileProps, 'item' | 'left' | 'top' | 'width' | 'height'>) {
  const { picture } = item;
  const background =
    picture.state === 'ready' && picture.placeholder !== null && !isClosed(item) ? averageColour(picture.placeholder) : null;
  return (
    <div className="tile flying" style={{ left, top, width, height, ...(background === null ? {} : { background }) }} data-id={item.id} />
  );
}

/** What kind of thing it is, where it is more than a photo; the button's own name says the same. */
function Kinds({ item, frames }: Pick<TileProps, 'item' | 'frames'>) {
  return (
    <span className="tile-badges" aria-hidden="true">
      {frames > 1 && (
        <span className="tile-badge kind">
          <Icon name="burst" size={13} />
          {frames}
        </span>
      )}
      {item.raw && <span className="tile-badge kind">{say('RAW')}</span>}
      {isLive(item) && (
        <span className="tile-badge kind">
          <Icon name="live" size={13} />
          {say('Live')}
        </span>
      )}
      {item.kind === 'video' && (
        <span className="tile-badge kind">
          {item.duration === null ? null : duration(item.duration)}
          <Icon name="play" size={12} filled />
        </span>
      )}
    </span>
  );
}

function TilePicture({ item, asking, roomy }: { readonly item: Item; readonly asking: boolean; readonly roomy: boolean }) {
  const [loaded, setLoaded] = useState<string | null>(null);
  const [failed, setFailed] = useState<string | null>(null);
  const [asked, setAsked] = useState(asking);
  if (asking && !asked) setAsked(true);
  // What could not be fetched is tried again while it is in sight: the link may be back.
  useEffect(() => {
    if (failed === null) return;
    const timer = setTimeout(() => setFailed(null), TRY_AGAIN);
    return () => clearTimeout(timer);
  }, [failed]);
  const { picture } = item;
  switch (picture.state) {
    case 'ready': {
      const url = thumbnailUrl(item);
      if (url === null) return <HonestTile item={item} words={say('Hidden')} roomy={roomy} />;
      const blurred = picture.placeholder === null ? null : placeholderUrl(picture.placeholder);
      return (
        <>
          {blurred !== null && loaded !== url && <img className="tile-placeholder" src={blurred} alt="" draggable={false} />}
          {asked && failed !== url && (
            <img
              className={`tile-picture${loaded === url ? ' loaded' : ''}`}
              src={url}
              alt=""
              decoding="async"
              draggable={false}
              onLoad={() => setLoaded(url)}
              onError={() => setFailed(url)}
            />
          )}
          {failed === url && <HonestTile item={item} words={say('The picture could not be fetched.')} roomy={roomy} />}
        </>
      );
    }
    case 'unavailable':
      return <HonestTile item={item} words={picture.words} roomy={roomy} />;
    case 'not-yet':
      return <HonestTile item={item} words={say('Its picture is being made')} roomy={roomy} />;
    default:
      return picture satisfies never;
  }
}

/** No picture, but no secret either: what it is, its name, and why there is nothing to see. The button's own name says the same. */
function HonestTile({ item, words, roomy }: { readonly item: Item; readonly words: string; readonly roomy: boolean }) {
  return (
    <span className="tile-honest" aria-hidden="true">
      <Icon name={item.kind === 'video' ? 'film' : 'photos'} size={roomy ? 26 : 20} />
      <span className="tile-honest-name">{item.fileName}</span>
      {roomy && <span className="tile-honest-words">{words}</span>}
    </span>
  );
}
