import { say, type Asset, type Resource } from '@rollcall/protocol';
import { useEffect, useState } from 'react';
import { placeholderUrl } from '../grid/placeholder.ts';
import { previewUrl, thumbnailUrl } from '../grid/pictures.ts';
import type { Item } from '../library/item.ts';
import type { FilmOf } from './film.ts';
import { LiveFilm } from './LiveFilm.tsx';
import { NoPicture } from './NoPicture.tsx';
import { useFull } from './useFull.ts';
import { useZoom } from './useZoom.ts';
import type { Swipe } from './zoomInput.ts';

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

/** Milliseconds after which a sharper picture has come wholly; its style has less. */
const COVERS = 400;

/** A photo: its thumbnail, over it the preview, and over that all its pixels when they are wanted, each as soon as it is there. */
export function Picture({ item, asset, shown, film, full, onFull, onSwipe }: PictureProps) {
  const [ready, setReady] = useState<{ readonly preview: boolean; readonly full: string | null }>({ preview: false, full: null });
  // What is sharper comes over what is there, which goes when nothing of it is seen any more.
  const [covered, setCovered] = useState<string | null>(null);
  const thumbnail = thumbnailUrl(item);
  const preview = previewUrl(item);
  const { url, words, failed, can } = useFull({ item, asset, shown, wanted: full || preview === null, onWant: onFull });
  const pixels = asset.width && asset.height ? { width: asset.width, height: asset.height } : null;
  const zoom = useZoom({ pixels, onSwipe, onZoomIn: can ? onFull : () => undefined });
  const blurred = item.picture.state === 'ready' && item.picture.placeholder !== null ? placeholderUrl(item.picture.placeholder) : null;
  const fullIsThere = url !== null && ready.full === url;
  const fullCovers = fullIsThere && covered === url;
  useEffect(() => {
    if (!fullIsThere) return;
    const timer = setTimeout(() => setCovered(url), COVERS);
    return () => clearTimeout(timer);
  }, [fullIsThere, url]);
  const alt = asset.caption ?? asset.title ?? asset.fileName;
  if (preview === null && url === null) {
    const why = item.picture.state === 'unavailable' ? item.picture.words : say('This browser cannot show it.');
    return <NoPicture asset={asset} shown={shown} words={why} />;
  }
  return (
    <>
      <div className={`picture${zoom.zoomed ? ' zoomed' : ''}`} ref={zoom.ref}>
        <div className={`picture-sheet${zoom.held ? ' held' : ''}`} style={{ transform: zoom.transform }}>
          {blurred !== null && !ready.preview && !fullCovers && (
            <img className="blurred" src={blurred} alt="" draggable={false} style={shape(asset)} />
          )}
          {thumbnail !== null && !fullCovers && (
            <img src={thumbnail} alt={preview === null ? alt : ''} draggable={false} style={shape(asset)} />
          )}
          {preview !== null && !fullCovers && (
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
        {zoom.words !== null && (
          <span className="picture-zoom" role="status">
            {zoom.words}
          </span>
        )}
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
