import assert from 'node:assert/strict';
import { until } from '../support/program.ts';
import type { Device } from '../support/world.ts';

interface Status {
  library: { assets: number };
}

/** Syncs devices in turns until the library has so many photos on each, for files have become one; then all of it is verified. */
export async function becomes(count: number, devices: readonly [Device, Device], patience: number): Promise<void> {
  const [first, second] = devices;
  await until(
    async () => {
      for (const device of [first, second, first]) await device.sync();
      const counts = await Promise.all(devices.map(async (device) => (await device.json<Status>('status')).library.assets));
      return counts.every((each) => each === count);
    },
    `${count} photos in the library`,
    patience,
  );
  for (const device of devices) assert.equal((await device.run('verify')).code, 0);
}
