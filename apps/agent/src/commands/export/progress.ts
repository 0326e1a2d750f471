import { sizeWords } from '@rollcall/protocol';
import type { Io } from '../io.ts';

const EVERY_MS = 1000;

/** Tells once a second how far an export is, where somebody may be reading. */
export class ExportProgress {
  readonly #io: Io | null;
  readonly #all: number;
  #shown = Date.now();
  #photos = 0;
  #moved = 0;

  constructor(io: Io | null, all: number) {
    this.#io = io;
    this.#all = all;
  }

  photo(): void {
    this.#photos += 1;
    this.#show();
  }

  moved(bytes: number): void {
    this.#moved += bytes;
    this.#show();
  }

  #show(): void {
    const now = Date.now();
    if (now - this.#shown < EVERY_MS) return;
    this.#shown = now;
    const [photos, all] = [this.#photos, this.#all].map((many) => many.toLocaleString('en-GB'));
    this.#io?.stderr.write(`${photos} of ${all} photos and videos are there, ${sizeWords(this.#moved)} written\n`);
  }
}
