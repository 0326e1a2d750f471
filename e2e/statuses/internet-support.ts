import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import type { Device } from '../support/world.ts';
import { until } from '../support/program.ts';

/** A reason as it is told. */
export interface Told {
  readonly code: string;
  readonly check: number | null;
  readonly class: string;
  readonly since: number;
  readonly words: string;
  readonly cure: string;
  readonly ends: { readonly by: string; readonly words: string };
  readonly evidence: Readonly<Record<string, unknown>>;
  readonly simulated?: readonly string[];
}

/** What a device says of one of its files, by each of the ways in which it tells. */
export function seenBy(device: Device): { reasons(file: string): Promise<readonly Told[]>; inSync(file: string): Promise<boolean> } {
  const why = (file: string): Promise<{ inSync: boolean; reasons: Told[] }> => device.json('why', device.path(file));
  return {
    reasons: async (file) => (await why(file)).reasons,
    inSync: async (file) => (await why(file)).inSync,
  };
}

/** The reason of this code, once the device tells it of the file. */
export async function saysOf(device: Device, file: string, code: string, has: (told: Told) => boolean = () => true): Promise<Told> {
  let last: readonly Told[] = [];
  const look = async (): Promise<Told | undefined> => {
    last = await seenBy(device).reasons(file);
    return last.find((told) => told.code === code && has(told));
  };
  const found = await until(look, `${file} to say ${code}`, 120_000).catch((error: unknown) =>
    assert.fail(`${String(error)}; it says ${JSON.stringify(last)}`),
  );
  assert.ok(found.words !== '' && found.ends.words !== '' && found.cure !== '', `${code} tells words, an end and a cure`);
  return found;
}

/** The cause is gone: the reason is, and the file arrives by itself. */
export async function clears(device: Device, file: string): Promise<void> {
  await until(() => seenBy(device).inSync(file), `${file} to be safe`, 120_000);
}

/** A device's own link to this machine: a network of two, apart from all others. */
export class Cable {
  readonly name: string;
  /** This machine’s own address on it, and the device’s: those of other runs on the same machine are others. */
  readonly here: string = `10.213.${(process.pid >> 6) & 255}.${((process.pid & 63) << 2) + 1}`;
  readonly #there: string = `10.213.${(process.pid >> 6) & 255}.${((process.pid & 63) << 2) + 2}`;
  readonly #end: string;
  #narrow = false;

  constructor(name: string) {
    this.name = name;
    this.#end = `${name}d`;
    ip('netns', 'add', name);
    ip('link', 'add', `${name}h`, 'type', 'veth', 'peer', 'name', this.#end, 'netns', name);
    ip('addr', 'add', `${this.here}/30`, 'dev', `${name}h`);
    ip('link', 'set', `${name}h`, 'up');
    ip('-n', name, 'addr', 'add', `${this.#there}/30`, 'dev', this.#end);
    ip('-n', name, 'link', 'set', 'lo', 'up');
    this.plugIn();
  }

  plugIn(): void {
    ip('-n', this.name, 'link', 'set', this.#end, 'up');
  }

  unplug(): void {
    ip('-n', this.name, 'link', 'set', this.#end, 'down');
  }

  /** What this machine says to the device is lost, and nobody is told. */
  swallow(): void {
    ip('route', 'add', 'blackhole', `${this.#there}/32`);
  }

  give(): void {
    ip('route', 'del', 'blackhole', `${this.#there}/32`);
  }

  /** What the device says passes a narrow place of this machine: so many bits a second; what comes faster is lost once a few packets wait. */
  narrow(kilobits: number): void {
    const place = `${this.name}i`;
    ip('link', 'add', place, 'type', 'ifb');
    this.#narrow = true;
    ip('link', 'set', place, 'up');
    tc('qdisc', 'add', 'dev', place, 'root', 'tbf', 'rate', `${kilobits}kbit`, 'burst', '3kb', 'limit', '12kb');
    tc('qdisc', 'add', 'dev', `${this.name}h`, 'ingress');
    const all = ['parent', 'ffff:', 'protocol', 'ip', 'u32', 'match', 'u32', '0', '0'];
    tc('filter', 'add', 'dev', `${this.name}h`, ...all, 'action', 'mirred', 'egress', 'redirect', 'dev', place);
  }

  widen(): void {
    tc('qdisc', 'del', 'dev', `${this.name}h`, 'ingress');
    ip('link', 'del', `${this.name}i`);
    this.#narrow = false;
  }

  remove(): void {
    // A link that goes with its network does so a moment later.
    ip('link', 'del', `${this.name}h`);
    if (this.#narrow) ip('link', 'del', `${this.name}i`);
    ip('netns', 'del', this.name);
  }
}

/** Why a device can have no link of its own here, or none to which this is done; null: it can. */
export function noCable(done: (cable: Cable) => void = () => undefined): string | null {
  let cable: Cable | null = null;
  try {
    cable = new Cable(`rc${process.pid}t`);
    done(cable);
    return null;
  } catch (error) {
    return `such a network cannot be made here (${(error as Error).message.split('\n')[0]})`;
  } finally {
    cable?.remove();
  }
}

function ip(...args: string[]): void {
  execFileSync('ip', args, { stdio: 'pipe' });
}

function tc(...args: string[]): void {
  execFileSync('tc', args, { stdio: 'pipe' });
}
