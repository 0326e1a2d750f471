import { until } from '../support/program.ts';
import type { Device } from '../support/world.ts';

interface Status {
  library: { assets: number };
}

/**
 * Syncs devices in turns until the library has so many photos on each, for files have become one, and all of it is verified. What the
 * server joins in the middle of that, one round later is told of; what does not end is a failure, in the words of the last round.
 */
export async function becomes(count: number, devices: readonly [Device, Device], patience: number): Promise<void> {
  const [first, second] = devices;
  let last = '';
  const isSo = async (): Promise<boolean> => {
    for (const device of [first, second, first]) {
      const { code, out, err } = await device.once();
      last = `${device.name} is not in sync: ${out}${err}`;
      if (code !== 0) return false;
    }
    const counts = await Promise.all(devices.map(async (device) => (await device.json<Status>('status')).library.assets));
    last = `there are ${counts.join(' and ')}`;
    if (counts.some((each) => each !== count)) return false;
    for (const device of devices) {
      const { code, out, err } = await device.run('verify');
      last = `${device.name} is not verified: ${out}${err}`;
      if (code !== 0) return false;
    }
    return true;
  };
  await until(isSo, `${count} photos in the library`, patience).catch((error: Error) => {
    throw new Error(`${error.message}; ${last}`, { cause: error });
  });
}
