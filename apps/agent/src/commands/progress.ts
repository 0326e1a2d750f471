import type { Writable } from 'node:stream';
import { SingleBar } from 'cli-progress';
import type { Engine } from '../engine/engine.ts';
import { harmless, type Io } from './io.ts';
import { allSafeWords, wentMissingWords } from './counted-words.ts';
import { progressWords } from './progress-words.ts';

const EVERY_MS = 250;
const LINE_EVERY_MS = 5000;

/** Shows how a sync goes on: a bar on a terminal, a plain line now and then otherwise. */
export class Progress {
  readonly #out: Writable | null;
  readonly #terminal: boolean;
  #bar: SingleBar | null = null;
  #shown = 0;
  /** A sync that is done at once needs no line of its own. */
  #line = Date.now();
  /** When the work of now began, and where it began. */
  #spell: { readonly began: number; readonly done: number; readonly moved: number } | null = null;
  #last = '';
  #warned = '';

  constructor(io: Io, mode: 'told' | 'silent') {
    this.#out = mode === 'silent' ? null : io.stderr;
    this.#terminal = (io.stderr as Writable & { isTTY?: boolean }).isTTY === true;
  }

  note(text: string): void {
    this.#out?.write(`${harmless(text)}\n`);
  }

  /** The same words are said once, until something else is. */
  warn(text: string): void {
    if (this.#warned !== text) this.note(`rollcall: ${text}`);
    this.#warned = text;
  }

  /** Called at every change; draws a few times a second at most. */
  show(engine: Engine): void {
    const now = Date.now();
    if (!this.#out || now - this.#shown < EVERY_MS) return;
    this.#shown = now;
    const { counts, incoming, pendingRemovals } = engine.state();
    const open = counts.moving + counts.waiting + incoming + pendingRemovals;
    if (open === 0) {
      this.end();
      return;
    }
    const total = counts.onDevice - counts.excluded + incoming + pendingRemovals;
    const done = total - open;
    const moved = engine.moved.up + engine.moved.down;
    this.#spell ??= { began: now, done, moved };
    const spell = this.#spell;
    const text = progressWords({
      done,
      total,
      doneBefore: spell.done,
      moved: moved - spell.moved,
      seconds: (now - spell.began) / 1000,
    });
    if (this.#terminal) this.#draw(total, done, text);
    else if (now - this.#line >= LINE_EVERY_MS) {
      this.#line = now;
      this.note(text);
    }
  }

  /** In between: says when the device has come to rest, once. */
  settle(engine: Engine): void {
    if (!engine.idle) return;
    const { counts, incoming, upToDate, reasons } = engine.state();
    const held = reasons.find(({ code }) => code === 'mass-delete-held')?.count ?? 0;
    const open = counts.onDevice - counts.inSync - counts.excluded + incoming;
    const trouble = engine.conditions().server[0]?.code ?? engine.conditions().folder[0]?.code ?? '';
    const text = upToDate
      ? `${allSafeWords(counts.inSync)} and up to date.`
      : `${counts.inSync} in sync, ${open} not yet${trouble ? ` (${trouble})` : ''}.${held > 0 ? ` ${wentMissingWords(held)}` : ''}`;
    if (text === this.#last) return;
    this.#last = text;
    this.end();
    this.note(text);
  }

  end(): void {
    this.#bar?.stop();
    this.#bar = null;
    this.#spell = null;
  }

  #draw(total: number, done: number, text: string): void {
    if (!this.#bar) {
      this.#bar = new SingleBar({
        format: '{bar} {text}',
        stream: this.#out as NodeJS.WriteStream,
        hideCursor: true,
        clearOnComplete: true,
        barsize: 24,
      });
      this.#bar.start(total, done, { text });
    }
    this.#bar.setTotal(total);
    this.#bar.update(done, { text });
  }
}
