import { say } from '@rollcall/protocol';
import { useState, type RefObject } from 'react';
import { Icon } from '../parts/Icon.tsx';
import { keepsStill } from '../parts/quiet.ts';
import { useFilm, type FilmOf, type FilmStanding } from './film.ts';
import { useHold } from './useHold.ts';
import { useReleased } from '../parts/useReleased.ts';

interface LiveFilmProps {
  readonly film: FilmOf;
  /** The picture, on which holding plays it too. */
  readonly on: RefObject<HTMLElement | null>;
  /** Whether the picture is shown larger than the window: then holding drags it. */
  readonly zoomed: boolean;
}

/** The moments around a photo: played while one points at *Live*, and with their sound when it is pressed, or the photo held. */
export function LiveFilm({ film, on, zoomed }: LiveFilmProps) {
  const [playing, setPlaying] = useState<'silent' | 'with-sound' | null>(null);
  const [wanted, setWanted] = useState(false);
  const { standing, failed } = useFilm(film, wanted);
  const play = (how: 'silent' | 'with-sound'): void => {
    setWanted(true);
    setPlaying(how);
  };
  const stop = (): void => setPlaying(null);
  useHold(on, zoomed ? null : { held: () => play('with-sound'), released: stop });
  return (
    <>
      {playing !== null && standing.state === 'plays' && (
        <Moments key={standing.url} url={standing.url} muted={playing === 'silent'} onEnd={stop} onUnplayable={failed} />
      )}
      <button
        type="button"
        className={`live-button${playing === null ? '' : ' playing'}`}
        aria-pressed={playing !== null}
        title={say('Play the moments around this photo')}
        onPointerEnter={(event) => event.pointerType === 'mouse' && !keepsStill() && play('silent')}
        onPointerLeave={(event) => event.pointerType === 'mouse' && playing === 'silent' && stop()}
        onClick={() => (playing === 'with-sound' ? stop() : play('with-sound'))}
      >
        <Icon name="live" size={17} /> {say('Live')}
      </button>
      {playing !== null && <Words standing={standing} />}
    </>
  );
}

function Words({ standing }: { readonly standing: FilmStanding }) {
  if (standing.state === 'plays') return null;
  return (
    <span className="picture-note" role="status">
      {standing.words}
    </span>
  );
}

interface MomentsProps {
  readonly url: string;
  readonly muted: boolean;
  readonly onEnd: () => void;
  readonly onUnplayable: () => void;
}

function Moments({ url, muted, onEnd, onUnplayable }: MomentsProps) {
  const ref = useReleased();
  const [begun, setBegun] = useState(false);
  return (
    <div className={`live-film${begun ? ' begun' : ''}`}>
      {/* oxlint-disable-next-line jsx-a11y/media-has-caption -- people's own videos come without captions */}
      <video
        ref={ref}
        src={url}
        autoPlay
        playsInline
        muted={muted}
        aria-label={say('The moments around this photo')}
        onPlaying={(event) => (event.currentTarget.videoWidth === 0 ? onUnplayable() : setBegun(true))}
        onEnded={onEnd}
        onError={onUnplayable}
      />
    </div>
  );
}
