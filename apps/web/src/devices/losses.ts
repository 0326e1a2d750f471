import { say, sayMany, sizeWords, type Device } from '@rollcall/protocol';
import { unsafeOn } from './safety.ts';

/** What a device has not sent, and what it has not in full, in words: once it is removed, neither moves any more. */
export function lossesOf({ kind, app, roll }: Pick<Device, 'kind' | 'app' | 'roll'>): string[] {
  if (kind === 'browser' || (app !== undefined && roll === null)) return [];
  if (roll === null) return [say('It has not told yet what it holds: whether its photos are in the cloud is not known.')];
  const unsafe = unsafeOn({ roll });
  const { files = 0, originals = 0 } = roll.about?.storage?.compressed ?? {};
  return [
    ...(unsafe > 0
      ? [
          sayMany(
            unsafe,
            '{count} photo on it is not in the cloud yet, and will not come by itself.',
            '{count} photos on it are not in the cloud yet, and will not come by itself.',
          ),
        ]
      : []),
    ...(files > 0 ? [compressedWords(files, originals)] : []),
  ];
}

function compressedWords(files: number, originals: number): string {
  return sayMany(
    files,
    '{count} file on it is there as a compressed version only. Its original ({size}) stays in the cloud. To have them there in full, let it download and keep originals first.',
    '{count} files on it are there as compressed versions only. Their originals ({size}) stay in the cloud. To have them there in full, let it download and keep originals first.',
    { size: sizeWords(originals) },
  );
}
