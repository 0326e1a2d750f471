import { ofQuotaWords, sizeWords } from '@rollcall/protocol';
import type { Database } from 'better-sqlite3';
import type { Io } from './commands.ts';
import { noteInFolder } from './note-in-folder.ts';
import { accountRoom, accountRooms } from './plans/account-rooms.ts';
import { dropPlan, givePlan, having, noPlan, planNamed, plansOf, putPlan } from './plans/plans.ts';
import { reply } from './plans/requests.ts';
import { Refused } from './refused.ts';

interface DataOptions {
  readonly data: string;
  readonly json: boolean;
}
export interface PlanPutOptions extends DataOptions {
  readonly name: string;
  /** Null: no limit. */
  readonly bytes: number | null;
}
export interface PlanNameOptions extends DataOptions {
  readonly name: string;
}
export interface AccountPlanOptions extends DataOptions {
  readonly email: string;
  readonly name: string;
}
export interface PlanAnswerOptions extends DataOptions {
  readonly email: string;
  readonly grant: boolean;
  /** What the account is told beside it; may be empty. */
  readonly answer: string;
}

/*
 * Plans, for whoever looks after the data folder, also while a server runs on it: its devices hear of it within seconds. Each answers
 * 0, or 1: there is no such plan, account or request, it could not be noted, or this is no data folder.
 */

/** `--json`: `{ plans: [{ name, bytes, accounts }] }`, `bytes` null without a limit. */
export function planList({ data, json }: DataOptions, io: Io): Promise<number> {
  return noteInFolder(data, io, (database) => {
    const plans = plansOf(database).map((plan) => ({ ...plan, accounts: having(database, plan.name) }));
    if (json) return JSON.stringify({ plans });
    if (plans.length === 0) return 'There is no plan.';
    return plans
      .map(({ name, bytes, accounts }) => `${name}  ${roomOf(bytes)}  ${accounts === 1 ? '1 account' : `${accounts} accounts`}`)
      .join('\n');
  });
}

/** A plan of this name must not be there. `--json`: `{ name, bytes }`. */
export function planAdd({ data, json, name, bytes }: PlanPutOptions, io: Io): Promise<number> {
  return noteInFolder(data, io, (database) => {
    const there = planNamed(database, name);
    if (there !== null) throw new Refused('bad-request', `There is a plan “${there.name}” already. Change it: rollcall plan set.`);
    putPlan(database, { name, bytes });
    return json ? JSON.stringify({ name, bytes }) : `There is the plan ${name} now: ${roomOf(bytes)}.`;
  });
}

/** `--json`: `{ name, bytes, accounts }`: how many have it, and so have other room now. */
export function planSet({ data, json, name, bytes }: PlanPutOptions, io: Io): Promise<number> {
  return noteInFolder(data, io, (database) => {
    const there = planNamed(database, name);
    if (there === null) throw noPlan(name);
    putPlan(database, { name: there.name, bytes });
    const accounts = having(database, name);
    if (json) return JSON.stringify({ name: there.name, bytes, accounts });
    const whom = accounts === 0 ? 'Nobody has it yet.' : accounts === 1 ? 'One account has it.' : `${accounts} accounts have it.`;
    const over = accountRooms(database).filter((room) => room.plan === there.name && room.bytes > room.quota);
    return [
      `The plan ${there.name} is ${roomOf(bytes)} now. ${whom}`,
      ...over.map(({ account }) => `${account.email} has more than that: all of it stays; nothing new fits in before there is room.`),
    ].join('\n');
  });
}

/** Refused while somebody has it. `--json`: `{ removed }`. */
export function planRemove({ data, json, name }: PlanNameOptions, io: Io): Promise<number> {
  return noteInFolder(data, io, (database) => {
    dropPlan(database, name);
    return json ? JSON.stringify({ removed: name }) : `There is no plan ${name} any more.`;
  });
}

/** What accounts ask for now. `--json`: `{ requests: [{ id, email, plan, note, askedAt, has, bytes }] }`, `has` null: no plan. */
export function planRequests({ data, json }: DataOptions, io: Io): Promise<number> {
  return noteInFolder(data, io, (database) => {
    const open = accountRooms(database).flatMap(({ account, request, plan, bytes, quota }) =>
      request === null ? [] : [{ account, request, plan, bytes, quota }],
    );
    if (json)
      return JSON.stringify({
        requests: open.map(({ account, request: { id, plan, note, askedAt }, plan: has, bytes }) => ({
          id,
          email: account.email,
          plan,
          note,
          askedAt,
          has,
          bytes,
        })),
      });
    if (open.length === 0) return 'Nobody asks for another plan.';
    return open
      .map(
        ({ account, request, bytes, quota }) =>
          `${account.email} asks for ${request.plan}, and uses ${ofQuotaWords(bytes, quota)}${request.note === '' ? '.' : `: ${request.note}`}`,
      )
      .join('\n');
  });
}

/** Gives an account what it asks for, or declines it. `--json`: `{ email, plan, granted }`. */
export function planAnswer({ data, json, email, grant, answer }: PlanAnswerOptions, io: Io): Promise<number> {
  return noteInFolder(data, io, (database) => {
    const room = roomOfAccount(database, data, email);
    const { request } = room;
    if (request === null)
      throw new Refused('not-found', `${email} does not ask for another plan. See who does: rollcall plan requests --data ${data}`);
    reply(database, { requestId: request.id, grant, answer, now: Date.now() });
    if (json) return JSON.stringify({ email, plan: request.plan, granted: grant });
    return grant ? `${email} has the plan ${request.plan} now.` : `${email} is told that it does not get the plan ${request.plan}.`;
  });
}

/** `--json`: `{ email, plan, quota, bytes }`. Nothing that is stored goes. */
export function accountPlan({ data, json, email, name }: AccountPlanOptions, io: Io): Promise<number> {
  return noteInFolder(data, io, (database) => {
    const { libraryId } = roomOfAccount(database, data, email);
    const plan = givePlan(database, libraryId, name);
    const { quota, bytes } = roomOfAccount(database, data, email);
    if (json) return JSON.stringify({ email, plan: plan.name, quota, bytes });
    const over = bytes > quota ? ' All that is stored stays; nothing new fits in before there is room.' : '';
    return `${email} has the plan ${plan.name} now, and uses ${ofQuotaWords(bytes, quota)}.${over}`;
  });
}

function roomOfAccount(database: Database, data: string, email: string): ReturnType<typeof accountRooms>[number] {
  const room = accountRoom(database, { email });
  if (room === null) throw new Refused('not-found', `There is no account ${email} here. See them: rollcall account list --data ${data}`);
  return room;
}

const roomOf = (bytes: number | null): string => (bytes === null ? 'no limit' : sizeWords(bytes));
