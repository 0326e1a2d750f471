import assert from 'node:assert/strict';
import {
  awayWords,
  factsFromElsewhere,
  muteOf,
  otherFindings,
  sevenChecks,
  type CheckResult,
  type Finding,
  type Mute,
} from '@rollcall/core';
import { until } from '../support/program.ts';
import { signInByPassword } from '../support/session.ts';
import type { Device } from '../support/world.ts';

/** What the page *Sync health* says of a device. */
export interface OnPage {
  readonly checks: readonly CheckResult[];
  readonly others: readonly Finding[];
  /** That nothing is heard of it; null: it is there, or spoke just now. */
  readonly away: string | null;
  /** Why it may be there and silent. */
  readonly mute: Mute | null;
}

/** The page's own rules, over what the server tells to whoever looks at it now; null: the page has no such device. */
export async function ifOnPage({ world, name }: Device): Promise<OnPage | null> {
  const session = await signInByPassword(world.url);
  const [{ devices }, { library, account }, server] = await Promise.all([
    session.ok('devices', {}),
    session.ok('session', {}),
    session.ok('server', {}),
  ]);
  const device = devices.find((each) => each.name === name);
  if (device === undefined) return null;
  const now = Date.now();
  const facts = factsFromElsewhere(device, { now, server, library, account: { email: account.email, server: world.url } });
  return { checks: sevenChecks(facts), others: otherFindings(facts), away: awayWords(device, now), mute: muteOf(device) };
}

export async function onPage(device: Device): Promise<OnPage> {
  return (await ifOnPage(device)) ?? assert.fail(`the page shows no ${device.name}`);
}

/** Waits until the device listens: from then on the page knows when it does not. */
export async function listens({ world, name }: Device): Promise<void> {
  const session = await signInByPassword(world.url);
  const connected = async (): Promise<boolean> =>
    (await session.ok('devices', {})).devices.some((each) => each.name === name && each.connected);
  await until(connected, `${name} to listen`, 120_000);
}
