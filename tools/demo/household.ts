import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { ROOT } from '../house.ts';

/** The folder of the demonstration; git knows nothing of it. */
export const DEMO = join(ROOT, 'demo');
export const CLOUD = join(DEMO, 'cloud');
/** Photographs to drop into a device's folder. */
export const SPARE = join(DEMO, 'To drop');

export interface DemoDevice {
  readonly name: string;
  readonly folder: string;
  readonly home: string;
}
const device = (name: string): DemoDevice => ({ name, folder: join(DEMO, name), home: join(DEMO, 'state', name) });
export const DEVICES: readonly DemoDevice[] = [device('Laptop'), device('Desktop')];

/** What the demonstration remembers from one run to the next. */
export interface Household {
  readonly port: number;
  readonly email: string;
  readonly password: string;
  /** Photographs painted so far; what a person did with them since is theirs. */
  readonly painted: number;
  /** The account is made, and both folders are devices. */
  readonly settled: boolean;
}

const FILE = join(DEMO, 'demo.json');

export async function openHousehold(fresh: boolean): Promise<Household> {
  if (fresh && existsSync(DEMO)) {
    if (!existsSync(FILE)) throw new Error(`${DEMO} was not made by the demonstration; move it away first.`);
    rmSync(DEMO, { recursive: true });
  }
  if (existsSync(FILE)) return JSON.parse(readFileSync(FILE, 'utf8')) as Household;
  mkdirSync(DEMO, { recursive: true });
  return keepHousehold({ port: await freePort(2280), email: 'owner@demo.example', password: 'roll-call-demo', painted: 0, settled: false });
}

export function keepHousehold(household: Household): Household {
  writeFileSync(`${FILE}.new`, `${JSON.stringify(household, null, 2)}\n`, { mode: 0o600 });
  renameSync(`${FILE}.new`, FILE);
  return household;
}

/** The wished port if nobody has it, else any free one. */
async function freePort(wished: number): Promise<number> {
  return (await tryPort(wished)) ?? (await tryPort(0)) ?? wished;
}

function tryPort(port: number): Promise<number | null> {
  return new Promise((resolve) => {
    const server = createServer();
    server.once('error', () => resolve(null));
    server.listen(port, '127.0.0.1', () => {
      const address = server.address();
      server.close(() => resolve(typeof address === 'object' && address ? address.port : null));
    });
  });
}
