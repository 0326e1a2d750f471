import assert from 'node:assert/strict';
import { fromAfar } from '@rollcall/core';
import { tellReason, type ReasonCode } from '@rollcall/protocol';
import { doctor, type Check, type Finding } from '../doctor/told.ts';
import { until } from '../support/program.ts';
import type { Device } from '../support/world.ts';
import { ifOnPage, onPage } from './page.ts';

/** As at home: nothing of this machine's own link, battery and disk counts. */
export const HOME = ['link=wifi', 'metered=no', 'roaming=no', 'portal=no', 'battery=90', 'charging=yes', 'low-power=no', 'free-space=50GB'];

/**
 * What the page can say of what a device cannot tell. `silent`: that nothing is heard of it, since when, and what it told before; why, only
 * the device says. `may-not-speak`: the same, and that its settings may be why. `spoke`: only that it spoke just now, for commands beside it still ask. `removed`: it has no such device any more. `no-page`: the
 * server does not run, so there is no page.
 */
export type Untold = 'silent' | 'may-not-speak' | 'spoke' | 'removed' | 'no-page';

/** One thing that happens, and what must be said of it. */
export interface Row {
  readonly code: ReasonCode;
  readonly check: number;
  readonly class: 'needs-you' | 'held' | 'failing';
  readonly words: RegExp;
  readonly cure: RegExp;
  /** Where the doctor is to find it. */
  readonly place: string;
  /** The device cannot tell the cloud of it while it is so; absent: it tells. */
  readonly untold?: Untold;
}

interface Told {
  readonly code: string;
  readonly check: number | null;
  readonly class: string;
  readonly since: number;
  readonly words: string;
  readonly cure: string;
  readonly ends: { readonly by: string; readonly words: string };
}
interface Why {
  readonly inSync: boolean;
  readonly primary: string | null;
  readonly reasons: readonly Told[];
}

/** What is said of one photo; null: the device has not seen it yet. */
export async function whyOf(device: Device, file: string): Promise<Why | null> {
  const ended = await device.run('why', file, '--json');
  if (ended.code === 2) return null;
  assert.equal(ended.code, 0, ended.err);
  return JSON.parse(ended.out) as Why;
}

/** Waits until the photo's first reason is this one, and holds everything that is said of it, by `why`, the doctor and the page, against the row. */
export async function isTold(device: Device, file: string, row: Row): Promise<Finding> {
  let last: Why | null = null;
  const why = await until(
    async () => {
      last = await whyOf(device, file);
      return last?.primary === row.code && last;
    },
    `${row.code} to be told of ${file}`,
    120_000,
  ).catch((error: unknown) => {
    throw new Error(`${(error as Error).message}; told was ${JSON.stringify(last)}`);
  });
  const [reason] = why.reasons;
  assert.deepEqual([reason?.check, reason?.class], [row.check, row.class]);
  assert.match(reason?.words ?? '', row.words);
  assert.match(reason?.cure ?? '', row.cure);
  assert.ok((reason?.ends.words ?? '').length > 0 && (reason?.since ?? 0) > 0);
  const found = await isFound(device, row);
  await (row.untold === undefined ? isShown(device, row) : isSilentOnPage(device, row, row.untold));
  return found;
}

/** The page says that nothing is heard of the device, and nothing that it cannot know. */
async function isSilentOnPage(device: Device, { code }: Row, untold: Untold): Promise<void> {
  if (untold === 'no-page') return assert.rejects(ifOnPage(device), 'there is no page');
  if (untold === 'removed') return assert.equal(await ifOnPage(device), null);
  const shown = await until(
    async () => {
      const page = await onPage(device);
      return (page.away !== null || untold === 'spoke') && page;
    },
    `the page to say that nothing is heard of ${device.name}, which is ${code}`,
    120_000,
  );
  const topics = [...shown.checks.flatMap(({ findings }) => findings), ...shown.others].map(({ topic }) => topic as string);
  assert.ok(!topics.includes(code), `nobody elsewhere knows of ${code}`);
  if (untold === 'spoke') return;
  assert.match(shown.away ?? '', new RegExp(`^${device.name} (?:does not answer|is not connected): `));
  const { checks, mute } = shown;
  // Neither its link nor whether it runs is called fine.
  assert.notEqual(checks[1]?.verdict, 'fine');
  assert.notEqual(checks[4]?.verdict, 'fine');
  assert.ok(checks[4]?.cannotSee.includes('whether Rollcall runs there: it is not connected'), JSON.stringify(checks[4]));
  if (untold === 'may-not-speak') assert.ok((mute?.because as readonly string[] | undefined)?.includes(code), JSON.stringify(mute));
}

/** The page has it under the same check, in the same words as they are said of another device. */
export async function isShown(device: Device, row: Row): Promise<void> {
  let last: unknown = null;
  const found = await until(
    async () => {
      const check = (await onPage(device)).checks[row.check - 1];
      last = check;
      // What was measured before may have had other words.
      return check?.findings.find(
        ({ topic, evidence }) => topic === row.code && row.words.test(tellReason({ code: row.code, since: 0, evidence }).words),
      );
    },
    `the page to show ${row.code}`,
    120_000,
  ).catch((error: unknown) => {
    throw new Error(`${(error as Error).message}; it shows ${JSON.stringify(last)}`);
  });
  const { words, cure } = tellReason({ code: row.code, since: 0, evidence: found.evidence });
  assert.match(cure, row.cure);
  assert.deepEqual(
    [found.words, found.cure],
    [words, cure].map((text) => fromAfar(text, device.name, found.evidence)),
  );
  assert.deepEqual([found.verdict, found.place], [row.class === 'held' ? 'look' : 'broken', row.place]);
  assert.ok((found.since ?? 0) > 0);
}

/** The doctor has it under its own check, with the same words, as broken or to look at, and its exit code says so. */
export async function isFound(device: Device, row: Row): Promise<Finding> {
  const told = await doctor(device);
  const check = told.checks[row.check - 1] as Check;
  const finding =
    check.findings.find(({ code }) => code === row.code) ?? assert.fail(`the doctor does not tell ${row.code}: ${JSON.stringify(check)}`);
  assert.equal(check.verdict, row.class === 'held' && check.findings.every(({ verdict }) => verdict === 'look') ? 'look' : 'broken');
  assert.equal(finding.verdict, row.class === 'held' ? 'look' : 'broken');
  assert.match(finding.words, row.words);
  assert.match(finding.cure, row.cure);
  assert.equal(finding.place, row.place);
  assert.equal(told.code, { 'needs-you': 3, held: 4, failing: 5 }[row.class]);
  return finding;
}

/** Waits until it is said no more, by itself, and the photo is in sync; by the page as well, which hears of the device again. */
export async function isOver(device: Device, file: string, code: string): Promise<void> {
  await until(async () => (await whyOf(device, file))?.inSync === true, `${code} to be over, and ${file} in sync`, 120_000);
  const found = async (): Promise<Finding[]> =>
    (await doctor(device)).checks.flatMap(({ findings }) => findings.filter((finding) => finding.code === code));
  // What was measured of the way holds for some seconds more.
  if (code === 'slow-link') {
    let last: readonly Finding[] = [];
    await until(async () => (last = await found()).length === 0, `the doctor to tell ${code} no more`, 120_000).catch((error: unknown) => {
      throw new Error(`${(error as Error).message}; it tells ${JSON.stringify(last)}`);
    });
  } else assert.deepEqual(await found(), []);
  const gone = async (): Promise<boolean> => {
    const { checks, away } = (await ifOnPage(device)) ?? { checks: [], away: 'it is not there' };
    if (away === null && !checks.some(({ findings }) => findings.some(({ topic }) => topic === code))) return true;
    // One that runs speaks by itself; a run that is over may have been seen to go after the last command spoke.
    if (!runs(device)) await whyOf(device, file);
    return false;
  };
  await until(gone, `the page to show ${code} no more, and to hear of the device`, 120_000);
}

function runs({ agent }: Device): boolean {
  return agent !== null && agent.child.exitCode === null && agent.child.signalCode === null;
}
