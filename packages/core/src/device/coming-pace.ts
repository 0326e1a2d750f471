import type { ComingRate } from './coming.ts';
import type { DeviceStore } from './store.ts';

/** What came longer ago says nothing of how fast it goes. Milliseconds. */
const LATELY_MS = 60_000;
/** Of less time than this nothing is told. Milliseconds. */
const TELLING_MS = 3000;
const NOTE = 'coming-rate';

interface Count {
  readonly at: number;
  readonly bytes: number;
  readonly photos: number;
}

/** How fast photos come, by what came in the last minute; of a time in which none was to come, or could, nothing is counted. */
export class ComingPace {
  #counts: Count[] = [];

  /**
   * Called every second or so.
   * @param comes something is being fetched
   * @param count bytes and photos that came since the run began; `at` by a clock that only goes forward, milliseconds
   */
  tick(comes: boolean, count: Count): void {
    if (!comes) this.#counts = [];
    else this.#counts = [...this.#counts.filter(({ at }) => count.at - at <= LATELY_MS), count];
  }

  /** Null: it was not measured for long enough. */
  get rate(): ComingRate | null {
    const [first] = this.#counts;
    const last = this.#counts.at(-1);
    if (first === undefined || last === undefined || last.at - first.at < TELLING_MS) return null;
    const seconds = (last.at - first.at) / 1000;
    return { bytes: (last.bytes - first.bytes) / seconds, photos: (last.photos - first.photos) / seconds };
  }
}

/** For who looks at the device beside the one that runs. */
export function noteComingRate(store: DeviceStore, rate: ComingRate | null): void {
  const text = rate === null ? null : JSON.stringify(rate);
  if (text !== store.note(NOTE)) store.setNote(NOTE, text);
}

export function readComingRate(store: DeviceStore): ComingRate | null {
  const text = store.note(NOTE);
  return text === null ? null : (JSON.parse(text) as ComingRate);
}
