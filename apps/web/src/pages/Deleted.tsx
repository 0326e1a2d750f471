import { Link } from '@tanstack/react-router';
import { LIMITS, say, sayMany } from '@rollcall/protocol';
import { lazy, Suspense, useCallback, useMemo, useState } from 'react';
import type { Section } from '../grid/layout.ts';
import { PhotoGrid } from '../grid/PhotoGrid.tsx';
import { NOTHING } from '../grid/selection.ts';
import { rich } from '../language/rich.tsx';
import { restore } from '../library/act.ts';
import { doAll } from '../library/deletion.ts';
import type { Item } from '../library/item.ts';
import { useLibrary } from '../library/live.ts';
import { Icon } from '../parts/Icon.tsx';
import { tell } from '../parts/news.tsx';
import { useNow } from '../parts/useNow.ts';
import { PurgeDialog } from './PurgeDialog.tsx';
import { SelectionBar } from './SelectionBar.tsx';
import { useViewer } from './useViewer.ts';
import { useTitle } from '../parts/useTitle.ts';

const Viewer = lazy(() => import('../viewer/Viewer.tsx'));

/** Whole days until it goes for good; at least one while it is still there. */
export function daysLeft(trashedAt: number, now: number): number {
  return Math.max(1, Math.ceil((trashedAt + LIMITS.trash - now) / 86_400_000));
}

/** What was deleted in the last thirty days. */
export function DeletedPage() {
  const { replica } = useLibrary();
  const items = replica.trash;
  useTitle(say('Recently Deleted'));
  const now = useNow();
  const sections = useMemo<readonly Section[]>(
    () => (items.length === 0 ? [] : [{ key: 'deleted', title: '', fullTitle: say('Recently Deleted'), items }]),
    [items],
  );
  const [selection, setSelection] = useState(NOTHING);
  const [asking, setAsking] = useState<readonly string[] | null>(null);
  const viewer = useViewer();
  const noteOf = useCallback(
    (item: Item) => (item.trashedAt === null ? null : sayMany(daysLeft(item.trashedAt, now), '{count} day', '{count} days')),
    [now],
  );
  const clear = (): void => setSelection(NOTHING);
  const bringBack = async (ids: readonly string[]): Promise<void> => {
    clear();
    if (viewer.photo !== null) viewer.close();
    if (await doAll(restore(ids))) tell(sayMany(ids.length, '{count} photo restored', '{count} photos restored'));
  };
  return (
    <div className="page-with-grid">
      <PhotoGrid
        label={say('Recently deleted photos and videos')}
        sections={sections}
        selection={selection}
        onSelect={setSelection}
        onOpen={viewer.open}
        onDelete={setAsking}
        noteOf={noteOf}
        returnTo={viewer.last}
        lead={
          <header className="page-head">
            <div>
              <h1>{say('Recently Deleted')}</h1>
              <p className="quiet">
                {items.length === 0 ? say('Nothing is here.') : sayMany(items.length, '{count} photo.', '{count} photos.')}{' '}
                {say('What you delete stays here for 30 days, on no device, and can be brought back whole. Then it goes for good.')}
              </p>
              <p className="quiet">
                {rich(
                  'It takes room in your cloud until then. To free some up, delete <link>photos</link>, and then delete them here for good.',
                  {
                    link: (text) => <Link to="/">{text}</Link>,
                  },
                )}
              </p>
            </div>
            {items.length > 0 && (
              <button type="button" className="button danger" onClick={() => setAsking(items.map((item) => item.id))}>
                {say('Delete all for good…')}
              </button>
            )}
          </header>
        }
      />
      {selection.ids.size > 0 && (
        <SelectionBar count={selection.ids.size} onClear={clear}>
          <button type="button" className="bar-button" onClick={() => void bringBack([...selection.ids])}>
            <Icon name="restore" />
            <span>{say('Restore')}</span>
          </button>
          <button type="button" className="bar-button danger" onClick={() => setAsking([...selection.ids])}>
            <Icon name="trash" />
            <span>{say('Delete for good')}</span>
          </button>
        </SelectionBar>
      )}
      {viewer.photo !== null && (
        <Suspense>
          <Viewer
            id={viewer.photo}
            sections={sections}
            where="deleted"
            onMove={viewer.move}
            onClose={viewer.close}
            onDelete={setAsking}
            onRestore={(ids) => void bringBack(ids)}
          />
        </Suspense>
      )}
      {asking !== null && (
        <PurgeDialog
          ids={asking}
          onClose={() => setAsking(null)}
          onDone={() => {
            setAsking(null);
            clear();
            if (viewer.photo !== null) viewer.close();
          }}
        />
      )}
    </div>
  );
}
