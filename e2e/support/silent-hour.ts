import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath, pathToFileURL } from 'node:url';
import type { World } from './world.ts';

const PRELOAD = pathToFileURL(fileURLToPath(new URL('../fixtures/clock.mjs', import.meta.url))).href;
/** The most that a server takes for time that passed, between two of its heartbeats. */
const HOUR = 3_600_000;

/**
 * The server's clock moves by an hour in which no device says a word, while it runs; it is told to tell of a device after that long. Resolves
 * with what sets the clock right again.
 */
export async function silentHour(world: World): Promise<() => void> {
  const clock = join(world.root, 'clock');
  const move = (ms: number): void => writeFileSync(clock, String(ms));
  move(0);
  world.serverEnv = { ...world.serverEnv, NODE_OPTIONS: `--import ${PRELOAD}`, CLOCK_FILE: clock };
  // With its last heartbeat a server notes whom it heard, and how much time it saw pass.
  await world.server?.stop();
  await world.serveAgain(['--silent-after', '1h']);
  move(HOUR + 60_000);
  // What was read of the clock just before is kept for a moment (clock.mjs).
  await sleep(100);
  await world.server?.stop();
  await world.serveAgain();
  return () => move(0);
}
