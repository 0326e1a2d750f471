import assert from 'node:assert/strict';
import { DatabaseSync } from 'node:sqlite';
import { join } from 'node:path';
import type { Device } from '../support/world.ts';

/** What `doctor --json` tells, as far as tests look at it. */
export interface Finding {
  readonly code: string;
  readonly verdict: 'look' | 'broken';
  readonly count: number;
  readonly words: string;
  readonly since: number | null;
  readonly ends: string | null;
  readonly cure: string;
  readonly place: string;
  readonly evidence: Record<string, unknown>;
}
export interface Check {
  readonly check: number;
  readonly name: string;
  readonly verdict: 'fine' | 'look' | 'broken' | 'unseen';
  readonly findings: readonly Finding[];
  readonly seen: readonly string[];
  readonly cannotSee: readonly string[];
}
export interface Doctor {
  readonly outcome: 'fine' | 'held' | 'failing' | 'needs-you';
  readonly checks: readonly Check[];
  readonly others: readonly Finding[];
  readonly places: readonly { readonly place: string; readonly state: 'fine' | 'broken' | 'unknown'; readonly words: string }[];
  readonly reasons: readonly {
    readonly code: string;
    readonly count: number;
    readonly primary: number;
    readonly examples: readonly string[];
  }[];
  readonly fixed: {
    readonly done: readonly { readonly cure: string; readonly words: string }[];
    readonly before: { readonly outcome: string; readonly checks: readonly Check[] };
  } | null;
}

export async function doctor(device: Device, ...more: string[]): Promise<Doctor & { readonly code: number | null }> {
  const ended = await device.run('doctor', '--json', ...more);
  assert.notEqual(ended.out, '', ended.err);
  return { ...(JSON.parse(ended.out) as Doctor), code: ended.code };
}

/** The places at which the fault was met. */
export const faults = ({ places }: Doctor): string[] => places.filter(({ state }) => state === 'broken').map(({ place }) => place);

export const verdicts = ({ checks }: Doctor): string[] => checks.map(({ verdict }) => verdict);

/** Writes into the state of a device that does not run. */
export function noteInStore(device: Device, sql: string, ...values: (string | number)[]): void {
  const database = new DatabaseSync(join(device.home, 'device.sqlite'));
  database.prepare(sql).run(...values);
  database.close();
}
