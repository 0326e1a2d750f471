import { countWords, sizeWords } from '@rollcall/protocol';
import { isSilent, waitingFor, type CloudCheck, type Findings } from './checks.ts';
import type { Trouble, TroubleSum } from './sums.ts';
import { utcWords } from './words.ts';

/** What a person should do, or must not do. The first prevents the greatest harm. */
export interface Step {
  readonly code: string;
  /** `never`: what must not be done as things stand. */
  readonly kind: 'never' | 'do';
  readonly words: string;
  readonly why: string;
  /** Of which photos it is; 0: of the library. */
  readonly count: number;
}

/**
 * The next steps, in order of harm: what would destroy the only copy first, then what saves it, then what heals, then what is merely
 * good to know.
 */
export function nextSteps(findings: Findings, checks: readonly CloudCheck[]): Step[] {
  return [...nevers(findings), ...rescues(findings), ...cures(findings, checks), ...calm(findings)];
}

const step = (code: string, count: number, words: string, why: string): Step => ({ code, kind: 'do', words, why, count });
const never = (code: string, count: number, words: string, why: string): Step => ({ code, kind: 'never', words, why, count });
const these = (count: number): string => (count === 1 ? 'it' : 'them');
const countOf = (sum: TroubleSum | undefined): number => sum?.count ?? 0;

/** Originals that are in no cloud, as far as is known. */
function onlyHere({ sums: { troubles } }: Findings): number {
  const kinds: readonly Trouble[] = ['waits', 'stuck', 'push-failed', 'quarantined', 'only-here', 'unknown', 'incomplete'];
  return kinds.reduce((sum, kind) => sum + countOf(troubles[kind]), 0);
}

function nevers(findings: Findings): Step[] {
  const { library, sums } = findings;
  const here = onlyHere(findings);
  const away = (sums.where['only-in-icloud'] ?? 0) + (sums.where['partly-in-icloud'] ?? 0) + (sums.where['file-missing'] ?? 0);
  const edits = countOf(sums.troubles['edit-waits']);
  const steps: Step[] = [];
  if (library.cloud !== 'never-on' && (here > 0 || edits > 0)) {
    const what = here > 0 ? countWords(here, 'photo') : `the edits of ${countWords(edits, 'photo')}`;
    steps.push(
      never(
        'keep-icloud-photos-on',
        here > 0 ? here : edits,
        'Do not switch iCloud Photos off, do not sign out of the Apple Account, and do not erase or reset this device.',
        `As far as this library tells, ${what} ${here === 1 && edits === 0 ? 'is' : 'are'} not in iCloud. Switching it off would also mark everything anew, and hide what was not sent.`,
      ),
    );
  }
  if (library.cloud === 'never-on' && here > 0)
    steps.push(
      never(
        'keep-this-library',
        here,
        'Do not delete this library, and do not erase this device.',
        `${countWords(here, 'photo')} ${here === 1 ? 'is' : 'are'} only here: iCloud has none of ${these(here)}.`,
      ),
    );
  if (away > 0)
    steps.push(
      never(
        'keep-the-cloud-copy',
        away,
        'Do not delete these photos on any device, and do not switch iCloud Photos off with “Remove from this device” before their originals are here.',
        `Of ${countWords(away, 'photo')} the original, or a part of it, is only in iCloud. What is deleted on one device goes from iCloud, and from all of them.`,
      ),
    );
  return steps;
}

function rescues(findings: Findings): Step[] {
  const { sums, library } = findings;
  const { troubles, trash } = sums;
  const steps: Step[] = [];
  const lost = countOf(troubles.lost) + countOf(troubles['part-lost']);
  if (lost > 0)
    steps.push(
      step(
        'find-lost',
        lost,
        'Look for these originals before anything else: in Time Machine or another backup, on the camera’s card, on your other devices, at icloud.com/photos.',
        `The files of ${countWords(lost, 'photo')} are neither here nor, as far as this library tells, in iCloud. If this folder is a copy, it may only be incomplete: look at the library itself.`,
      ),
    );
  const here = onlyHere(findings);
  if (here > 0)
    steps.push(
      step(
        'copy-first',
        here,
        library.place.kind === 'ios'
          ? 'Copy these photos to a computer or another disk now, before you try anything.'
          : 'Quit Photos and copy the whole library to another disk now, before you try anything.',
        `${countWords(here, 'photo')} ${here === 1 ? 'has' : 'have'} no copy in iCloud. With a second copy nothing that follows can lose ${these(here)}.`,
      ),
    );
  if (trash.count > 0)
    steps.push(
      step(
        'look-into-trash',
        trash.count,
        'Look through Recently Deleted, and bring back what you want to keep.',
        `${countWords(trash.count, 'photo')} ${trash.count === 1 ? 'lies' : 'lie'} there${trash.first === null ? '' : `; the first goes for good from ${utcWords(trash.first)} on`}.`,
      ),
    );
  return steps;
}

function cures(findings: Findings, checks: readonly CloudCheck[]): Step[] {
  const { library, sums } = findings;
  const { troubles } = sums;
  const steps: Step[] = [];
  for (const { check, name, verdict, proves } of checks)
    if (verdict === 'broken' && !(check === 1 && library.cloud === 'never-on'))
      steps.push(step(`check-${check}`, 0, CURES[check] ?? `Look at ${name}.`, proves.join(' ')));
  const { quarantined, stuck, referenced } = troubles;
  const failed = troubles['push-failed'];
  if (quarantined)
    steps.push(
      step(
        'unable-to-upload',
        quarantined.count,
        'Open the album Unable to Upload in Photos. Export each of these photos (File > Export > Export Unmodified Original), see that the files open, then import them again. Delete the old one only when the new one is in iCloud.',
        `iCloud Photos has put ${countWords(quarantined.count, 'photo')} aside and does not try ${these(quarantined.count)} again${tried(quarantined)}.`,
      ),
    );
  if (failed)
    steps.push(
      step(
        'failed-uploads',
        failed.count,
        'Give it a night on power and Wi-Fi, then run this again. What still fails, treat as “Unable to Upload”.',
        `The upload of ${countWords(failed.count, 'photo')} failed, and is probably tried again${tried(failed)}.`,
      ),
    );
  if (stuck)
    steps.push(
      step(
        'never-handed-over',
        stuck.count,
        'Restart the device, give it a night on power and Wi-Fi, and run this again. What is still here then: export its original and import it again.',
        `${countWords(stuck.count, 'photo')} ${stuck.count === 1 ? 'was' : 'were'} never handed to iCloud, though added more than a day ago${stuck.oldest === null ? '' : `, the first at ${utcWords(stuck.oldest)}`}. No list of Photos shows that.`,
      ),
    );
  if (isSilent(findings) && troubles.waits)
    steps.push(
      step(
        'wake-it',
        troubles.waits.count,
        'On the device itself, open Photos, look at the end of the library what its state says, connect it to power and Wi-Fi, and restart it.',
        `${countWords(troubles.waits.count, 'photo')} ${troubles.waits.count === 1 ? 'waits' : 'wait'} for an upload, and the sync engine was not heard of for over a week.`,
      ),
    );
  if (referenced)
    steps.push(
      step(
        'consolidate',
        referenced.count,
        'In Photos choose these photos, then File > Consolidate, so that the library holds them itself.',
        `${countWords(referenced.count, 'photo')} ${referenced.count === 1 ? 'lies' : 'lie'} outside of this library. iCloud Photos never uploads such files.`,
      ),
    );
  return [...steps, ...smaller(findings)];
}

function smaller({ library, sums: { troubles } }: Findings): Step[] {
  const steps: Step[] = [];
  const add = (trouble: Trouble, words: string, why: (count: number) => string): void => {
    const found = troubles[trouble];
    if (found) steps.push(step(trouble, found.count, words, why(found.count)));
  };
  add(
    'file-missing',
    'In Photos open each of these once: it fetches the original again.',
    (count) => `The database says that the originals of ${countWords(count, 'photo')} are here, and they are not. iCloud has them.`,
  );
  add(
    'other-size',
    'Open each of these in full and see whether it is whole.',
    (count) =>
      `The files of ${countWords(count, 'photo')} have another length than the library noted. They were changed outside of Photos, or cut short.`,
  );
  add(
    'changed',
    'Compare these with a backup if you did not change them yourself.',
    (count) => `The originals of ${countWords(count, 'photo')} are not, byte for byte, what Photos took in.`,
  );
  add(
    'unknown',
    'Keep a copy of these, and show this report to somebody who knows Photos.',
    (count) => `What the database says of ${countWords(count, 'photo')} is not understood here; they may or may not be in iCloud.`,
  );
  add(
    'incomplete',
    'Leave Photos open until these have come in, then run this again.',
    (count) => `${countWords(count, 'photo')} ${count === 1 ? 'was' : 'were'} not wholly taken in.`,
  );
  const off = troubles['only-here'];
  if (off)
    steps.push(
      step(
        'second-copy',
        off.count,
        library.cloud === 'was-on'
          ? 'Once there is a copy, switch iCloud Photos on again with the same Apple Account; it compares, and sends only what is missing.'
          : 'Give these photos a second home: iCloud Photos, or a library of your own.',
        `iCloud Photos is off here, and ${countWords(off.count, 'photo')} with ${sizeWords(off.bytes)} ${off.count === 1 ? 'is' : 'are'} only in this library.`,
      ),
    );
  return steps;
}

const CURES: Readonly<Record<number, string>> = {
  1: 'Settle account and switch first: the same Apple Account on all devices, and Sync this iPhone (or iCloud Photos) on. Do that only after the copy above.',
  2: 'Get the device onto good Wi-Fi, and allow mobile data for Photos if you want it.',
  3: 'Make room in iCloud, or take a larger plan. Do not make room by deleting photos from this library.',
  4: 'Free some room on the device: apps and films first, never these photos.',
  5: 'Restart the device. If the pending reset stays, ask Apple’s support before you switch anything off.',
  6: 'Update the system.',
  7: 'Switch Low Power Mode off, and leave the device on power.',
};

/** What is well is said, too. */
function calm(findings: Findings): Step[] {
  const { sums, library } = findings;
  const waits = sums.troubles.waits;
  const steps: Step[] = [];
  if (waits && !isSilent(findings))
    steps.push(
      step(
        'wait',
        waits.count,
        'Leave it on power and Wi-Fi, with Photos open, and run this again tomorrow.',
        `${countWords(waits.count, 'photo')} ${waits.count === 1 ? 'waits' : 'wait'} in the ordinary way.`,
      ),
    );
  const edits = sums.troubles['edit-waits'];
  if (edits)
    steps.push(
      step(
        'edit-waits',
        edits.count,
        'Leave it on power and Wi-Fi: the originals are safe, the edits are still to come.',
        `The edits of ${countWords(edits.count, 'photo')} are not in iCloud.`,
      ),
    );
  if (library.cloud === 'on' && waitingFor(sums) === 0 && sums.own > 0 && sums.inCloud === sums.own)
    steps.push(
      step('all-there', sums.own, 'Nothing is to be done.', 'All of your photos here are in iCloud, as far as this library tells.'),
    );
  return steps;
}

function tried({ attempts, lastAttempt }: TroubleSum): string {
  if (attempts === 0) return '';
  return ` (tried up to ${countWords(attempts, 'time')}${lastAttempt === null ? '' : `, last at ${utcWords(lastAttempt)}`})`;
}
