import { say } from '@rollcall/protocol';
import { createContext, useContext } from 'react';
import { Icon } from '../parts/Icon.tsx';

/** What plays all photos of the grid around; null: there is none. */
export const PlayAll = createContext<(() => void) | null>(null);

/** The same, where there is little room. */
export function PlayIcon() {
  const play = useContext(PlayAll);
  return (
    play && (
      <button type="button" className="icon-button" aria-label={say('Slideshow')} title={say('Slideshow')} onClick={play}>
        <Icon name="show" size={18} />
      </button>
    )
  );
}

/** Plays all photos of the page as a slideshow. */
export function PlayButton() {
  const play = useContext(PlayAll);
  return (
    play && (
      <button type="button" className="button" onClick={play}>
        <Icon name="show" size={18} /> {say('Slideshow')}
      </button>
    )
  );
}
