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
  const session = known ?? (await sessionNow());
  if (known === undefined) queries.setQueryData(sessionQuery.queryKey, session);
  await openLibrary(session);
}

async function sessionNow(): Promise<Session> {
  const asked = ask('session', {});
  // Its failure is told below, or the kept one stands.
  asked.catch(() => undefined);
  const kept = (await readNote('session').catch(() => undefined)) as Session | undefined;
  if (typeof kept?.account?.id !== 'string') return asked;
  const late = Promise.withResolvers<Session>();
  const timer = setTimeout(() => late.resolve(kept), navigator.onLine ? PATIENCE : 0);
  try {
    return await Promise.race([asked, late.promise]);
  } catch (error) {
    if (refusalCode(error) !== null) throw error;
    return kept;
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
