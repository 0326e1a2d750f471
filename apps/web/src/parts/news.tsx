import { say } from '@rollcall/protocol';
import { useSyncExternalStore } from 'react';
import { Icon } from './Icon.tsx';

interface Undo {
  readonly words: string;
  readonly act: () => void;
}
interface Notice {
  readonly id: number;
  readonly words: string;
  readonly tone: 'calm' | 'trouble';
  readonly undo: Undo | null;
}

/** How long a notice stays, in milliseconds; one with a button stays longer. */
const STAY = 5_000;
const STAY_UNDO = 10_000;
const MOST = 3;

let notices: readonly Notice[] = [];
let spoken = '';
let nextId = 1;
const listeners = new Set<() => void>();
const changed = (): void => listeners.forEach((listener) => listener());
const subscribe = (listener: () => void): (() => void) => {
  listeners.add(listener);
  return () => listeners.delete(listener);
};

export function dismiss(id: number): void {
  notices = notices.filter((notice) => notice.id !== id);
  changed();
}

/** Shows a notice for a while; it is read out, too. */
export function tell(words: string, more: { readonly tone?: Notice['tone']; readonly undo?: Undo } = {}): void {
  const notice: Notice = { id: nextId++, words, tone: more.tone ?? 'calm', undo: more.undo ?? null };
  notices = [...notices, notice].slice(-MOST);
  setTimeout(() => dismiss(notice.id), notice.undo ? STAY_UNDO : STAY);
  changed();
}

/** Read out by a screen reader, not shown. */
export function readOut(words: string): void {
  spoken = words;
  changed();
}

export function News() {
  const shown = useSyncExternalStore(subscribe, () => notices);
  const read = useSyncExternalStore(subscribe, () => spoken);
  return (
    <>
      <div className="notices" role="status" aria-live="polite">
        {shown.map((notice) => (
          <div key={notice.id} className={`notice ${notice.tone}`}>
            {notice.tone === 'trouble' && <Icon name="alert" size={18} />}
            <span>{notice.words}</span>
            {notice.undo && (
              <button
                type="button"
                className="text-button"
                onClick={() => {
                  notice.undo?.act();
                  dismiss(notice.id);
                }}
              >
                {notice.undo.words}
              </button>
            )}
            <button type="button" className="icon-button small" aria-label={say('Dismiss')} onClick={() => dismiss(notice.id)}>
              <Icon name="close" size={16} />
            </button>
          </div>
        ))}
      </div>
      <div className="visually-hidden" role="log" aria-live="polite">
        {read}
      </div>
    </>
  );
}
