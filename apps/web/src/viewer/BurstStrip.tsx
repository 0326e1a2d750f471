import { say } from '@rollcall/protocol';
import { useEffect, useRef } from 'react';
import { thumbnailUrl } from '../grid/pictures.ts';
import type { Item } from '../library/item.ts';
import { Icon } from '../parts/Icon.tsx';

interface BurstStripProps {
  /** In the order in which arrows go through them. */
  readonly frames: readonly Item[];
  readonly current: string;
  readonly onMove: (id: string) => void;
}

function frameWords({ fileName: name, favourite }: Item, number: number, all: number): string {
  const about = { number, all, name };
  return favourite ? say('Photo {number} of {all}, {name}, favourite', about) : say('Photo {number} of {all}, {name}', about);
}

/** The frames of a burst in a row, under the one that is looked at. */
export function BurstStrip({ frames, current, onMove }: BurstStripProps) {
  const row = useRef<HTMLDivElement>(null);
  useEffect(() => {
    row.current?.querySelector('[aria-current="true"]')?.scrollIntoView({ block: 'nearest', inline: 'center' });
  }, [current]);
  return (
    <div className="burst-strip" role="group" aria-label={say('Burst of {frames} photos', { frames: frames.length })} ref={row}>
      {frames.map((frame, index) => (
        <button
          key={frame.id}
          type="button"
          className="burst-frame"
          aria-current={frame.id === current}
          aria-label={frameWords(frame, index + 1, frames.length)}
          style={{ aspectRatio: frame.ratio }}
          onClick={() => onMove(frame.id)}
        >
          {frame.picture.state === 'ready' ? (
            <img src={thumbnailUrl(frame) ?? undefined} alt="" draggable={false} />
          ) : (
            <Icon name="photos" size={20} />
          )}
          {frame.favourite && (
            <span className="burst-favourite">
              <Icon name="heart" size={12} filled />
            </span>
          )}
        </button>
      ))}
    </div>
  );
}
