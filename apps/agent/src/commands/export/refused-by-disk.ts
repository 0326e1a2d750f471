import { Stopped, stoppedBy } from '@rollcall/importers';
import { writeTrouble } from '../../work/write-trouble.ts';

/** Why the disk that is exported to takes nothing more: it is none of the device's, and what would make room there would not help. Null: for no reason that a disk gives. */
export function refusedByDisk(error: unknown, root: string): Stopped | null {
  const trouble = writeTrouble(error, root);
  if (trouble === null) return null;
  const [code, evidence] = trouble;
  if (code !== 'device-disk-full') return stoppedBy(code, evidence);
  return new Stopped(
    `the disk at ${root} is full. Make room there and give it again, and it goes on from there; or choose another disk.`,
    'person',
  );
}
