import { say } from '@rollcall/protocol';
import { Marker } from 'maplibre-gl';
import { useEffect, useRef } from 'react';
import { Icon } from '../parts/Icon.tsx';
import type { Point, View } from './area.ts';
import { MapButtons } from './MapButtons.tsx';
import { pinElement } from './pin.ts';
import { useDrawn } from './useDrawn.ts';

interface PlaceChooserProps {
  /** Where the pin is; null: there is none. */
  readonly at: Point | null;
  readonly view: View;
  readonly onChoose: (at: Point) => void;
}

/** So near one looks at least when a place comes from elsewhere: a town was chosen, or coordinates were typed. */
const NEAR = 9;

/** A map on which one clicks where a photo was taken, or drags the pin there. */
export default function PlaceChooser({ at, view, onChoose }: PlaceChooserProps) {
  const { ref, map } = useDrawn({ view, label: say('Map: choose the place'), moves: true });
  const latest = useRef(onChoose);
  latest.current = onChoose;
  useEffect(() => {
    if (map === null) return;
    const click = map.on('click', ({ lngLat }) => {
      const { lng, lat } = lngLat.wrap();
      latest.current({ lat, lon: lng });
    });
    return () => click.unsubscribe();
  }, [map]);
  const [lat, lon] = [at?.lat ?? null, at?.lon ?? null];
  useEffect(() => {
    if (map === null || lat === null || lon === null) return;
    const marker = new Marker({ element: pinElement(), anchor: 'bottom', draggable: true }).setLngLat([lon, lat]).addTo(map);
    marker.on('dragend', () => {
      const there = marker.getLngLat().wrap();
      latest.current({ lat: there.lat, lon: there.lng });
    });
    if (!map.getBounds().contains([lon, lat])) map.easeTo({ center: [lon, lat], zoom: Math.max(NEAR, map.getZoom()) });
    return () => {
      marker.remove();
    };
  }, [map, lat, lon]);
  /** For who does not point: the pin goes to the middle, which arrow keys move. */
  const middle = (): void => {
    const there = map?.getCenter().wrap();
    if (there) onChoose({ lat: there.lat, lon: there.lng });
  };
  return (
    <div className="place-chooser">
      <div className="map-canvas" ref={ref} />
      <MapButtons map={map}>
        <button
          type="button"
          className="icon-button"
          aria-label={say('Put the pin in the middle')}
          title={say('Put the pin in the middle')}
          onClick={middle}
        >
          <Icon name="pin" size={20} />
        </button>
      </MapButtons>
    </div>
  );
}
