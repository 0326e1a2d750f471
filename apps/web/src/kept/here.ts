import { LIMITS, type RouteOutput } from '@rollcall/protocol';
import { ask, Refused } from '../api/call.ts';
import { forgetPictures, picturesBelongTo } from '../worker/pictures.ts';
import { browserFeed } from './browser-feed.ts';
import { browserOutbox, memoryOutbox } from './browser-outbox.ts';
import type { FeedKeeper } from './kept-feed.ts';
import { createOutbox, type Outbox, type OutboxStore, type SendAnswer } from './outbox.ts';
import { forgetAll, forgetIndex, keptBelongsTo, writeNote } from './store.ts';

/** While nobody answers, what waits is tried again this often, in milliseconds; at once when the link is back. */
const AGAIN = 15_000;
/** Longer a person is not kept waiting for what comes of a change; it goes on beside. Milliseconds. */
const SOON = 4_000;
/** The name of the lock of the one page that sends, and of the channel on which it is told that something changed. */
const OUTBOX = 'rollcall-outbox';

/** What this browser keeps of an account. `feed` is absent where it keeps nothing beyond the page. */
interface Here {
  readonly feed: FeedKeeper | null;
  readonly outbox: Outbox;
}

/** Makes this browser keep what is this account's, and nothing of another one. Never rejects. */
export async function openHere(session: RouteOutput<'session'>, newId: () => string): Promise<Here> {
  const account = session.account.id;
  try {
    await keptBelongsTo(account);
    await writeNote('session', session);
  } catch {
    return { feed: null, outbox: outboxOf(memoryOutbox(), newId) };
  }
  await picturesBelongTo(account).catch(() => undefined);
  return { feed: browserFeed(account), outbox: outboxOf(browserOutbox(account), newId) };
}

/** Nobody is signed in any more; what was not sent yet waits for the same person. Never rejects. */
export async function leaveHere(): Promise<void> {
  await Promise.allSettled([forgetIndex(true), forgetPictures()]);
}

/** Forgets what can be fetched again, which is kept anew when the page is opened next. */
export async function forgetFetched(): Promise<void> {
  await forgetIndex(false);
  await forgetPictures();
}

/** Forgets all that this browser keeps of whoever was here. Never rejects. */
export async function forgetHere(): Promise<void> {
  await Promise.allSettled([forgetAll(), forgetPictures()]);
}

function outboxOf(store: OutboxStore, newId: () => string): Outbox {
  const others = 'BroadcastChannel' in window ? new BroadcastChannel(OUTBOX) : null;
  const outbox = createOutbox({
    store,
    send,
    most: LIMITS.mutations,
    alone: async (work) => (navigator.locks ? navigator.locks.request(OUTBOX, work) : work()),
    tellOthers: () => others?.postMessage('changed'),
    pause: () => until(AGAIN, 'online'),
    soon: () => until(SOON, 'offline'),
    newId,
    now: Date.now,
  });
  others?.addEventListener('message', () => void outbox.look());
  return {
    ...outbox,
    close: () => {
      outbox.close();
      others?.close();
    },
  };
}

/** After this many milliseconds, or when the browser tells of this. */
function until(milliseconds: number, event: 'online' | 'offline'): Promise<void> {
  return new Promise((resolve) => {
    const done = (): void => {
      clearTimeout(timer);
      window.removeEventListener(event, done);
      resolve();
    };
    const timer = setTimeout(done, milliseconds);
    window.addEventListener(event, done);
  });
}

const send = async (changes: Parameters<Parameters<typeof createOutbox>[0]['send']>[0]): Promise<SendAnswer> => {
  try {
    const { results } = await ask('actions', { body: { actions: changes.map(({ id, change }) => ({ id, change })) } });
    return { is: 'answered', results };
  } catch (error) {
    if (!(error instanceof Refused)) return { is: 'silent' };
    switch (error.refusal.code) {
      case 'bad-request':
      case 'too-large':
        return { is: 'no', words: error.message };
      case 'signed-out':
      case 'device-revoked':
        return { is: 'stop' };
      default:
        return { is: 'silent' };
    }
  }
};
