import { say } from '@rollcall/protocol';
import { ForPerson } from '../api/call.ts';
import { answered } from '../worker/database.ts';
import { MOST_WAITING, TOO_MANY, type RefusedChange, type WaitingChange } from './changes.ts';
import type { OutboxStore } from './outbox.ts';
import { isHere, transact } from './store.ts';

/** Keeps changes that wait in the browser's own database: they are there after the page is closed, and all its pages see them. */
export function browserOutbox(account: string): OutboxStore {
  return {
    add: (changes) =>
      transact(['notes', 'waiting'], 'readwrite', async (store) => {
        if (!(await isHere(store('notes'), account)))
          throw new ForPerson(say('Somebody else signed in in this browser. Load the page again.'));
        const waiting = store('waiting');
        if ((await answered(waiting.count())) + changes.length > MOST_WAITING) throw new ForPerson(TOO_MANY);
        for (const change of changes) await answered(waiting.add(change));
      }),
    all: () =>
      transact(['notes', 'waiting', 'refused'], 'readonly', async (store) => {
        // Nothing of one person is sent while another one may be signed in.
        if (!(await isHere(store('notes'), account))) return { waiting: [], refused: [] };
        return {
          waiting: (await answered(store('waiting').getAll())) as WaitingChange[],
          refused: (await answered(store('refused').getAll())) as RefusedChange[],
        };
      }),
    settle: ({ done, refused }) =>
      transact(['waiting', 'refused'], 'readwrite', async (store) => {
        for (const n of [...done, ...refused.map((each) => each.n)]) await answered(store('waiting').delete(n));
        for (const each of refused) await answered(store('refused').put(each));
      }),
    dismiss: () => transact(['refused'], 'readwrite', (store) => answered(store('refused').clear())),
  };
}

/** Where the browser keeps nothing: they last as long as the page. */
export function memoryOutbox(): OutboxStore {
  let waiting: WaitingChange[] = [];
  let refused: RefusedChange[] = [];
  let next = 1;
  return {
    add: async (changes) => {
      if (waiting.length + changes.length > MOST_WAITING) throw new ForPerson(TOO_MANY);
      waiting = [...waiting, ...changes.map((change) => ({ ...change, n: next++ }))];
    },
    all: async () => ({ waiting, refused }),
    settle: async ({ done, refused: no }) => {
      const ends = new Set([...done, ...no.map(({ n }) => n)]);
      waiting = waiting.filter(({ n }) => !ends.has(n));
      refused = [...refused, ...no];
    },
    dismiss: async () => {
      refused = [];
    },
  };
}
