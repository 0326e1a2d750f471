import type { ServerDisk } from '@rollcall/protocol';
import type { Database } from 'better-sqlite3';
import { readBackedUp } from '../backed-up.ts';
import { care } from './care.ts';
import { openDeviceFamilies } from './devices.ts';
import { asText, gauge } from './family.ts';
import type { Figures } from './figures.ts';
import { holdings } from './holdings.ts';
import type { LoopDelay } from './loop-delay.ts';
import { disk, machine } from './machine.ts';
import { queues } from './queues.ts';

/** What Prometheus is told. */
export interface Metrics {
  /** As of now, or of the last second: whoever asks more often is told the same. */
  text(): Promise<string>;
}

export interface MetricsParts {
  readonly dataDir: string;
  readonly version: string;
  readonly database: Database;
  readonly figures: Figures;
  readonly delay: LoopDelay;
  /** Milliseconds since 1970. */
  readonly now: () => number;
  readonly disk: () => Promise<ServerDisk>;
  /** Device ids, one a stream of pokes that is open; pages of browsers among them. */
  readonly streams: () => readonly string[];
  readonly views: () => Readonly<Record<string, number>>;
  /** Counts what went over connections until now. */
  readonly settle: () => void;
}

/** Milliseconds. */
const HOLDS = 1000;

/** Nothing is counted that grows with a library: sums that are kept anyway, queues up to a limit, a row a device. */
export function openMetrics(parts: MetricsParts): Metrics {
  const { dataDir, version, database, figures, delay, now } = parts;
  const startedAt = now() - performance.now();
  const devices = openDeviceFamilies({ database, listening: () => new Set(parts.streams()), fedUpTo: figures.fedUpTo, now });
  let seen: { readonly at: number; readonly text: Promise<string> } | null = null;
  const gather = async (): Promise<string> => {
    const [ofMachine, ofDisk, backedUp] = await Promise.all([
      machine(version, startedAt, delay),
      parts.disk().then((standing) => disk(dataDir, standing)),
      readBackedUp(dataDir),
    ]);
    parts.settle();
    const began = performance.now();
    const families = [
      ...ofMachine,
      ...ofDisk,
      ...holdings(database),
      ...devices(),
      gauge('rollcall_streams', 'Streams of pokes that are open, of devices and pages', parts.streams().length),
      ...queues(database, parts.views()),
      ...care(database, backedUp),
      ...figures.families(),
    ];
    return asText([
      ...families,
      gauge('rollcall_metrics_seconds', 'How long these figures kept the server from other work', (performance.now() - began) / 1000),
    ]);
  };
  return {
    text: () => {
      const at = performance.now();
      if (seen === null || at - seen.at > HOLDS) seen = { at, text: gather() };
      return seen.text;
    },
  };
}
