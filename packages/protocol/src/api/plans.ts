import { z } from 'zod';
import { AccountRoom, Plan, PlanAsk, PlanName, PlanReply, PlanRequest, ServerDisk, StorageParts } from '../plans.ts';
import { Id } from '../ids.ts';
import { Empty, type Route } from './route.ts';

/** Room in the cloud: what takes it, plans, and asking for a bigger one. */
export const PLAN_ROUTES = {
  storage: {
    method: 'GET',
    path: '/api/v1/storage',
    auth: 'account',
    summary: 'What takes the room of the library: photos, videos, edits and versions, Recently Deleted, running uploads',
    response: StorageParts,
  },
  plans: {
    method: 'GET',
    path: '/api/v1/plans',
    auth: 'account',
    summary: 'The plans that the owner of the server gives, the account’s own, and what it asked for last',
    response: z.object({
      plans: z.array(Plan),
      /** Null: a number of its own. */
      plan: PlanName.nullable(),
      request: PlanRequest.nullable(),
    }),
  },
  setPlan: {
    method: 'PUT',
    path: '/api/v1/plans/:name',
    auth: 'account',
    summary: 'Add a plan, or change how much room it gives, at once for all who have it; the owner, from a browser',
    params: z.object({ name: PlanName }),
    body: Plan.pick({ bytes: true }),
    response: Empty,
  },
  removePlan: {
    method: 'DELETE',
    path: '/api/v1/plans/:name',
    auth: 'account',
    summary: 'Take a plan away that nobody has; the owner, from a browser',
    params: z.object({ name: PlanName }),
    response: Empty,
  },
  askForPlan: {
    method: 'POST',
    path: '/api/v1/plan-request',
    auth: 'account',
    summary: 'Ask the owner of the server for another plan, in place of what is asked for now; from a browser',
    body: PlanAsk,
    response: z.object({ request: PlanRequest }),
  },
  withdrawPlanRequest: {
    method: 'DELETE',
    path: '/api/v1/plan-request',
    auth: 'account',
    summary: 'Ask for it no more; from a browser',
    response: Empty,
  },
  answerPlanRequest: {
    method: 'POST',
    path: '/api/v1/plan-requests/:requestId/answer',
    auth: 'account',
    summary: 'Give what was asked for, or decline it; the owner, from a browser',
    params: z.object({ requestId: Id }),
    body: PlanReply,
    response: Empty,
  },
  setAccountPlan: {
    method: 'PATCH',
    path: '/api/v1/accounts/:accountId/plan',
    auth: 'account',
    summary: 'Give an account a plan; what is stored stays, also where it is more; the owner, from a browser',
    params: z.object({ accountId: z.string().max(100) }),
    body: z.object({ plan: PlanName }),
    response: Empty,
  },
  serverStorage: {
    method: 'GET',
    path: '/api/v1/server/storage',
    auth: 'account',
    summary: 'The disk of the server, the accounts with their room, and what they ask for; the owner, from a browser',
    response: z.object({ disk: ServerDisk, accounts: z.array(AccountRoom) }),
  },
} as const satisfies Record<string, Route>;
