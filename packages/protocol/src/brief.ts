import { tellReason, type ReasonCode } from './reasons.ts';

export interface BriefReason {
  readonly words: string;
  /** Empty when there is nothing to do. */
  readonly cure: string;
}

/** For many items together: the figures and errors of each stand in the list behind the count. */
const WITHOUT_EVIDENCE: Partial<Record<ReasonCode, string>> = {
  'update-needed': 'The version on this device is too old for the server.',
  'server-outdated': 'The server is too old for the version on this device.',
  'permission-missing': 'Rollcall may not read or write something in the photo folder.',
  'quota-full': 'The cloud is full.',
  'device-disk-full': 'There is no room for it on this device.',
  'file-unreadable': 'The file cannot be read.',
  'unsupported-kind': 'The server does not take this kind of file.',
  'too-large-for-server': 'The file is larger than the server takes.',
  'given-up': 'It failed three times, and is not tried again by itself.',
  'lost-with-server': 'It was only on the server, and newer than the backup that was put back there.',
  'library-closing': 'The library closes soon.',
  paused: 'Sync is paused.',
  'mobile-budget-spent': 'This month’s mobile data is used up.',
  'low-battery': 'The battery is low.',
  'quiet-hours': 'Quiet hours.',
  'excluded-by-rule': 'A rule of this device leaves it out.',
  'not-in-this-direction': 'This device is set to sync in one direction.',
  'server-unreachable': 'The server does not answer this device.',
  'slow-link': 'The link is slow.',
  'tls-failed': 'No safe connection to the server.',
  'too-large-for-proxy': 'Something between the device and the server refuses large pieces.',
  refused: 'The server refused it.',
  'download-failed': 'It could not be fetched.',
  sending: 'On its way to the cloud.',
  downloading: 'Being fetched.',
};

/** A reason as it is told beside a count, where no item's own evidence is at hand. */
export function briefReason(code: ReasonCode): BriefReason {
  const told = tellReason({ code, since: 0, evidence: {} });
  const idle = told.class === 'moving' || told.class === 'waiting' || told.cure.startsWith('Nothing to do');
  return { words: WITHOUT_EVIDENCE[code] ?? told.words, cure: idle ? '' : told.cure };
}
