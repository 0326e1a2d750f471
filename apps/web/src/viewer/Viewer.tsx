import { useEffect, useRef, useState } from 'react';
import { createPortal } from 'react-dom';
import { previewUrl } from '../grid/pictures.ts';
import type { Item } from '../library/item.ts';
import { useLibrary } from '../library/live.ts';
import { resolve, resourcesOf, shownResource } from '../library/replica.ts';
import { toggleFavourites } from '../library/deletion.ts';
import { Icon } from '../parts/Icon.tsx';
import { remember, remembered } from '../parts/remember.ts';
import { fullWay } from './showable.ts';
import { fullDay } from '../words.ts';
import { BurstStrip } from './BurstStrip.tsx';
import { InfoPanel } from './InfoPanel.tsx';
import { Stage } from './Stage.tsx';
import { ViewerBar } from './ViewerBar.tsx';

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
}

export default function Viewer({ id: asked, sections, where, onMove, onClose, onDelete, onRestore }: ViewerProps) {
  const { replica, status } = useLibrary();
  const id = resolve(replica, asked);
  const known = replica.assets.get(id);
  const item = replica.live.get(id) ?? replica.trashed.get(id) ?? null;
  const [info, setInfo] = useState(() => window.matchMedia('(min-width: 1400px)').matches && remembered('info') === 'open');
  const [full, setFull] = useState(false);
  const ref = useRef<HTMLDivElement>(null);
  const { previous, next } = neighbours(sections, id);
  const frames = where === 'library' && item ? framesBeside(sections, item) : [];

  useEffect(() => {
    const before = document.activeElement;
    ref.current?.focus();
    return () => {
      if (before instanceof HTMLElement && before.isConnected) before.focus({ preventScroll: true });
    };
  }, []);
  useEffect(() => setFull(false), [id]);
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
      i: toggleInfo,
      f: where === 'library' ? () => void toggleFavourites([id]) : undefined,
      Delete: canDelete ? remove : undefined,
      Backspace: canDelete ? remove : undefined,
    };
    const action = keys[event.key];
    if (!action) return;
    event.preventDefault();
    action();
  });

  const shown = known && shownResource(replica, known.asset);
  const resources = resourcesOf(replica, id);
  const canShowFull = item !== null && fullWay(item, shown?.mime) !== 'none';

  return createPortal(
    <div
      className={`viewer${info ? ' with-info' : ''}`}
      role="dialog"
      aria-modal="true"
      aria-label={item ? `${item.fileName}, ${fullDay(item.at)}` : 'Photo'}
      ref={ref}
      tabIndex={-1}
    >
      <ViewerBar
        item={item}
        asset={known?.asset}
        resources={resources}
        where={known?.asset.state === 'trashed' ? 'deleted' : 'library'}
        info={info}
        onClose={onClose}
        onInfo={toggleInfo}
        onFavourite={() => void toggleFavourites([id])}
        {...(canDelete ? { onDelete: remove } : {})}
        {...(canShowFull ? { full, onFull: setFull } : {})}
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
              ? 'Your library is loading…'
              : known?.asset.state === 'purged'
                ? 'This photo was deleted for good.'
                : 'This photo is not in your library.'}
          </p>
        )}
        {previous && (
          <button type="button" className="viewer-arrow previous" aria-label="Newer photo (left arrow)" onClick={() => onMove(previous.id)}>
            <Icon name="left" size={28} />
          </button>
        )}
        {next && (
          <button type="button" className="viewer-arrow next" aria-label="Older photo (right arrow)" onClick={() => onMove(next.id)}>
            <Icon name="right" size={28} />
          </button>
        )}
      </div>
      {frames.length > 1 && <BurstStrip frames={frames} current={id} onMove={onMove} />}
      {info && known && item && <InfoPanel asset={known.asset} onClose={toggleInfo} />}
    </div>,
    document.body,
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

/** The focus stays inside while the viewer covers the page. */
function trapTab(event: KeyboardEvent, element: HTMLElement | null): void {
  if (event.key !== 'Tab' || !element) return;
  const stops = [...element.querySelectorAll<HTMLElement>('button, a[href], video[controls], summary, [tabindex="0"]')].filter(
    (stop) => stop.offsetParent !== null,
  );
  const first = stops[0];
  const last = stops[stops.length - 1];
  if (!first || !last) return;
  if (
    event.shiftKey &&
    (document.activeElement === first || !element.contains(document.activeElement) || document.activeElement === element)
  ) {
    event.preventDefault();
    last.focus();
  } else if (!event.shiftKey && (document.activeElement === last || !element.contains(document.activeElement))) {
    event.preventDefault();
    first.focus();
  }
}
