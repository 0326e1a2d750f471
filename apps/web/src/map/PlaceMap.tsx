import { say } from '@rollcall/protocol';
import { Marker } from 'maplibre-gl';
import { useEffect } from 'react';
import type { Point } from './area.ts';
import { pinElement } from './pin.ts';
import { useDrawn } from './useDrawn.ts';

/** How near a single place is shown: with the coast and the towns around. */
const ZOOM = 6.2;

/** A picture of where one place is; for the eye alone, the words stand beside it. */
export default function PlaceMap({ lat, lon }: Point) {
  const { ref, map } = useDrawn({ view: { lat, lon, zoom: ZOOM }, label: say('Where it was taken'), moves: false });
  useEffect(() => {
    if (map === null) return;
    map.jumpTo({ center: [lon, lat], zoom: ZOOM });
    const marker = new Marker({ element: pinElement(), anchor: 'bottom' }).setLngLat([lon, lat]).addTo(map);
    return () => {
      marker.remove();
    };
  }, [map, lat, lon]);
  return <div className="place-map" ref={ref} inert />;
}
