import { sizeWords } from '@rollcall/protocol';
import type { RunProgress } from '@rollcall/importers';
import type { Io } from '../io.ts';

const EVERY_MS = 1000;

/** Tells once a second how far an import is, where somebody may be reading. */
export class ImportProgress implements RunProgress {
  readonly #io: Io | null;
  #shown = Date.now();
  #all = 0;
  #read = 0;
  #bytes = 0;
  #moved = 0;
  #entered = 0;

  constructor(io: Io, silent: boolean) {
    this.#io = silent ? null : io;
  }

  begin(files: number): void {
    [this.#all, this.#read, this.#bytes] = [files, 0, 0];
  }

  read(bytes: number): void {
    this.#read += 1;
    this.#bytes += bytes;
    this.#show();
  }

  moved(bytes: number): void {
    this.#moved += bytes;
    this.#show();
  }

  entered(things: number): void {
    this.#entered += things;
    this.#show();
  }

  verifying(files: number): void {
    if (files > 0) this.#io?.stderr.write(`the cloud reads ${files.toLocaleString('en-GB')} files again\n`);
  }

  end(): void {
    this.#shown = Number.POSITIVE_INFINITY;
  }

  #show(): void {
    const now = Date.now();
    if (now - this.#shown < EVERY_MS) return;
    this.#shown = now;
    const [read, all] = [this.#read, this.#all].map((many) => many.toLocaleString('en-GB'));
    this.#io?.stderr.write(
      `${read} of ${all} files read (${sizeWords(this.#bytes)}), ${sizeWords(this.#moved)} sent, ${this.#entered.toLocaleString('en-GB')} photos and videos in the library\n`,
    );
  }
}
