import { classOf, sortReasons, type Reason } from '@rollcall/protocol';
import type { Action, FileRows, Plan } from './plan.ts';
import type { Conditions } from './rows.ts';

/** What brings new bytes to the cloud. What the cloud has already, it may be given back. */
function sends({ do: what }: Action): boolean {
  return what === 'send-new' || what === 'send-change' || what === 'send-sidecar';
}

/**
 * A library that closes takes nothing new: what would be sent says so, and waits for the word that keeps the library. What is on its way
 * already arrives; all else, what comes from the cloud and what is deleted by a person, goes on.
 * @param freely what would be done if nothing else were in the way
 */
export function closingStops(plan: Plan, freely: () => Plan, { file, transfer }: FileRows, { closing = null }: Conditions): Plan {
  if (closing === null || transfer !== null || plan.reasons.length === 0) return plan;
  if (plan.reasons.some(({ code }) => classOf(code) === 'excluded')) return plan;
  if (!plan.actions.some(sends) && !freely().actions.some(sends)) return plan;
  const { code, since, evidence } = closing;
  const waits = (reason: Reason): Reason =>
    classOf(reason.code) === 'moving' ? { code: 'queued', since: file.firstSeen, evidence: {} } : reason;
  const others = plan.reasons.filter((reason) => reason.code !== code).map(waits);
  return {
    ...plan,
    actions: plan.actions.filter((action) => !sends(action)),
    reasons: sortReasons([{ code, since, evidence }, ...others]),
  };
}
