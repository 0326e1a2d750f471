import { say, type PlaceName } from '@rollcall/protocol';
import { ScaleControl, type GeoJSONSource, type Map as Drawing } from 'maplibre-gl';
import { useEffect, useRef, useState } from 'react';
import { createPortal } from 'react-dom';
import { Icon } from '../parts/Icon.tsx';
import { areaOf, type Area, type Point, type View } from './area.ts';
import { areaInSight, edgesOf, WHOLE, ZOOM } from './draw.ts';
import { MapButtons } from './MapButtons.tsx';
import { photoAt, type Placed } from './points.ts';
import { PhotoSpot } from './PhotoSpot.tsx';
import { spotsOf, type Spot } from './spots.ts';
import { useDrawn } from './useDrawn.ts';

/** Pixels within which photos stand as one, and between two looks at what stands where. */
const CLUSTER = 68;
const LOOK_EVERY = 150;
const SOURCE = 'photos';

interface PhotoMapProps {
  readonly placed: Placed;
  /** Where to look; null: at all photos. */
  readonly view: View | null;
  readonly nameOf: (at: Point) => PlaceName | null;
  readonly onLook: (view: View, area: Area) => void;
  readonly onPhoto: (id: string) => void;
  readonly onArea: (area: Area) => void;
}

/** All photos on a map; those that are too near each other stand as one, with their number. */
export default function PhotoMap({ placed, view, nameOf, onLook, onPhoto, onArea }: PhotoMapProps) {
  // Where all photos are it begins at once: what stands where is worked out for that, and for nothing before it.
  const [begin] = useState(() => view ?? areaOf(placed.photos));
  const { ref, map } = useDrawn({ view: begin ?? { lat: 25, lon: 10, zoom: 1.2 }, label: say('Map of your photos'), moves: true });
  const [spots, setSpots] = useState<readonly Spot[]>([]);
  const list = useRef<HTMLUListElement>(null);
  const latest = useRef({ placed, onLook });
  latest.current = { placed, onLook };

  useEffect(() => {
    map?.addControl(new ScaleControl({ maxWidth: 96 }), 'bottom-left');
  }, [map]);

  // Photos that come, go or move.
  const { points } = placed;
  useEffect(() => {
    if (map === null) return;
    const source = map.getSource<GeoJSONSource>(SOURCE);
    if (source) return void source.setData(points);
    map.addSource(SOURCE, {
      type: 'geojson',
      data: points,
      cluster: true,
      clusterRadius: CLUSTER,
      clusterMaxZoom: ZOOM.most,
      maxzoom: ZOOM.most + 1,
      clusterProperties: { n: ['max', ['get', 'n']] },
    });
    // Not seen: it has the map work out what stands where.
    map.addLayer({ id: SOURCE, type: 'circle', source: SOURCE, paint: { 'circle-radius': 1, 'circle-opacity': 0 } });
  }, [map, points]);

  // Once, where nobody said where to look, and no photo was there yet.
  const looked = useRef(begin !== null);
  useEffect(() => {
    if (map === null || looked.current) return;
    const all = areaOf(placed.photos);
    if (all === null) return;
    looked.current = true;
    fit(map, all, false);
  }, [map, placed]);

  // Back and forward: the address says where to look.
  const told = view === null ? null : `${view.lat},${view.lon},${view.zoom}`;
  useEffect(() => {
    if (map === null || view === null) return;
    const { lng, lat } = map.getCenter();
    const far = Math.abs(lng - view.lon) > 1e-4 || Math.abs(lat - view.lat) > 1e-4 || Math.abs(map.getZoom() - view.zoom) > 0.02;
    if (far && !map.isMoving()) map.jumpTo({ center: [view.lon, view.lat], zoom: view.zoom });
    // oxlint-disable-next-line react-hooks/exhaustive-deps -- when the address says another place
  }, [map, told]);

  useEffect(() => {
    if (map === null) return;
    let timer: ReturnType<typeof setTimeout> | null = null;
    const place = (): void => placeAll(map, list.current);
    const look = (): void => {
      timer = null;
      // While pieces are on their way those of another scale stand in for them.
      if (map.getSource(SOURCE) && map.isSourceLoaded(SOURCE)) setSpots(spotsOf(map, SOURCE));
    };
    const soon = (): void => {
      timer ??= setTimeout(look, LOOK_EVERY);
    };
    const rest = (): void => {
      // Not before one looks at something.
      if (!looked.current) return;
      const { lat, lng } = map.getCenter().wrap();
      latest.current.onLook({ lat, lon: lng, zoom: map.getZoom() }, areaInSight(map));
    };
    map.on('move', place);
    map.on('move', soon);
    map.on('sourcedata', soon);
    map.on('idle', soon);
    map.on('moveend', rest);
    rest();
    soon();
    return () => {
      if (timer !== null) clearTimeout(timer);
      map.off('move', place);
      map.off('move', soon);
      map.off('sourcedata', soon);
      map.off('idle', soon);
      map.off('moveend', rest);
    };
  }, [map]);
  useEffect(() => {
    if (map !== null) placeAll(map, list.current);
  }, [map, spots]);

  const choose = async ({ cluster, count, n, lat, lon }: Spot): Promise<void> => {
    const source = map?.getSource<GeoJSONSource>(SOURCE);
    if (map === null || !source) return;
    const photo = photoAt(latest.current.placed, n);
    if (cluster === null) return photo && onPhoto(photo.item.id);
    try {
      const apart = await source.getClusterExpansionZoom(cluster);
      if (apart <= ZOOM.most) return void map.easeTo({ center: [lon, lat], zoom: Math.min(ZOOM.most, Math.max(apart, map.getZoom() + 1)) });
      const leaves = await source.getClusterLeaves(cluster, count, 0);
      const area = areaOf(leaves.flatMap(({ geometry }) => (geometry.type === 'Point' ? [pointOf(geometry.coordinates)] : [])));
      if (area !== null) onArea(area);
    } catch {
      // The photos have changed meanwhile, and stand otherwise in a moment.
    }
  };

  return (
    <div className="photo-map">
      <div className="map-canvas" ref={ref} />
      {map !== null &&
        createPortal(
          <ul className="map-spots" aria-label={say('Photos in sight')} ref={list}>
            {spots.map((spot) => {
              const photo = photoAt(placed, spot.n);
              return (
                <li key={spot.key} data-lat={spot.lat} data-lon={spot.lon}>
                  {photo && <PhotoSpot item={photo.item} count={spot.count} place={nameOf(photo)} onChoose={() => void choose(spot)} />}
                </li>
              );
            })}
          </ul>,
          map.getCanvasContainer(),
        )}
      <MapButtons map={map}>
        <button
          type="button"
          className="icon-button"
          aria-label={say('All photos in sight')}
          title={say('All photos in sight')}
          onClick={() => {
            const all = areaOf(placed.photos);
            if (map !== null && all !== null) fit(map, all, true);
          }}
        >
          <Icon name="whole" size={20} />
        </button>
      </MapButtons>
    </div>
  );
}

function pointOf([lon = 0, lat = 0]: readonly number[]): Point {
  return { lat, lon };
}

function fit(map: Drawing, area: Area, slowly: boolean): void {
  map.fitBounds(edgesOf(area), { ...WHOLE, animate: slowly });
}

/** Puts each spot where its place is on the screen now. */
function placeAll(map: Drawing, list: HTMLElement | null): void {
  if (list === null) return;
  const middle = map.getCenter().lng;
  for (const each of list.children) {
    if (!(each instanceof HTMLElement)) continue;
    const lon = Number(each.dataset['lon']);
    // Round the globe, the one that is nearest to what one looks at.
    const { x, y } = map.project([lon + 360 * Math.round((middle - lon) / 360), Number(each.dataset['lat'])]);
    each.style.transform = `translate(${x}px, ${y}px)`;
  }
}
