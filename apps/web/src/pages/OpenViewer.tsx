import { lazy, Suspense } from 'react';
import type { Section } from '../grid/layout.ts';
import { restore } from '../library/act.ts';
import { doAll, moveToDeleted } from '../library/deletion.ts';
import type { ViewerPlace } from './useViewer.ts';

/** The viewer is fetched when it is wanted, or a moment before. */
export const loadViewer = () => import('../viewer/Viewer.tsx');
const Viewer = lazy(loadViewer);

interface OpenViewerProps {
  readonly viewer: ViewerPlace;
  /** The photos that lie beside the open one. */
  readonly sections: readonly Pick<Section, 'items'>[];
  readonly onPlay?: () => void;
}

/** The photo of the library that is open, over the page; nothing where none is. */
export function OpenViewer({ viewer, sections, onPlay }: OpenViewerProps) {
  if (viewer.photo === null) return null;
  return (
    <Suspense>
      <Viewer
        id={viewer.photo}
        sections={sections}
        where="library"
        onMove={viewer.move}
        onClose={viewer.close}
        onDelete={(ids) => void moveToDeleted(ids)}
        onRestore={(ids) => void doAll(restore(ids))}
        {...(onPlay ? { onPlay } : {})}
      />
    </Suspense>
  );
}
