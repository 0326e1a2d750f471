import { say, sayMany, sizeWords } from '@rollcall/protocol';
import { Link } from '@tanstack/react-router';
import { useVirtualizer } from '@tanstack/react-virtual';
import { useEffect, useMemo, useRef, useState } from 'react';
import { Icon, type IconName } from '../parts/Icon.tsx';
import { readOut } from '../parts/news.tsx';
import { stayAwake } from './awake.ts';
import { uploads } from './ports.ts';
import { outcomeOf, summarise, tellFile, tellSummary, type Outcome, type UploadFile, type UploadSummary } from './state.ts';

/** The tray is drawn this often at most, in milliseconds. */
const DRAW_EVERY = 150;
const ORDER: Record<Outcome, number> = { 'needs-you': 0, working: 1, 'left-out': 2, 'already-here': 3, added: 4 };

interface TrayView {
  readonly files: readonly UploadFile[];
  readonly summary: UploadSummary;
}

function look(): TrayView {
  const files = [...uploads.files().values()];
  return { files, summary: summarise(files) };
}

function useUploads(): TrayView {
  const [view, setView] = useState(look);
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | null = null;
    let drawn = -DRAW_EVERY;
    const draw = (): void => {
      timer = null;
      drawn = performance.now();
      setView(look());
    };
    const unsubscribe = uploads.subscribe(() => {
      const wait = drawn + DRAW_EVERY - performance.now();
      if (wait > 0) timer ??= setTimeout(draw, wait);
      else if (timer === null) draw();
    });
    // What ended between the first drawing and now was told to nobody.
    draw();
    return () => {
      unsubscribe();
      if (timer !== null) clearTimeout(timer);
    };
  }, []);
  return view;
}

/** What is being uploaded, file by file, and what came of it. */
export default function Tray() {
  const { files, summary } = useUploads();
  const [open, setOpen] = useState(true);
  const working = summary.counts.working > 0;
  useEffect(() => (working ? stayAwake() : undefined), [working]);
  useEffect(() => {
    if (!working) return;
    const warn = (event: BeforeUnloadEvent): void => event.preventDefault();
    window.addEventListener('beforeunload', warn);
    return () => window.removeEventListener('beforeunload', warn);
  }, [working]);
  const words = tellSummary(summary);
  const before = useRef(false);
  useEffect(() => {
    if (before.current && !working) readOut(say('Upload finished: {words}', { words }));
    else if (!before.current && working) readOut(say('Upload started'));
    before.current = working;
  }, [working, words]);
  const sorted = useMemo(
    () => [...files].sort((a, b) => ORDER[outcomeOf(a.progress)] - ORDER[outcomeOf(b.progress)] || rank(a) - rank(b) || a.id - b.id),
    [files],
  );
  if (files.length === 0) return null;
  const part = summary.total > 0 ? summary.done / summary.total : working ? 0 : 1;
  return (
    <section className="tray" aria-label={say('Uploads')}>
      <div className="tray-head">
        <div className="tray-words">
          <strong>
            {working
              ? say('Uploading: {percent} %', { percent: Math.floor(part * 100) })
              : summary.counts['needs-you'] > 0
                ? say('Some were not uploaded')
                : say('Upload finished')}
          </strong>
          <span className="quiet">
            {words}
            {working && summary.total > 0
              ? ` · ${say('{done} of {total}', { done: sizeWords(summary.done), total: sizeWords(summary.total) })}`
              : ''}
          </span>
        </div>
        <button
          type="button"
          className="icon-button"
          aria-expanded={open}
          aria-label={open ? say('Fold the list of uploads') : say('Unfold the list of uploads')}
          onClick={() => setOpen(!open)}
        >
          <span className={`turning${open ? '' : ' turned'}`}>
            <Icon name="down" />
          </span>
        </button>
        {!working && (
          <button type="button" className="icon-button" aria-label={say('Close the list of uploads')} onClick={() => uploads.clear()}>
            <Icon name="close" />
          </button>
        )}
      </div>
      <span
        className="tray-bar"
        role="progressbar"
        aria-label={say('Upload')}
        aria-valuemin={0}
        aria-valuemax={100}
        aria-valuenow={Math.floor(part * 100)}
      >
        <span style={{ width: `${part * 100}%` }} />
      </span>
      {open && working && (
        <p className="tray-note quiet small">
          {say('Leave this page open, and on a phone the screen on: a page that is closed uploads nothing. It goes on when you come back.')}
        </p>
      )}
      {open && <TrayList files={sorted} />}
      {open && (working || summary.counts['needs-you'] > 0) && (
        <div className="tray-actions">
          {summary.counts['needs-you'] > 0 && (
            <button type="button" className="button small primary" onClick={() => uploads.retry()}>
              {sayMany(summary.counts['needs-you'], 'Try it again', 'Try these {count} again')}
            </button>
          )}
          {working && (
            <button type="button" className="button small" onClick={() => uploads.stop()}>
              {say('Stop')}
            </button>
          )}
        </div>
      )}
    </section>
  );
}

function rank({ progress }: UploadFile): number {
  return progress.state === 'sending' ? 0 : progress.state === 'waiting' ? 2 : 1;
}

function TrayList({ files }: { readonly files: readonly UploadFile[] }) {
  const scroller = useRef<HTMLDivElement>(null);
  // oxlint-disable-next-line react/incompatible-library -- a virtual list draws itself anew while it scrolls
  const rows = useVirtualizer({
    count: files.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => 52,
    overscan: 4,
    getItemKey: (index) => files[index]!.id,
  });
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- what scrolls must be reached by keyboard
    <div className="tray-list" ref={scroller} tabIndex={0} role="region" aria-label={say('Files')}>
      <ul style={{ height: rows.getTotalSize() }}>
        {rows.getVirtualItems().map((row) => (
          <li key={row.key} ref={rows.measureElement} data-index={row.index} style={{ transform: `translateY(${row.start}px)` }}>
            <TrayLine file={files[row.index]!} />
          </li>
        ))}
      </ul>
    </div>
  );
}

const ICONS: Record<Outcome, IconName> = {
  working: 'upload',
  added: 'check',
  'already-here': 'check',
  'left-out': 'close',
  'needs-you': 'alert',
};

function TrayLine({ file }: { readonly file: UploadFile }) {
  const outcome = outcomeOf(file.progress);
  const { progress } = file;
  const assetId = 'assetId' in progress ? progress.assetId : null;
  return (
    <div className={`tray-line ${outcome}`}>
      <Icon name={ICONS[outcome]} size={18} />
      <div>
        {assetId === null ? (
          <span className="tray-name">{file.name}</span>
        ) : (
          <Link to="/" search={{ photo: assetId }} className="tray-name">
            {file.name}
          </Link>
        )}
        <span className="quiet">{tellFile(file)}</span>
      </div>
    </div>
  );
}
