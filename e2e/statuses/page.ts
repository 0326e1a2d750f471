import { factsFromElsewhere, otherFindings, sevenChecks, type CheckResult, type Finding } from '@rollcall/core';
import { signInByPassword } from '../support/session.ts';
import type { Device } from '../support/world.ts';

/** What the page *Sync health* says of a device. */
export interface OnPage {
  readonly checks: readonly CheckResult[];
  readonly others: readonly Finding[];
}

/** The page's own rules, over what the server tells to whoever looks at it now. */
export async function onPage({ world, name }: Device): Promise<OnPage> {
  const session = await signInByPassword(world.url);
  const [{ devices }, { library, account }, server] = await Promise.all([
    session.ok('devices', {}),
    session.ok('session', {}),
    session.ok('server', {}),
  ]);
  const device = devices.find((each) => each.name === name);
  if (device === undefined) throw new Error(`the page shows no ${name}`);
  const facts = factsFromElsewhere(device, { now: Date.now(), server, library, account: { email: account.email, server: world.url } });
  return { checks: sevenChecks(facts), others: otherFindings(facts) };
}
