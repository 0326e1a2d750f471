import type { Asset, Resource } from '@rollcall/protocol';
import { useEffect, useRef, useState } from 'react';
import { previewUrl, thumbnailUrl } from '../grid/pictures.ts';
import { isLive, type Item } from '../library/item.ts';
import { keepsStill } from '../parts/quiet.ts';
import { useFilm, type FilmOf } from '../viewer/film.ts';
import { useFull } from '../viewer/useFull.ts';
import { SlideFilm } from './SlideFilm.tsx';

interface SlideProps {
  readonly item: Item;
  readonly asset: Asset;
  readonly resources: readonly Resource[];
  /** What is shown in full: the edit, or the original. */
  readonly shown: Resource | undefined;
  readonly playing: boolean;
  /** It lies below the one that comes. */
  readonly leaving: boolean;
  /** Counts up with each that comes: this one may be there and come again. */
  readonly turn: number;
  /** Milliseconds for which a photo stands. */
  readonly stands: number;
  readonly onShown: () => void;
  readonly onDone: () => void;
}

/** One photo or video of a slideshow. It says when it is seen, and when it is done. */
export function Slide(props: SlideProps) {
  const { item, asset, resources, shown } = props;
  const film: FilmOf | null =
    item.kind === 'video'
      ? shown
        ? { asset, of: shown.id, mime: shown.mime, inside: false }
        : null
      : isLive(item) && !keepsStill()
        ? filmIn(item, asset, resources)
        : null;
  return film ? <MovingSlide {...props} film={film} /> : <StillSlide {...props} />;
}

function filmIn(item: Item, asset: Asset, resources: readonly Resource[]): FilmOf | null {
  const moving = resources.find(({ id }) => id === item.moving);
  return moving ? { asset, of: moving.id, mime: moving.mime, inside: moving.role !== 'live-video' } : null;
}

/** What cannot be shown is passed over after so many milliseconds; not at once: there may be nothing else, in a loop. */
const PASSED_OVER = 300;

/** Its time runs from when it is seen. One that waits for a pause, or comes again, has its whole time again. */
function useTime(runs: boolean, ms: number, turn: number, onDone: () => void): void {
  const latest = useRef(onDone);
  latest.current = onDone;
  useEffect(() => {
    if (!runs) return;
    const timer = setTimeout(() => latest.current(), ms);
    return () => clearTimeout(timer);
  }, [runs, ms, turn]);
}

function StillSlide({ item, asset, shown, playing, leaving, turn, stands, onShown, onDone }: SlideProps) {
  const [seen, setSeen] = useState(false);
  const [wanted, setWanted] = useState(false);
  const [sharp, setSharp] = useState<string | null>(null);
  const preview = previewUrl(item) ?? thumbnailUrl(item);
  const full = useFull({ item, asset, shown, wanted: wanted || preview === null, onWant: () => setWanted(true) });
  useTime(seen && playing && !leaving, stands, turn, onDone);
  const seeing = (): void => {
    setSeen(true);
    onShown();
  };
  // Of what has no picture there is nothing to wait for.
  const nothing = preview === null && full.url === null;
  useTime(nothing && playing && !leaving, PASSED_OVER, turn, onDone);
  return (
    <div className={`slide${seen ? ' seen' : ''}`}>
      {preview !== null && <img src={preview} alt={alt(asset)} draggable={false} onLoad={seeing} onError={seeing} />}
      {full.url !== null && (
        <img
          src={full.url}
          alt={preview === null ? alt(asset) : ''}
          draggable={false}
          className={sharp === full.url ? '' : 'coming'}
          onLoad={() => {
            setSharp(full.url);
            if (preview === null) seeing();
          }}
          onError={full.failed}
        />
      )}
    </div>
  );
}

const alt = (asset: Asset): string => asset.caption ?? asset.title ?? asset.fileName;

function MovingSlide({ film, ...props }: SlideProps & { readonly film: FilmOf }) {
  const { item, asset, playing, leaving, turn, stands, onShown, onDone } = props;
  const { standing, failed } = useFilm(film, !leaving);
  const [seen, setSeen] = useState(false);
  const [ended, setEnded] = useState(false);
  const [old, setOld] = useState(false);
  const [begun, setBegun] = useState(turn);
  // It comes again.
  if (!leaving && begun !== turn) {
    setBegun(turn);
    setEnded(false);
    setOld(false);
  }
  const poster = previewUrl(item) ?? thumbnailUrl(item);
  const video = item.kind === 'video';
  const plays = standing.state === 'plays';
  // Of what has no picture and is no film here nothing is ever seen, and nothing ends.
  const nothing = poster === null && standing.state === 'never';
  const waits = poster === null && standing.state === 'waits';
  useTime((seen || waits) && playing && !leaving, stands, begun, () => setOld(true));
  useTime(nothing && playing && !leaving, PASSED_OVER, begun, onDone);
  // A video is done at its end; a Live Photo at its end, and after its time; what is not played here yet, after its time.
  const done = plays && !ended ? false : video && plays ? ended : old;
  const finished = useRef(onDone);
  finished.current = onDone;
  useEffect(() => {
    if (done && playing && !leaving) finished.current();
  }, [done, playing, leaving]);
  const seeing = (): void => {
    setSeen(true);
    onShown();
  };
  return (
    <div className={`slide${seen ? ' seen' : ''}`}>
      {poster !== null && <img src={poster} alt={alt(asset)} draggable={false} onLoad={seeing} onError={seeing} />}
      {plays && (
        <SlideFilm
          url={standing.url}
          name={asset.fileName}
          sound={video}
          runs={playing && !leaving}
          turn={begun}
          over={ended && !video}
          onSeen={seeing}
          onEnd={() => setEnded(true)}
          onUnplayable={failed}
        />
      )}
    </div>
  );
}
