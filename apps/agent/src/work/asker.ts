import { LIMITS, type UploadAnswer, type UploadAsk } from '@rollcall/protocol';
import type { Connection } from '../server/connection.ts';
import { Refused } from '../server/refused.ts';

interface Question {
  readonly ask: UploadAsk;
  readonly resolve: (answer: UploadAnswer) => void;
  readonly reject: (error: unknown) => void;
}

/** Milliseconds between requests while questions keep coming; the first one does not wait. */
const BREATH = 40;

/** Puts the questions of several uploads into one request: over a slow link each request costs a round trip. */
export class Asker {
  readonly #connection: Connection;
  #questions: Question[] = [];
  #asking = false;

  constructor(connection: Connection) {
    this.#connection = connection;
  }

  /** Rejects with `Refused`, or with what kept the answer away. */
  ask(ask: UploadAsk): Promise<UploadAnswer> {
    return new Promise((resolve, reject) => {
      this.#questions.push({ ask, resolve, reject });
      if (!this.#asking) void this.#run();
    });
  }

  async #run(): Promise<void> {
    this.#asking = true;
    await new Promise((resolve) => setImmediate(resolve));
    while (this.#questions.length > 0) {
      // Of those that come together the smallest gets the room first, so that more of them come to their end.
      const batch = this.#questions.splice(0, LIMITS.asks).toSorted((a, b) => a.ask.size - b.ask.size);
      try {
        const answer = await this.#connection.call('askUploads', { body: { asks: batch.map((each) => each.ask) } });
        for (const [at, each] of batch.entries()) {
          const own = answer.ok ? answer.value.answers[at] : undefined;
          if (own) each.resolve(own);
          else each.reject(answer.ok ? new Error('the server did not answer every question') : new Refused(answer.refusal));
        }
      } catch (error) {
        for (const each of batch) each.reject(error);
      }
      if (batch.length < LIMITS.asks) await new Promise((resolve) => setTimeout(resolve, BREATH));
    }
    this.#asking = false;
  }
}
