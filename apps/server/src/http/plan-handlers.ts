import { say } from '@rollcall/protocol';
import type { Asker } from '../context.ts';
import { accountRoom, accountRooms } from '../plans/account-rooms.ts';
import { dropPlan, givePlan, planOf, plansOf, putPlan } from '../plans/plans.ts';
import { ask, lastRequest, reply, withdraw } from '../plans/requests.ts';
import { Refused } from '../refused.ts';
import { openStorage } from '../storage/parts.ts';
import type { Handlers, RouteContext } from './handlers.ts';

type PlanRoutes =
  | 'storage'
  | 'plans'
  | 'setPlan'
  | 'removePlan'
  | 'askForPlan'
  | 'withdrawPlanRequest'
  | 'answerPlanRequest'
  | 'setAccountPlan'
  | 'serverStorage';

/** Room in the cloud. Whom it concerns hears of a change by a poke, wherever it was made: see `plans/room-watch.ts`. */
export function planHandlers(context: RouteContext): Pick<Handlers, PlanRoutes> {
  const { database, write, clock } = context;
  const storage = openStorage(database);
  return {
    storage: async ({ asker }) => ({ ...storage.parts(asker.libraryId), ahead: context.ahead.left(asker.libraryId) }),

    plans: async ({ asker }) => ({
      plans: plansOf(database),
      plan: planOf(database, asker.libraryId),
      request: lastRequest(database, asker.libraryId),
    }),

    async setPlan({ asker, params, body }) {
      onlyOwner(asker);
      await write(() => putPlan(database, { name: params.name, bytes: body.bytes }));
      return {};
    },

    async removePlan({ asker, params }) {
      onlyOwner(asker);
      await write(() => dropPlan(database, params.name));
      return {};
    },

    async askForPlan({ asker, body }) {
      onlyBrowser(asker);
      return { request: await write(() => ask(database, { libraryId: asker.libraryId, ...body, now: clock.now() })) };
    },

    async withdrawPlanRequest({ asker }) {
      onlyBrowser(asker);
      if (!(await write(() => withdraw(database, asker.libraryId, clock.now()))))
        throw new Refused('not-found', say('You are not asking for a plan just now.'));
      return {};
    },

    async answerPlanRequest({ asker, params, body }) {
      onlyOwner(asker);
      await write(() => reply(database, { ...params, ...body, now: clock.now() }));
      return {};
    },

    async setAccountPlan({ asker, params, body }) {
      onlyOwner(asker);
      await write(() => {
        const room = accountRoom(database, { id: params.accountId });
        if (room === null) throw new Refused('not-found', say('There is no such account.'));
        givePlan(database, room.libraryId, body.plan);
      });
      return {};
    },

    async serverStorage({ asker }) {
      onlyOwner(asker);
      return { disk: await context.uploads.disk.standing(), accounts: accountRooms(database) };
    },
  };
}

/** A device that fell into wrong hands must not ask in a person's name. */
function onlyBrowser(asker: Asker): void {
  if (asker.kind !== 'browser') throw new Refused('forbidden', say('A plan is asked for by a person at the web page.'));
}

function onlyOwner(asker: Asker): void {
  if (asker.kind !== 'browser') throw new Refused('forbidden', say('This is done by the owner of the server at the web page.'));
  if (!asker.account.owner) throw new Refused('forbidden', say('Only the owner of the server may do this.'));
}
