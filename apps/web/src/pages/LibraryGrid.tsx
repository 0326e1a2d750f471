import { say } from '@rollcall/protocol';
import { lazy, Suspense, useEffect, useMemo, useState, type ReactNode } from 'react';
import { AddToAlbum } from '../albums/AddToAlbum.tsx';
import type { Section } from '../grid/layout.ts';
import { PhotoGrid } from '../grid/PhotoGrid.tsx';
import { NOTHING } from '../grid/selection.ts';
import { framesOf, tileOf, type Bursts } from '../library/bursts.ts';
import { hidePhotos, moveToDeleted, showPhotos, toggleFavourites } from '../library/deletion.ts';
import type { Item } from '../library/item.ts';
import { useLibrary } from '../library/live.ts';
import { Icon } from '../parts/Icon.tsx';
import { PlayAll } from '../slideshow/PlayButton.tsx';
import { DownloadDialog } from './DownloadDialog.tsx';
import { SelectionBar } from './SelectionBar.tsx';
import { loadViewer, OpenViewer } from './OpenViewer.tsx';
import { useViewer } from './useViewer.ts';

const Slideshow = lazy(() => import('../slideshow/Slideshow.tsx'));

interface LibraryGridProps {
  /** What it shows, for who does not see it; also the name of the place that is remembered. */
  readonly label: string;
  readonly sections: readonly Section[];
  /** The same photos in the same order, each burst with all its frames: what the viewer walks through. */
  readonly stretches: readonly { readonly items: readonly Item[] }[];
  readonly lead?: ReactNode;
  readonly scrubber?: boolean;
  /** Somebody types, and it will be another page in a moment. */
  readonly changing?: boolean;
  /** What more can be done with what is chosen: all photos that the chosen tiles stand for. */
  readonly renderTools?: (chosen: readonly string[], clear: () => void) => ReactNode;
  /** Photos were dragged before another one, or behind all (null). */
  readonly onReorder?: (ids: readonly string[], before: string | null) => void;
  /** A photo that is to be in sight. */
  readonly show?: string | null;
  /** Shown while nothing is there. */
  readonly empty: ReactNode;
}

/** Live photos of the library: to look at, choose, favour, put into albums and delete. */
export function LibraryGrid(props: LibraryGridProps) {
  const { label, sections, stretches, lead, scrubber, changing = false, renderTools, onReorder, show = null, empty } = props;
  const { replica } = useLibrary();
  const bursts = useMemo<Bursts>(() => new Map(sections.flatMap((section) => [...(section.bursts ?? [])])), [sections]);
  const [selection, setSelection] = useState(NOTHING);
  const [adding, setAdding] = useState<readonly string[] | null>(null);
  const [downloading, setDownloading] = useState<readonly string[] | null>(null);
  const [playing, setPlaying] = useState<Playing | null>(null);
  const viewer = useViewer();
  const { photo: opened } = viewer;
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
  if (sections.length === 0 && opened === null && playing === null) return empty;
  const chosen = framesOf(bursts, [...selection.ids]);
  const hidden = chosen.length > 0 && chosen.every((id) => replica.live.get(id)?.hidden === true);
  const allFavourites = chosen.every((id) => replica.live.get(id)?.favourite === true);
  // Of a burst the photo that stands for it.
  const all = (): readonly string[] => sections.flatMap(({ items }) => items.map(({ id }) => id));
  const played = chosen.length === 0 ? [] : selectedInOrder(sections, selection.ids);
  return (
    <PlayAll value={() => setPlaying({ ids: all(), from: null })}>
      <PhotoGrid
        label={label}
        sections={sections}
        selection={selection}
        onSelect={setSelection}
        onOpen={viewer.open}
        onDelete={removeChosen}
        onFavourite={(ids) => void toggleFavourites(framesOf(bursts, ids))}
        lead={lead}
        scrubber={scrubber ?? false}
        changing={changing}
        returnTo={(viewer.last ?? show) === null ? null : tileOf(bursts, viewer.last ?? show ?? '')}
        {...(onReorder ? { onReorder } : {})}
      />
      {selection.ids.size > 0 && (
        <SelectionBar count={chosen.length} onClear={clear}>
          <button type="button" className="bar-button" onClick={() => void toggleFavourites(chosen).then(clear)}>
            <Icon name="heart" filled={allFavourites} />
            <span>{allFavourites ? say('Remove favourite') : say('Favourite')}</span>
          </button>
          <button type="button" className="bar-button" onClick={() => setAdding(chosen)}>
            <Icon name="album" />
            <span>{say('Add to album')}</span>
          </button>
          <button type="button" className="bar-button" onClick={() => void (hidden ? showPhotos(chosen) : hidePhotos(chosen)).then(clear)}>
            <Icon name={hidden ? 'eye' : 'hide'} />
            <span>{hidden ? say('Show') : say('Hide')}</span>
          </button>
          {played.length > 1 && (
            <button type="button" className="bar-button" onClick={() => setPlaying({ ids: played, from: null })}>
              <Icon name="show" />
              <span>{say('Slideshow')}</span>
            </button>
          )}
          <button type="button" className="bar-button" onClick={() => setDownloading(chosen)}>
            <Icon name="download" />
            <span>{say('Download')}</span>
          </button>
          {renderTools?.(chosen, clear)}
          <button type="button" className="bar-button danger" onClick={() => removeChosen([...selection.ids])}>
            <Icon name="trash" />
            <span>{say('Delete')}</span>
          </button>
        </SelectionBar>
      )}
      {downloading !== null && <DownloadDialog ids={downloading} onClose={() => setDownloading(null)} />}
      {adding !== null && <AddToAlbum ids={adding} onClose={() => setAdding(null)} onAdded={clear} />}
      {playing !== null && (
        <Suspense>
          <Slideshow
            {...playing}
            onClose={(last) => {
              setPlaying(null);
              // Who began it at a photo goes on looking where it ended.
              if (opened !== null && last !== null) viewer.move(last);
            }}
          />
        </Suspense>
      )}
      {opened !== null && playing === null && (
        <OpenViewer
          viewer={viewer}
          sections={stretches}
          onPlay={() => setPlaying({ ids: withOne(all(), opened, tileOf(bursts, opened)), from: opened })}
        />
      )}
    </PlayAll>
  );
}

/** What is shown as a slideshow, and with which photo it begins. */
interface Playing {
  readonly ids: readonly string[];
  readonly from: string | null;
}

/** The chosen tiles in the order of the page. */
function selectedInOrder(sections: readonly Section[], ids: ReadonlySet<string>): readonly string[] {
  return sections.flatMap(({ items }) => items.filter(({ id }) => ids.has(id)).map(({ id }) => id));
}

/** The photo that is open, in place of the one that stands for its burst. */
function withOne(ids: readonly string[], open: string, tile: string): readonly string[] {
  return ids.map((id) => (id === tile ? open : id));
}
