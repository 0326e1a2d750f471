import { say } from '@rollcall/protocol';
import type { Map as Drawing } from 'maplibre-gl';
import type { ReactNode } from 'react';
import { Icon } from '../parts/Icon.tsx';

/** How near one looks at a map, and what else is pressed there. */
export function MapButtons({ map, children }: { readonly map: Drawing | null; readonly children: ReactNode }) {
  return (
    <div className="map-buttons">
      <button
        type="button"
        className="icon-button"
        aria-label={say('Look nearer')}
        title={say('Look nearer (+)')}
        onClick={() => map?.zoomIn()}
      >
        <Icon name="plus" size={20} />
      </button>
      <button
        type="button"
        className="icon-button"
        aria-label={say('Look from further away')}
        title={say('Look from further away (-)')}
        onClick={() => map?.zoomOut()}
      >
        <Icon name="minus" size={20} />
      </button>
      {children}
    </div>
  );
}
