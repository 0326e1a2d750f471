import type { Evidence, MissingTool, Reason, ReasonCode } from '@rollcall/protocol';
import type { Policy } from '../policy/index.ts';
import type { Probed } from './place.ts';
import type { ServiceFact } from './service.ts';

/** Something that was seen, and since when it is so (null: nobody noted it); or, in words, why it cannot be seen from here. */
export type Sighting<T> = { readonly is: T; readonly since: number | null; readonly source?: string } | { readonly unseen: string };

/** What the planner says of all items that list one code. */
export interface ReasonFact {
  readonly code: ReasonCode;
  /** Items that list it, and those where it comes first. */
  readonly count: number;
  readonly primary: number;
  /** Since when the first of them waits; null: it was not told. */
  readonly since: number | null;
  /** Of the first of them; empty: it was not told. */
  readonly evidence: Evidence;
}

/** What was read of a device's surroundings, by the names of `rollcall conditions`. Absent: nobody told. */
export interface CheckReadings {
  readonly link?: Sighting<'none' | 'wifi' | 'wired' | 'cellular'>;
  readonly metered?: Sighting<boolean>;
  readonly roaming?: Sighting<boolean>;
  readonly portal?: Sighting<boolean>;
  /** Percent. */
  readonly battery?: Sighting<number>;
  readonly charging?: Sighting<boolean>;
  readonly 'low-power'?: Sighting<boolean>;
  /** Bytes. */
  readonly 'free-space'?: Sighting<number>;
  /** The server answers. */
  readonly server?: Sighting<boolean>;
  /** Milliseconds. */
  readonly 'round-trip'?: Sighting<number>;
  /** Seconds that the device's clock is ahead of the server's. */
  readonly 'clock-skew'?: Sighting<number>;
  /** Bytes a second. */
  readonly throughput?: Sighting<number>;
}

export interface QuotaFigures {
  /** Bytes that count, with what is set aside for uploads that run. */
  readonly used: number;
  readonly quota: number;
}

export interface VersionFigures {
  readonly device: string;
  /** Version of the protocol; null: not told. */
  readonly deviceProtocol: number | null;
  readonly server: string;
  readonly serverProtocol: number;
  /** The oldest version of the protocol that the server takes. */
  readonly serverTakes: number;
}

/**
 * How the program that syncs stands. `ended`: it did not stop by itself; `stuck`: it runs, and shows no sign of life; `away`: nothing is
 * heard of it, and whether it runs is not known.
 */
export type AgentState = 'running' | 'stopped' | 'ended' | 'stuck' | 'away';

/** It is looked at from elsewhere, and nothing is heard of it. */
export function isAway({ agent }: Pick<CheckFacts, 'agent'>): boolean {
  return 'is' in agent && agent.is === 'away';
}

/** Everything that the seven checks rest on. Whoever cannot see a part of it says why instead. Times are milliseconds since 1970. */
export interface CheckFacts {
  readonly now: number;
  /** The name of the device, where it is looked at from elsewhere; null: it looks at itself. */
  readonly afar: string | null;
  /** What the planner says of the items, one entry a code. */
  readonly reasons: Sighting<readonly ReasonFact[]>;
  /** What stands in the way of the device as a whole: its folder, the server, the person's settings. */
  readonly device: readonly Reason[];
  readonly readings: CheckReadings;
  readonly account: Sighting<{ readonly email: string; readonly server: string }>;
  readonly policy: Policy | null;
  readonly quota: Sighting<QuotaFigures>;
  readonly versions: Sighting<VersionFigures>;
  readonly agent: Sighting<AgentState>;
  /** The service that runs the program which syncs, and since when it stands as it does; only the device itself can see it. */
  readonly service: Sighting<ServiceFact | 'none'>;
  /** When the device and the cloud last spoke. */
  readonly heard: Sighting<number>;
  /** `device-silent`, of each device that is looked at from elsewhere and of which the server hears nothing. */
  readonly silent: readonly Reason[];
  /** What the server makes no pictures for want of; empty: nothing, or it was not asked. */
  readonly missingTools: readonly MissingTool[];
  /** `sync-off`, of each other device of the account on which it is off. */
  readonly switchedOff: readonly Reason[];
  /** Where a fault was looked for, place by place; empty: nobody probed. */
  readonly probes: readonly Probed[];
}
