import { message, type Closing, type ClosingTold } from '@rollcall/protocol';
import type { Asker, ServerContext } from '../context.ts';
import { Refused } from '../refused.ts';
import { clearStep } from './clear.ts';
import {
  beginClosing,
  closingOf,
  dueClosings,
  endAccount,
  forgetClosed,
  keepLibrary,
  onlyInCloud,
  standingOf,
  unclearedClosings,
} from './rows.ts';

/** Accounts that close: the grace, its end, and what is told of both. */
export interface Closings {
  /** Null: the account stays. */
  of(accountId: string): Closing | null;
  told(asker: Asker): ClosingTold;
  /** Throws `forbidden` where others would be left without an owner. */
  close(asker: Asker): Promise<Closing>;
  keep(asker: Asker): Promise<void>;
  /** At the start and at each heartbeat: ends what is due, and goes on with what a stop interrupted. Asked again meanwhile, it waits with the first. */
  end(): Promise<void>;
}

export type ClosingContext = Pick<ServerContext, 'database' | 'write' | 'clock' | 'pokes' | 'log'> & {
  readonly authentication: { forget(deviceId: string): void };
  readonly uploads: { dropDevice(sender: { readonly libraryId: string; readonly deviceId: string }): Promise<void> };
};

export const LAST_OWNER = message(
  'You are the only owner of this server, and others have accounts on it: nobody could give them room on the page any more. Make one of them an owner first, on the server’s machine: rollcall account owner EMAIL --data DIR.',
);

export function openClosings(context: ClosingContext): Closings {
  const { database, write, clock } = context;
  let ending: Promise<void> | null = null;
  return {
    of: (accountId) => closingOf(database, accountId, clock.now()),
    told: ({ account, libraryId }) => ({
      closing: closingOf(database, account.id, clock.now()),
      onlyInCloud: onlyInCloud(database, libraryId),
      standing: standingOf(database, account.id),
    }),
    async close({ account, libraryId }) {
      const closing = await write(() => {
        if (standingOf(database, account.id) === 'last-owner') throw new Refused('forbidden', LAST_OWNER);
        beginClosing(database, account.id, libraryId, clock.now());
        return closingOf(database, account.id, clock.now());
      });
      if (closing === null) throw new Error(`the account ${account.id} was closed, and is not`);
      return closing;
    },
    async keep({ account }) {
      await write(() => keepLibrary(database, account.id));
    },
    end: () =>
      (ending ??= endAll(context).finally(() => {
        ending = null;
      })),
  };
}

async function endAll(context: ClosingContext): Promise<void> {
  const { database, write, clock, log } = context;
  for (const accountId of dueClosings(database)) {
    const ended = await write(() => endAccount(database, accountId, clock.now()));
    if (ended !== null) log('an account was closed: its grace is over', { account: accountId, devices: ended.length });
  }
  await clearAll(context);
  await write(() => forgetClosed(database));
}

/** Nobody gets in any more: streams and uploads end, then the rows go, step by step. Wherever it is interrupted, it is taken up again. */
async function clearAll({ database, write, authentication, pokes, uploads }: ClosingContext): Promise<void> {
  for (const { libraryId } of unclearedClosings(database)) {
    const devices = database.prepare('SELECT id FROM devices WHERE library_id = ?').all(libraryId) as { id: string }[];
    for (const { id } of devices) {
      authentication.forget(id);
      pokes.revoked(libraryId, id);
      await uploads.dropDevice({ libraryId, deviceId: id });
    }
    while (await write(() => clearStep(database, libraryId)));
  }
}
