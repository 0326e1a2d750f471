import { say } from '@rollcall/protocol';
import { useGridZoom, zoomGrid } from '../grid/zoom.ts';
import { Icon } from '../parts/Icon.tsx';
import { PlayIcon } from '../slideshow/PlayButton.tsx';

/** All photos, or years or months, each by one photo. */
export type Look = 'years' | 'months' | 'all';

const LOOKS: readonly (readonly [look: Look, words: string])[] = [
  ['years', say('Years')],
  ['months', say('Months')],
  ['all', say('All photos')],
];

/** How one looks at the timeline, and how large. */
export function TimelineHead({ by, onChange }: { readonly by: Look; readonly onChange: (by: Look) => void }) {
  const { smallest, largest } = useGridZoom();
  return (
    <div className="timeline-head">
      <div className="segments small" role="radiogroup" aria-label={say('Look at')}>
        {LOOKS.map(([look, words]) => (
          <label key={look} className="segment">
            <input type="radio" name="look" checked={by === look} onChange={() => onChange(look)} />
            {words}
          </label>
        ))}
      </div>
      {by === 'all' && (
        <div className="zoom-buttons">
          <PlayIcon />
          <button
            type="button"
            className="icon-button"
            aria-label={say('Smaller')}
            title={say('Smaller (-)')}
            disabled={smallest}
            onClick={() => zoomGrid(-1)}
          >
            <Icon name="minus" size={18} />
          </button>
          <button
            type="button"
            className="icon-button"
            aria-label={say('Larger')}
            title={say('Larger (+)')}
            disabled={largest}
            onClick={() => zoomGrid(1)}
          >
            <Icon name="plus" size={18} />
          </button>
        </div>
      )}
    </div>
  );
}
