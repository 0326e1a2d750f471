import type { Asset, Resource } from '@rollcall/protocol';
import { useState } from 'react';
import { placeholderUrl } from '../grid/placeholder.ts';
import { previewUrl, thumbnailUrl } from '../grid/pictures.ts';
import type { Item } from '../library/item.ts';
import type { FilmOf } from './film.ts';
import { LiveFilm } from './LiveFilm.tsx';
import { NoPicture } from './NoPicture.tsx';
import { useFull } from './useFull.ts';
import { useZoom, type Swipe } from './useZoom.ts';

interface PictureProps {
  readonly item: Item;
  readonly asset: Asset;
  /** What is shown in full: the edit, or the original. */
  readonly shown: Resource | undefined;
  /** The moments around it. */
  readonly film: FilmOf | null;
  readonly full: boolean;
  readonly onFull: () => void;
  readonly onSwipe: (to: Swipe) => void;
}

/** A photo: its thumbnail, over it the preview, and over that all its pixels when they are wanted, each as soon as it is there. */
export function Picture({ item, asset, shown, film, full, onFull, onSwipe }: PictureProps) {
  const [ready, setReady] = useState<{ readonly preview: boolean; readonly full: string | null }>({ preview: false, full: null });
  const thumbnail = thumbnailUrl(item);
  const preview = previewUrl(item);
  const { url, words, failed, can } = useFull({ item, asset, shown, wanted: full || preview === null, onWant: onFull });
  const zoom = useZoom({ onSwipe, onZoomIn: can ? onFull : () => undefined });
  const blurred = item.picture.state === 'ready' && item.picture.placeholder !== null ? placeholderUrl(item.picture.placeholder) : null;
  const fullIsThere = url !== null && ready.full === url;
  const alt = asset.caption ?? asset.title ?? asset.fileName;
  if (preview === null && url === null) {
    const why = item.picture.state === 'unavailable' ? item.picture.words : 'This browser cannot show it.';
    return <NoPicture asset={asset} shown={shown} words={why} />;
  }
  return (
    <>
      <div className={`picture${zoom.zoomed ? ' zoomed' : ''}`} ref={zoom.ref}>
        <div className="picture-sheet" style={{ transform: zoom.transform }}>
          {blurred !== null && !ready.preview && !fullIsThere && (
            <img className="blurred" src={blurred} alt="" draggable={false} style={shape(asset)} />
          )}
          {thumbnail !== null && !fullIsThere && (
            <img src={thumbnail} alt={preview === null ? alt : ''} draggable={false} style={shape(asset)} />
          )}
          {preview !== null && !fullIsThere && (
            <img
              className={ready.preview ? 'sharp' : 'coming'}
              src={preview}
              alt={alt}
              draggable={false}
              style={shape(asset)}
              onLoad={() => setReady((before) => ({ ...before, preview: true }))}
            />
          )}
          {url !== null && (
            <img
              key={url}
              className={fullIsThere ? 'sharp full' : 'coming'}
              src={url}
              alt={alt}
              draggable={false}
              style={shape(asset)}
              onLoad={() => setReady((before) => ({ ...before, full: url }))}
              onError={failed}
            />
          )}
        </div>
        {words !== null && !fullIsThere && (
          <span className="picture-note" role="status">
            {words}
          </span>
        )}
      </div>
      {film !== null && <LiveFilm film={film} on={zoom.ref} zoomed={zoom.zoomed} />}
    </>
  );
}

/** The same frame for every sharpness, so that nothing jumps when the next one comes. */
function shape(asset: Asset): { aspectRatio: string } | undefined {
  return asset.width && asset.height ? { aspectRatio: `${asset.width} / ${asset.height}` } : undefined;
}
