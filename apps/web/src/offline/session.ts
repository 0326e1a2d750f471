import type { RouteOutput } from '@rollcall/protocol';
import { ask, refusalCode } from '../api/call.ts';
import { queries, sessionQuery } from '../api/queries.ts';
import { openLibrary } from '../library/live.ts';
import { readNote } from '../kept/store.ts';

type Session = RouteOutput<'session'>;

/** Who was here before waits no longer than this for the server, in milliseconds; it is asked all the same. */
const PATIENCE = 2_000;

/**
 * Who is signed in: as the server says it, or, where it does not answer, as it said it last. Then the library of that account is opened.
 * Rejects when nobody is signed in, and when nobody was and there is no answer.
 */
export async function enterSession(): Promise<void> {
  const known = queries.getQueryData(sessionQuery.queryKey);
  if (known) return openLibrary(known);
  const { session, at } = await sessionNow();
  queries.setQueryData(sessionQuery.queryKey, session, { updatedAt: at });
  await openLibrary(session);
}

/** @returns who is signed in, and when that was heard, in milliseconds since 1970; 0: at some time before this page, for it was kept. */
async function sessionNow(): Promise<{ readonly session: Session; readonly at: number }> {
  const asked = ask('session', {});
  // Its failure is told below, or the kept one stands.
  asked.catch(() => undefined);
  const kept = (await readNote('session').catch(() => undefined)) as Session | undefined;
  const heard = asked.then((session) => ({ session, at: Date.now() }));
  heard.catch(() => undefined);
  if (typeof kept?.account?.id !== 'string') return heard;
  const late = Promise.withResolvers<Awaited<typeof heard>>();
  const before = { session: kept, at: 0 };
  const timer = setTimeout(() => late.resolve(before), navigator.onLine ? PATIENCE : 0);
  try {
    return await Promise.race([heard, late.promise]);
  } catch (error) {
    const code = refusalCode(error);
    // Too old for the server, the page still shows what it keeps, and says what to do.
    if (code !== null && code !== 'update-needed') throw error;
    return before;
  } finally {
    clearTimeout(timer);
    // What comes later counts from then on; where it is somebody else, nothing of who was here may stay.
    void asked
      .then((session) => {
        if (session.account.id !== kept.account.id) window.location.reload();
        queries.setQueryData(sessionQuery.queryKey, session);
      })
      .catch(() => undefined);
  }
}
