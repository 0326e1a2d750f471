import { useEffect, useRef } from 'react';
import { useReleased } from '../parts/useReleased.ts';

interface SlideFilmProps {
  readonly url: string;
  readonly name: string;
  readonly sound: boolean;
  readonly runs: boolean;
  /** With another one it begins anew. */
  readonly turn: number;
  /** It gives way to the photo around which it was taken. */
  readonly over: boolean;
  readonly onSeen: () => void;
  readonly onEnd: () => void;
  readonly onUnplayable: () => void;
}

/** A film of which nothing comes for so long is over, in milliseconds: its server may be silent, which a browser does not tell. */
const STUCK = 30_000;

/** A film of a slideshow: it runs as the show does, and lets go of its bytes when it is left. */
export function SlideFilm({ url, name, sound, runs, turn, over, onSeen, onEnd, onUnplayable }: SlideFilmProps) {
  const ref = useReleased();
  const played = useRef(turn);
  useEffect(() => {
    const element = ref.current;
    if (!element) return;
    if (!runs) return element.pause();
    // One that has ended begins anew by being played.
    if (element.ended && played.current === turn) return;
    played.current = turn;
    element.play().catch(() => {
      // Where sound needs a click first, it plays without; what cannot be played at all tells so itself.
      element.muted = true;
      element.play().catch(() => undefined);
    });
  }, [runs, turn, ref]);
  const end = useRef(onEnd);
  end.current = onEnd;
  useEffect(() => {
    const element = ref.current;
    if (!element || !runs) return;
    let timer: ReturnType<typeof setTimeout>;
    const wait = (): void => {
      clearTimeout(timer);
      timer = setTimeout(() => end.current(), STUCK);
    };
    wait();
    element.addEventListener('timeupdate', wait);
    return () => {
      clearTimeout(timer);
      element.removeEventListener('timeupdate', wait);
    };
  }, [runs, turn, ref]);
  return (
    // oxlint-disable-next-line jsx-a11y/media-has-caption -- people's own videos come without captions
    <video
      ref={ref}
      src={url}
      playsInline
      muted={!sound}
      aria-label={name}
      className={over ? 'over' : ''}
      onPlaying={(event) => (event.currentTarget.videoWidth === 0 ? onUnplayable() : onSeen())}
      onEnded={onEnd}
      onError={onUnplayable}
    />
  );
}
