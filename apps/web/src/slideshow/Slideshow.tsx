import { say } from '@rollcall/protocol';
import { useCallback, useEffect, useMemo, useReducer, useRef, useState } from 'react';
import { createPortal } from 'react-dom';
import { previewUrl } from '../grid/pictures.ts';
import { useLibrary } from '../library/live.ts';
import { resourcesOf, shownResource } from '../library/replica.ts';
import { Icon, type IconName } from '../parts/Icon.tsx';
import { remember, remembered } from '../parts/remember.ts';
import { trapTab } from '../parts/trapTab.ts';
import { useHeldFocus } from '../parts/useHeldFocus.ts';
import { fullDay } from '../words.ts';
import { after, PACES, soon, USUAL_PACE, type Pace, type Show, type Step } from './show.ts';
import { Slide } from './Slide.tsx';
import '../style/slideshow.css';
import { useWakeLock } from './useWakeLock.ts';

interface SlideshowProps {
  readonly ids: readonly string[];
  /** The photo with which it begins; null: the first. */
  readonly from: string | null;
  readonly onClose: (last: string | null) => void;
}

/** The buttons go away when nobody has moved for so many milliseconds. */
const QUIET = 3_000;

/** Photos one after another, over everything, on the whole screen where the browser lets it. */
export default function Slideshow({ ids, from, onClose }: SlideshowProps) {
  const { replica } = useLibrary();
  const isThere = useCallback((id: string) => replica.live.has(id), [replica]);
  const [show, step] = useReducer(
    (before: Show, next: Step) => after(before, next, isThere),
    null,
    () => begun(ids, from),
  );
  const ref = useRef<HTMLDivElement>(null);
  const id = show.ids[show.at] ?? null;
  // The one before lies below until this one is seen.
  const [{ below, above }, setLayers] = useState({ below: null as string | null, above: id });
  if (above !== id) setLayers({ below: above, above: id });
  const awake = useAwake(ref, !show.playing);
  useWakeLock(show.playing);
  const { full, toggleFull } = useFullScreen(ref);
  const close = (): void => onClose(id);
  useEffect(() => {
    remember('slideshow', JSON.stringify({ pace: show.pace, loops: show.loops }));
  }, [show.pace, show.loops]);
  useHeldFocus(ref);
  const next = useMemo(() => soon(show), [show]);
  useEffect(() => {
    for (const each of next) {
      const item = replica.live.get(each);
      const url = item?.kind === 'photo' ? previewUrl(item) : null;
      if (url !== null) new Image().src = url;
    }
  }, [next, replica]);
  const keys = useRef<(event: KeyboardEvent) => void>(() => undefined);
  keys.current = (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const onButton = event.target instanceof HTMLButtonElement;
    const actions: Readonly<Record<string, (() => void) | undefined>> = {
      Escape: close,
      ' ': onButton ? undefined : () => step({ do: 'pause' }),
      p: () => step({ do: 'pause' }),
      ArrowLeft: () => step({ do: 'previous' }),
      ArrowRight: () => step({ do: 'next' }),
      '+': () => step({ do: 'slower' }),
      '=': () => step({ do: 'slower' }),
      '-': () => step({ do: 'faster' }),
      l: () => step({ do: 'loop' }),
      f: toggleFull,
    };
    const action = actions[event.key];
    trapTab(event, ref.current);
    if (event.key === 'Tab') return;
    event.stopPropagation();
    if (!action) return;
    event.preventDefault();
    action();
  };
  useEffect(() => {
    const hear = (event: KeyboardEvent): void => keys.current(event);
    // Before the page below hears them.
    window.addEventListener('keydown', hear, true);
    return () => window.removeEventListener('keydown', hear, true);
  }, []);
  const layers = [below === id ? null : below, id].filter((each) => each !== null);
  const item = id === null ? undefined : replica.live.get(id);
  return createPortal(
    <div
      className={`slideshow${awake ? '' : ' quiet-now'}`}
      role="dialog"
      aria-modal="true"
      aria-label={say('Slideshow')}
      ref={ref}
      tabIndex={-1}
      data-full={full}
    >
      {layers.map((each) => {
        const its = replica.live.get(each);
        const known = replica.assets.get(each);
        return (
          its &&
          known && (
            <Slide
              key={each}
              item={its}
              asset={known.asset}
              resources={resourcesOf(replica, each)}
              shown={shownResource(replica, known.asset)}
              playing={show.playing}
              leaving={each !== id}
              turn={show.turn}
              stands={show.pace * 1_000}
              onShown={() => {
                if (each === id)
                  setTimeout(() => setLayers((lying) => (lying.above === each ? { below: null, above: each } : lying)), FADE);
              }}
              onDone={() => {
                if (each === id) step({ do: 'go-on' });
              }}
            />
          )
        );
      })}
      {show.over && <Over />}
      <p className="slideshow-what">
        {item && fullDay(item.at)}
        <span>{say('{number} of {all}', { number: show.at + 1, all: show.ids.length })}</span>
      </p>
      <div className="slideshow-bar" role="toolbar" aria-label={say('Slideshow')}>
        <Tool icon="left" label={say('Previous (left arrow)')} onClick={() => step({ do: 'previous' })} />
        <Tool
          icon={show.playing ? 'pause' : show.over ? 'restore' : 'play'}
          label={show.playing ? say('Pause (space)') : show.over ? say('Play again (space)') : say('Play (space)')}
          onClick={() => step({ do: 'pause' })}
        />
        <Tool icon="right" label={say('Next (right arrow)')} onClick={() => step({ do: 'next' })} />
        <span className="slideshow-pace">
          <Tool icon="minus" label={say('Shorter (−)')} disabled={show.pace === PACES[0]} onClick={() => step({ do: 'faster' })} />
          <span role="status">{say('{seconds} s', { seconds: show.pace })}</span>
          <Tool icon="plus" label={say('Longer (+)')} disabled={show.pace === PACES.at(-1)} onClick={() => step({ do: 'slower' })} />
        </span>
        <button
          type="button"
          className={`pill-button${show.loops ? ' on' : ''}`}
          aria-pressed={show.loops}
          title={say('Begin anew at the end (l)')}
          onClick={() => step({ do: 'loop' })}
        >
          {say('Loop')}
        </button>
        {document.fullscreenEnabled && (
          <button
            type="button"
            className={`pill-button${full ? ' on' : ''}`}
            aria-pressed={full}
            title={say('Whole screen (f)')}
            onClick={toggleFull}
          >
            {say('Full screen')}
          </button>
        )}
        <Tool icon="close" label={say('End the slideshow (Escape)')} onClick={close} />
      </div>
    </div>,
    document.body,
  );
}

/** Milliseconds for which one goes over into the other; the style has the same. */
const FADE = 900;

function begun(ids: readonly string[], from: string | null): Show {
  const { pace, loops } = kept();
  return { ids, at: Math.max(0, from === null ? 0 : ids.indexOf(from)), playing: true, pace, loops, over: false, turn: 0 };
}

/** How a person had it the last time, in this browser. */
function kept(): { readonly pace: Pace; readonly loops: boolean } {
  try {
    const read = JSON.parse(remembered('slideshow') ?? '{}') as { readonly pace?: unknown; readonly loops?: unknown };
    return { pace: PACES.find((pace) => pace === read.pace) ?? USUAL_PACE, loops: read.loops === true };
  } catch {
    return { pace: USUAL_PACE, loops: false };
  }
}

function Over() {
  return (
    <p className="slideshow-over" role="status">
      {say('That was all of it.')}
    </p>
  );
}

interface ToolProps {
  readonly icon: IconName;
  readonly label: string;
  readonly disabled?: boolean;
  readonly onClick: () => void;
}

function Tool({ icon, label, disabled = false, onClick }: ToolProps) {
  return (
    <button type="button" className="icon-button" aria-label={label} title={label} disabled={disabled} onClick={onClick}>
      <Icon name={icon} />
    </button>
  );
}

/** Whether the buttons are to be seen: somebody moved, pressed a key or touched a moment ago, or it does not play. */
function useAwake(ref: React.RefObject<HTMLElement | null>, always: boolean): boolean {
  const [awake, setAwake] = useState(true);
  useEffect(() => {
    const element = ref.current;
    if (!element) return;
    let timer: ReturnType<typeof setTimeout>;
    const wake = (): void => {
      setAwake(true);
      clearTimeout(timer);
      timer = setTimeout(() => setAwake(false), QUIET);
    };
    wake();
    for (const what of ['pointermove', 'pointerdown', 'focusin'] as const) element.addEventListener(what, wake);
    window.addEventListener('keydown', wake, true);
    return () => {
      clearTimeout(timer);
      window.removeEventListener('keydown', wake, true);
      for (const what of ['pointermove', 'pointerdown', 'focusin'] as const) element.removeEventListener(what, wake);
    };
  }, [ref]);
  return awake || always;
}

/** The whole screen from the first, where the browser allows it; leaving it by the browser's own key leaves the slideshow in the window. */
function useFullScreen(ref: React.RefObject<HTMLElement | null>): { readonly full: boolean; readonly toggleFull: () => void } {
  const [full, setFull] = useState(false);
  const enter = useCallback((): void => {
    // A phone, or a browser that was not clicked, says no: then it fills the window.
    void ref.current?.requestFullscreen?.().catch(() => undefined);
  }, [ref]);
  useEffect(() => {
    const noted = (): void => setFull(document.fullscreenElement !== null);
    document.addEventListener('fullscreenchange', noted);
    enter();
    return () => {
      document.removeEventListener('fullscreenchange', noted);
      if (document.fullscreenElement !== null) void document.exitFullscreen().catch(() => undefined);
    };
  }, [enter]);
  return { full, toggleFull: () => (full ? void document.exitFullscreen().catch(() => undefined) : enter()) };
}
