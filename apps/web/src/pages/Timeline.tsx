import { LinkCommands } from '../devices/LinkCommands.tsx';
import { lazy, Suspense, useEffect, useMemo, useState } from 'react';
import type { Section } from '../grid/layout.ts';
import { PhotoGrid } from '../grid/PhotoGrid.tsx';
import { NOTHING } from '../grid/selection.ts';
import { framesOf, holdBursts, tileOf, type Bursts } from '../library/bursts.ts';
import { dayStart, todayOf } from '../library/capture.ts';
import { useLibrary } from '../library/live.ts';
import { restore } from '../library/act.ts';
import { doAll, moveToDeleted, toggleFavourites } from '../library/deletion.ts';
import type { Day } from '../library/timeline.ts';
import { Icon, Mark } from '../parts/Icon.tsx';
import { pickFiles } from '../upload/UploadButton.tsx';
import { useNow } from '../parts/useNow.ts';
import { dayTitle, fullDay } from '../words.ts';
import { SelectionBar } from './SelectionBar.tsx';
import { useViewer } from './useViewer.ts';
import { useTitle } from '../parts/useTitle.ts';

const loadViewer = () => import('../viewer/Viewer.tsx');
const Viewer = lazy(loadViewer);

// The section of a day that did not change is the same value, and so is all that is made of it.
const known = new WeakMap<Day, Section>();

function sectionOf(day: Day, today: number): Section {
  const start = dayStart(day.day);
  const title = dayTitle(day.day, today);
  const before = known.get(day);
  if (before?.title === title) return before;
  const section: Section = { key: String(day.day), title, fullTitle: fullDay(start), ...holdBursts(day.items) };
  known.set(day, section);
  return section;
}

/** All photos and videos, newest first. */
export function TimelinePage() {
  const { replica, status } = useLibrary();
  const { timeline } = replica;
  useTitle('Photos');
  const now = useNow();
  const today = todayOf(now);
  const sections = useMemo(() => timeline.days.map((day) => sectionOf(day, today)), [timeline, today]);
  const bursts = useMemo<Bursts>(() => new Map(sections.flatMap((section) => [...(section.bursts ?? [])])), [sections]);
  const [selection, setSelection] = useState(NOTHING);
  const viewer = useViewer();
  // Fetched before it is wanted, so that the first photo opens at once.
  useEffect(() => {
    const timer = setTimeout(() => void loadViewer(), 1_000);
    return () => clearTimeout(timer);
  }, []);
  const clear = (): void => setSelection(NOTHING);
  // What is done to a tile is done to all that it stands for; the viewer is for one by one.
  const removeChosen = (ids: readonly string[]): void => {
    void moveToDeleted(framesOf(bursts, ids));
    clear();
  };
  if (timeline.count === 0 && viewer.photo === null) return status.state === 'loading' ? <Loading /> : <Empty />;
  const chosen = framesOf(bursts, [...selection.ids]);
  const allFavourites = chosen.every((id) => replica.live.get(id)?.favourite === true);
  return (
    <>
      <h1 className="visually-hidden">Photos</h1>
      <PhotoGrid
        label="Photos and videos, newest first"
        sections={sections}
        selection={selection}
        onSelect={setSelection}
        onOpen={viewer.open}
        onDelete={removeChosen}
        onFavourite={(ids) => void toggleFavourites(framesOf(bursts, ids))}
        scrubber
        returnTo={viewer.last === null ? null : tileOf(bursts, viewer.last)}
      />
      {selection.ids.size > 0 && (
        <SelectionBar count={chosen.length} onClear={clear}>
          <button type="button" className="bar-button" onClick={() => void toggleFavourites(chosen).then(clear)}>
            <Icon name="heart" filled={allFavourites} />
            <span>{allFavourites ? 'Remove favourite' : 'Favourite'}</span>
          </button>
          <button type="button" className="bar-button danger" onClick={() => removeChosen([...selection.ids])}>
            <Icon name="trash" />
            <span>Delete</span>
          </button>
        </SelectionBar>
      )}
      {viewer.photo !== null && (
        <Suspense>
          <Viewer
            id={viewer.photo}
            sections={timeline.days}
            where="library"
            onMove={viewer.move}
            onClose={viewer.close}
            onDelete={(ids) => void moveToDeleted(ids)}
            onRestore={(ids) => void doAll(restore(ids))}
          />
        </Suspense>
      )}
    </>
  );
}

function Loading() {
  return (
    <div className="nothing" role="status">
      <h1 className="visually-hidden">Photos</h1>
      <p className="quiet">Your library is loading…</p>
    </div>
  );
}

function Empty() {
  return (
    <div className="nothing">
      <Mark size={64} />
      <h1>No photos yet</h1>
      <p>
        Drop photos, videos or whole folders anywhere on this page. Or make a folder on a computer a device of your library, and everything
        in it comes by itself:
      </p>
      <LinkCommands />
      <div className="nothing-actions">
        <button type="button" className="button primary" onClick={() => pickFiles(false)}>
          <Icon name="upload" size={18} /> Choose photos
        </button>
        <button type="button" className="button" onClick={() => pickFiles(true)}>
          <Icon name="folder" size={18} /> Choose a folder
        </button>
      </div>
    </div>
  );
}
