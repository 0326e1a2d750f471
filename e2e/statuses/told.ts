import assert from 'node:assert/strict';
import { doctor, type Check, type Finding } from '../doctor/told.ts';
import { until } from '../support/program.ts';
import type { Device } from '../support/world.ts';

/** As at home: nothing of this machine's own link, battery and disk counts. */
export const HOME = ['link=wifi', 'metered=no', 'roaming=no', 'portal=no', 'battery=90', 'charging=yes', 'low-power=no', 'free-space=50GB'];

/** One thing that happens, and what must be said of it. */
export interface Row {
  readonly code: string;
  readonly check: number;
  readonly class: 'needs-you' | 'held' | 'failing';
  readonly words: RegExp;
  readonly cure: RegExp;
  /** Where the doctor is to find it. */
  readonly place: string;
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
  return ended.code === 0 ? (JSON.parse(ended.out) as Why) : null;
}

/** Waits until the photo's first reason is this one, and holds everything that is said of it, by `why` and by the doctor, against the row. */
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
  return isFound(device, row);
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

/** Waits until it is said no more, by itself, and the photo is in sync. */
export async function isOver(device: Device, file: string, code: string): Promise<void> {
  await until(async () => (await whyOf(device, file))?.inSync === true, `${code} to be over, and ${file} in sync`, 120_000);
  const told = await doctor(device);
  assert.deepEqual(
    told.checks.flatMap(({ findings }) => findings).filter((finding) => finding.code === code),
    [],
  );
}
