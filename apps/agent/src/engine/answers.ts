import { assetUnit, carryOut, fileUnit, heedClosing, heedDefaults, recountHeld, type DeviceStore, type Unit } from '@rollcall/core';
import { LATER_ORDERS, Order, type OrderAnswer, type OrderTold, type Refusal } from '@rollcall/protocol';
import type { Connection } from '../server/connection.ts';
import type { Settlement } from '../work/settle.ts';

export interface AnswerEvents {
  /** These need a new plan. */
  touched(units: Iterable<Unit>): void;
  refused(refusal: Refusal): void;
  /** The cloud said whether the library closes. */
  closing(): void;
  /** Orders were carried out. */
  obeyed(): void;
  broke(error: unknown): void;
}

/** Set by a command of this device that answered while the agent runs: the agent looks at its rows again. */
const ANSWERED = 'held-answered';

/** Tells an agent that runs that rows were changed by a command. */
export function noteAnswered(store: DeviceStore): void {
  store.setNote(ANSWERED, '1');
}

/** What a person answers to what is held: by a command of this device, or by an order from elsewhere. */
export class Answers {
  readonly #store: DeviceStore;
  readonly #settlement: Settlement;
  readonly #connection: Connection;
  readonly #events: AnswerEvents;
  #fetching: Promise<void> | null = null;
  #again = false;

  constructor(store: DeviceStore, settlement: Settlement, connection: Connection, events: AnswerEvents) {
    this.#store = store;
    this.#settlement = settlement;
    this.#connection = connection;
    this.#events = events;
  }

  get busy(): boolean {
    return this.#fetching !== null;
  }

  /** Looks whether a command has answered. `open` are the units that are not in sync, as the agent knows them. */
  heed(open: Iterable<Unit>): void {
    if (this.#store.note(ANSWERED) === null) return;
    this.#store.setNote(ANSWERED, null);
    this.#events.touched([...open, ...this.#store.incoming().map(assetUnit)]);
  }

  /** After a look at the folder: what came back is no longer held, and the rest is told with its new number. */
  recount(): void {
    if (recountHeld(this.#store)) this.#events.touched(this.#store.held().map((file) => fileUnit(file.key)));
  }

  /** Asks for orders, and carries them out. Never rejects. */
  fetch(): Promise<void> {
    if (this.#fetching) this.#again = true;
    this.#fetching ??= this.#fetchAll()
      .catch((error: unknown) => this.#events.broke(error))
      .finally(() => {
        this.#fetching = null;
      });
    return this.#fetching;
  }

  async #fetchAll(): Promise<void> {
    do {
      this.#again = false;
      const answer = await this.#connection.call('deviceOrders', { query: { knows: LATER_ORDERS } });
      if (!answer.ok) {
        // A server that knows of no orders has none.
        if (answer.refusal.code !== 'not-found') this.#events.refused(answer.refusal);
        return;
      }
      const { orders, defaults, closing } = answer.value;
      await this.#settlement.settle(() => {
        heedDefaults(this.#store, defaults, Date.now());
        heedClosing(this.#store, closing);
      });
      this.#events.closing();
      for (const waiting of orders) await this.#carryOut(waiting);
      if (orders.length > 0) this.#events.obeyed();
    } while (this.#again);
  }

  async #carryOut({ id, at, order }: OrderTold): Promise<void> {
    const known = Order.safeParse(order);
    if (known.success) {
      const touched = await this.#settlement.settle(() => carryOut(this.#store, { id, at, order: known.data }, Date.now()));
      this.#events.touched(touched);
    }
    // A newer server asks for what this version does not know: it is told so, and nobody waits for it.
    await this.#drop(id, known.success ? 'done' : 'unknown');
  }

  async #drop(orderId: string, answer: Exclude<OrderAnswer, 'expired'>): Promise<void> {
    const dropped = await this.#connection.call('orderDone', { params: { orderId }, query: { answer } });
    if (!dropped.ok) this.#events.refused(dropped.refusal);
  }
}
