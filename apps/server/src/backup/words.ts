import { countWords, momentWords, sizeWords } from '@rollcall/protocol';
import type { CheckedBackup } from './check.ts';
import type { Lacking } from './copy-blobs.ts';
import type { Manifest, Why } from './format.ts';
import type { Pruned } from './prune.ts';
import type { Restored } from './restore.ts';

const WHY: Readonly<Record<Why, string>> = { damaged: 'damaged', missing: 'missing', unreadable: 'cannot be read' };

export function snapshotWords({ id, at, blobs, added }: Manifest, to: string): string {
  const what = `${countWords(blobs.count, 'file')} (${sizeWords(blobs.bytes)})`;
  return `Snapshot ${id} is in ${to}: the library as it was on ${momentWords(at)}, ${what}; ${countWords(added.count, 'file')} (${sizeWords(added.bytes)}) had to be copied.`;
}

/** What a snapshot has not, by the photos that need it. */
export function lackingLines(lacking: number, bad: readonly Lacking[]): string[] {
  if (lacking === 0) return [];
  return [
    `${countWords(lacking, 'file')} could not be copied, for the cloud has them no more as they were sent:`,
    ...badLines(bad),
    ...more(lacking, bad.length),
    'See: rollcall scrub. Devices that have them are asked for them, and the next backup brings them.',
  ];
}

function badLines(bad: readonly Lacking[]): string[] {
  return bad.map(({ hash, size, why, photos }) => {
    const names = photos.map(({ fileName, email }) => (email === null ? fileName : `${fileName} of ${email}`)).join(', ');
    return `  ${names || hash.slice(0, 12)}: ${WHY[why]} (${sizeWords(size)})`;
  });
}

function more(all: number, listed: number): string[] {
  return all > listed ? [`  and ${all - listed} more`] : [];
}

export function prunedWords({ kept, dropped, files }: Pruned, dryRun: boolean): string {
  const rest = `${countWords(files.count, 'file')} (${sizeWords(files.bytes)}) that no snapshot needs`;
  if (dryRun)
    return `Would drop ${list(dropped)} and keep ${list(kept)}. ${rest} would go${dropped.length > 0 ? ', and those that only the dropped ones need' : ''}.`;
  return `Dropped ${list(dropped)} and ${rest}; kept ${countWords(kept.length, 'snapshot')}.`;
}

function list(ids: readonly string[]): string {
  return ids.length === 0 ? 'no snapshot' : `${countWords(ids.length, 'snapshot')} (${ids.join(', ')})`;
}

export function checkedWords({ ok, snapshots, files, damaged, bad }: CheckedBackup): string[] {
  const what = `${countWords(files.count, 'file')} (${sizeWords(files.bytes)}) of ${countWords(snapshots.length, 'snapshot')}`;
  if (ok) return [`All ${what} are as they were kept.`];
  return [
    `${damaged} of ${what} are not as they were kept:`,
    ...bad.map(({ name, why }) => `  ${name}: ${WHY[why]}`),
    ...more(damaged, bad.length),
    'Make a backup now: it brings files of photos anew from the cloud. If more break, this disk is failing.',
  ];
}

export function restoredWords({ manifest, replaced, since, blobs, lacking, bad, accounts }: Restored, data: string): string[] {
  return [
    `${data} is the library again as it was on ${momentWords(manifest.at)}: ${countWords(blobs.count, 'file')} (${sizeWords(blobs.bytes)}), every byte of them as it was sent.`,
    ...(replaced === null
      ? []
      : [
          `What was there is in ${replaced}${since === null ? '' : `, ${countWords(since.count, 'file')} (${sizeWords(since.bytes)}) of it newer than the snapshot`}. Delete it once all is well.`,
        ]),
    ...(lacking === 0
      ? []
      : [
          `${countWords(lacking, 'file')} are not in the backup as they were sent. The server asks every device for them:`,
          ...badLines(bad),
          ...more(lacking, bad.length),
        ]),
    `Start the server: rollcall serve --data ${data}. Each device then reads the library anew, and gives back what it has and the snapshot has not:`,
    ...accounts.map(({ email, photos, devices }) => `  ${email}, with ${countWords(photos, 'photo')} here: ${deviceWords(devices)}`),
    'What was deleted since then is there again. What was only in the cloud since then, as a photo that was added in a browser and that no device has fetched, is lost; each device lists what it knows of that: rollcall lost ls.',
  ];
}

function deviceWords(devices: Restored['accounts'][number]['devices']): string {
  if (devices.length === 0) return 'no device with a folder, so what came since then is lost';
  return devices.map(({ name, heardAt }) => (heardAt === null ? name : `${name} (heard of on ${momentWords(heardAt)})`)).join(', ');
}
