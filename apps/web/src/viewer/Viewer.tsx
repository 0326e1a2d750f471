import { say } from '@rollcall/protocol';
import { lazy, Suspense, useEffect, useRef, useState } from 'react';
import { createPortal } from 'react-dom';
import { previewUrl } from '../grid/pictures.ts';
import type { Item } from '../library/item.ts';
import { useLibrary } from '../library/live.ts';
import { resolve, resourcesOf, shownResource } from '../library/replica.ts';
import { toggleFavourites } from '../library/deletion.ts';
import { whyNotEdited } from '../edit/beginning.ts';
import { Icon } from '../parts/Icon.tsx';
import { tell } from '../parts/news.tsx';
import { remember, remembered } from '../parts/remember.ts';
import { trapTab } from '../parts/trapTab.ts';
import { useHeldFocus } from '../parts/useHeldFocus.ts';
import { fullWay, sharpest } from '../library/showable.ts';
import { fullDay } from '../words.ts';
import { BurstStrip } from './BurstStrip.tsx';
import { InfoPanel } from './InfoPanel.tsx';
import { Stage } from './Stage.tsx';
import { ViewerBar } from './ViewerBar.tsx';

const Editor = lazy(() => import('../edit/Editor.tsx'));

/** Photos in the order of the page, each burst with all its frames. */
type Stretches = readonly { readonly items: readonly Item[] }[];

interface ViewerProps {
  readonly id: string;
  readonly sections: Stretches;
  readonly where: 'library' | 'deleted';
  readonly onMove: (id: string) => void;
  readonly onClose: () => void;
  readonly onDelete: (ids: readonly string[]) => void;
  readonly onRestore?: (ids: readonly string[]) => void;
  /** Goes on from here by itself. */
  readonly onPlay?: () => void;
}

export default function Viewer({ id: asked, sections, where, onMove, onClose, onDelete, onRestore, onPlay }: ViewerProps) {
  const { replica, status } = useLibrary();
  const id = resolve(replica, asked);
  const known = replica.assets.get(id);
  const item = replica.live.get(id) ?? replica.trashed.get(id) ?? null;
  const [info, setInfo] = useState(() => window.matchMedia('(min-width: 1400px)').matches && remembered('info') === 'open');
  const [full, setFull] = useState(false);
  const [editing, setEditing] = useState(false);
  const ref = useRef<HTMLDivElement>(null);
  const { previous, next } = neighbours(sections, id);
  const frames = where === 'library' && item ? framesBeside(sections, item) : [];

  useHeldFocus(ref);
  useEffect(() => {
    setFull(false);
    setEditing(false);
  }, [id]);
  useEffect(() => {
    // The neighbours are fetched while one looks, so that an arrow shows them at once.
    for (const near of [next, previous]) {
      if (near?.picture.state === 'ready' && near.kind === 'photo') new Image().src = previewUrl(near)!;
    }
  }, [next, previous]);

  // A link may lead from the library to a photo that was deleted: there it can be restored, and no more.
  const canDelete = where === 'deleted' || known?.asset.state === 'live';
  const toggleInfo = (): void => {
    remember('info', info ? null : 'open');
    setInfo(!info);
  };
  const remove = (): void => {
    const at = frames.findIndex((frame) => frame.id === id);
    const follower = frames[at + 1] ?? frames[at - 1] ?? next ?? previous;
    onDelete([id]);
    if (where === 'deleted') return;
    if (follower) onMove(follower.id);
    else onClose();
  };
  const shown = known && shownResource(replica, known.asset);
  const edit = (): void => {
    const why = item === null ? null : whyNotEdited(item, shown);
    if (why === null) setEditing(true);
    else tell(why);
  };
  const canEdit = where === 'library' && item !== null && known?.asset.state === 'live';
  useKeys((event) => {
    trapTab(event, ref.current);
    if (event.ctrlKey || event.metaKey || event.altKey || event.target instanceof HTMLVideoElement) {
      if (event.key === 'Escape') onClose();
      return;
    }
    const keys: Readonly<Record<string, (() => void) | undefined>> = {
      Escape: onClose,
      ArrowLeft: previous && (() => onMove(previous.id)),
      ArrowRight: next && (() => onMove(next.id)),
      ' ': event.target instanceof HTMLButtonElement ? undefined : () => playOrPause(ref.current),
      i: toggleInfo,
      p: onPlay,
      f: where === 'library' ? () => void toggleFavourites([id]) : undefined,
      e: canEdit ? edit : undefined,
      Delete: canDelete ? remove : undefined,
      Backspace: canDelete ? remove : undefined,
    };
    const action = keys[event.key];
    if (!action) return;
    event.preventDefault();
    action();
  });

  const resources = resourcesOf(replica, id);
  const canShowFull = item !== null && fullWay(item, shown?.mime) !== 'none';

  return createPortal(
    <div
      className={`viewer${info ? ' with-info' : ''}`}
      role="dialog"
      aria-modal="true"
      aria-label={item ? `${item.fileName}, ${fullDay(item.at)}` : say('Photo')}
      ref={ref}
      tabIndex={-1}
    >
      <ViewerBar
        item={item}
        asset={known?.asset}
        resources={resources}
        where={known?.asset.state === 'trashed' ? 'deleted' : 'library'}
        info={info}
        sharpest={say(sharpest(shown?.mime))}
        onClose={onClose}
        onInfo={toggleInfo}
        onFavourite={() => void toggleFavourites([id])}
        {...(canEdit ? { onEdit: edit } : {})}
        {...(canDelete ? { onDelete: remove } : {})}
        {...(canShowFull ? { full, onFull: setFull } : {})}
        {...(onPlay ? { onPlay } : {})}
        {...(onRestore ? { onRestore: () => onRestore([id]) } : {})}
      />
      <div className="viewer-stage">
        {item && known ? (
          <Stage
            key={id}
            item={item}
            asset={known.asset}
            resources={resources}
            shown={shown}
            full={full}
            onFull={() => setFull(true)}
            onSwipe={(to) => {
              if (to === 'close') onClose();
              const neighbour = to === 'next' ? next : to === 'previous' ? previous : null;
              if (neighbour) onMove(neighbour.id);
            }}
          />
        ) : (
          <p className="viewer-gone">
            {status.state === 'loading'
              ? say('Your library is loading…')
              : known?.asset.state === 'purged'
                ? say('This photo was deleted for good.')
                : say('This photo is not in your library.')}
          </p>
        )}
        {previous && <Arrow to="previous" label={say('Newer photo (left arrow)')} onPress={() => onMove(previous.id)} />}
        {next && <Arrow to="next" label={say('Older photo (right arrow)')} onPress={() => onMove(next.id)} />}
      </div>
      {frames.length > 1 && <BurstStrip frames={frames} current={id} onMove={onMove} />}
      {editing && known && item && (
        <Suspense fallback={null}>
          <Editor
            item={item}
            asset={known.asset}
            resources={resources}
            onClose={(saved) => {
              setEditing(false);
              // Its preview is made later; all its pixels are there already.
              if (saved) setFull(true);
            }}
          />
        </Suspense>
      )}
      {info && known && item && <InfoPanel asset={known.asset} onClose={toggleInfo} />}
    </div>,
    document.body,
  );
}

interface ArrowProps {
  readonly to: 'previous' | 'next';
  readonly label: string;
  readonly onPress: () => void;
}

function Arrow({ to, label, onPress }: ArrowProps) {
  return (
    <button type="button" className={`viewer-arrow ${to}`} aria-label={label} onClick={onPress}>
      <Icon name={to === 'previous' ? 'left' : 'right'} size={28} />
    </button>
  );
}

/** The photos before and after one, in the order of the page. Looks at every photo: for a key press, not for a frame. */
function neighbours(sections: Stretches, id: string): { readonly previous: Item | undefined; readonly next: Item | undefined } {
  let previous: Item | undefined;
  for (let index = 0; index < sections.length; index += 1) {
    const { items } = sections[index]!;
    const at = items.findIndex((item) => item.id === id);
    if (at < 0) {
      previous = items[items.length - 1] ?? previous;
      continue;
    }
    return { previous: items[at - 1] ?? previous, next: items[at + 1] ?? sections[index + 1]?.items[0] };
  }
  return { previous: undefined, next: undefined };
}

/** All frames of the burst that a photo is of, in the order of the page; none where it is of none. */
function framesBeside(sections: Stretches, { id, burst }: Item): readonly Item[] {
  if (burst === null) return [];
  const { items = [] } = sections.find((section) => section.items.some((item) => item.id === id)) ?? {};
  return items.filter((item) => item.burst?.id === burst.id);
}

/** Of a film that is open. */
function playOrPause(element: HTMLElement | null): void {
  const film = element?.querySelector<HTMLVideoElement>('.film video');
  if (!film) return;
  if (!film.paused) film.pause();
  // What cannot be played says so itself.
  else film.play().catch(() => undefined);
}

/** Keys are heard wherever the focus is: what had it may just have been closed. A question over the photo hears its own. */
function useKeys(pressed: (event: KeyboardEvent) => void): void {
  const latest = useRef(pressed);
  latest.current = pressed;
  useEffect(() => {
    const hear = (event: KeyboardEvent): void => {
      if (!event.defaultPrevented && document.querySelector('dialog[open]') === null) latest.current(event);
    };
    window.addEventListener('keydown', hear);
    return () => window.removeEventListener('keydown', hear);
  }, []);
}
