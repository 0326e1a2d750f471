import { say, type Asset } from '@rollcall/protocol';
import { lazy, Suspense, useId, useState } from 'react';
import { doAll } from '../library/deletion.ts';
import { library } from '../library/live.ts';
import type { Point, View } from '../map/area.ts';
import { TownSearch } from '../map/TownSearch.tsx';
import { canDrawMaps } from '../map/webgl.ts';
import { Dialog } from '../parts/Dialog.tsx';
import { tell } from '../parts/news.tsx';
import { changedPlace, nearestInTime, readCoordinates, typedCoordinates } from './editPlace.ts';

const PlaceChooser = lazy(() => import('../map/PlaceChooser.tsx'));

/** Where to look: at the place, at where one was at about that time, or at the world. */
function viewOf(asset: Asset): View {
  if (asset.place !== null) return { ...asset.place, zoom: 10 };
  const near = nearestInTime(library().view().replica, asset.id);
  return near === null ? { lat: 25, lon: 10, zoom: 0.8 } : { ...near, zoom: 7 };
}

/** Where a photo was taken: by a click on a map, the name of a town, or coordinates. The file itself stays as it is. */
export function EditPlace({ asset, onClose }: { readonly asset: Asset; readonly onClose: () => void }) {
  // What stood there when it was opened: what came meanwhile is not written over by what nobody changed.
  const [before] = useState(asset.place);
  const [view] = useState(() => viewOf(asset));
  const [typed, setTyped] = useState(before === null ? '' : typedCoordinates(before));
  const [trouble, setTrouble] = useState<string | null>(null);
  const [busy, setBusy] = useState(false);
  const id = useId();
  const at = pointOf(typed);
  const set = (point: Point | null): void => {
    setTrouble(null);
    setTyped(point === null ? '' : typedCoordinates(point));
  };
  const save = async (): Promise<void> => {
    let fields;
    try {
      fields = changedPlace(before, typed);
    } catch (error) {
      if (!(error instanceof RangeError)) throw error;
      return setTrouble(error.message);
    }
    if (fields === null) return onClose();
    setBusy(true);
    if (!(await doAll([{ name: 'asset.set', args: { assetId: asset.id, fields } }]))) return setBusy(false);
    tell(fields.place === null ? say('Place removed, on all your devices.') : say('Place saved, on all your devices.'), {
      undo: { words: say('Undo'), act: () => void doAll([{ name: 'asset.set', args: { assetId: asset.id, fields: { place: before } } }]) },
    });
    onClose();
  };
  return (
    <Dialog
      title={before === null ? say('Add the place') : say('Change the place')}
      wide
      onClose={onClose}
      onSubmit={() => void save()}
      actions={
        <>
          {typed !== '' && (
            <button type="button" className="text-button place-remove" onClick={() => set(null)}>
              {say('Remove the place')}
            </button>
          )}
          <button type="button" className="button" onClick={onClose}>
            {say('Cancel')}
          </button>
          <button type="submit" className="button primary" disabled={busy}>
            {say('Save')}
          </button>
        </>
      }
    >
      <div className="field-row">
        <TownSearch near={view.zoom < 2 ? null : { lat: view.lat, lon: view.lon }} onChoose={set} />
        <div className="field">
          <label htmlFor={id}>{say('Coordinates')}</label>
          <input
            id={id}
            type="text"
            autoComplete="off"
            spellCheck={false}
            value={typed}
            maxLength={100}
            aria-describedby={`${id}-hint`}
            onChange={(event) => {
              setTrouble(null);
              setTyped(event.currentTarget.value);
            }}
          />
          <span className="hint" id={`${id}-hint`}>
            {say('Latitude, longitude')}
          </span>
        </div>
      </div>
      {canDrawMaps() ? (
        <>
          <Suspense fallback={<div className="place-chooser" />}>
            <PlaceChooser at={at} view={view} onChoose={set} />
          </Suspense>
          <p className="hint">{say('Click where it was taken, or drag the pin.')}</p>
        </>
      ) : (
        <p className="hint">{say('This browser cannot draw a map: WebGL is switched off or missing.')}</p>
      )}
      <p className="form-trouble" role="alert">
        {trouble}
      </p>
    </Dialog>
  );
}

/** Null also for what is no place yet: somebody is typing. */
function pointOf(typed: string): Point | null {
  try {
    return readCoordinates(typed);
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    return null;
  }
}
