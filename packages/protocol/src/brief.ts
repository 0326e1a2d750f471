import { message, say } from './language.ts';
import { tellReason, type ReasonCode } from './reasons.ts';

export interface BriefReason {
  readonly words: string;
  /** Empty when there is nothing to do. */
  readonly cure: string;
}

/** For many items together: the figures and errors of each stand in the list behind the count. */
const WITHOUT_EVIDENCE: Partial<Record<ReasonCode, string>> = {
  'update-needed': message('The version on this device is too old for the server.'),
  'server-outdated': message('The server is too old for the version on this device.'),
  'permission-missing': message('Rollcall may not read or write something in the photo folder.'),
  'quota-full': message('The cloud is full.'),
  'device-disk-full': message('There is no room for it on this device.'),
  'file-unreadable': message('The file cannot be read.'),
  'unsupported-kind': message('The server does not take this kind of file.'),
  'too-large-for-server': message('The file is larger than the server takes.'),
  'given-up': message('It failed three times, and is not tried again by itself.'),
  'lost-with-server': message('It was only on the server, and newer than the backup that was put back there.'),
  'library-closing': message('The library closes soon.'),
  paused: message('Sync is paused.'),
  'mobile-budget-spent': message('This month’s mobile data is used up.'),
  'low-battery': message('The battery is low.'),
  'quiet-hours': message('Quiet hours.'),
  'excluded-by-rule': message('A rule of this device leaves it out.'),
  'not-in-this-direction': message('This device is set to sync in one direction.'),
  'server-unreachable': message('The server does not answer this device.'),
  'slow-link': message('The link is slow.'),
  'tls-failed': message('No safe connection to the server.'),
  'too-large-for-proxy': message('Something between the device and the server refuses large pieces.'),
  refused: message('The server refused it.'),
  'download-failed': message('It could not be fetched.'),
  sending: message('On its way to the cloud.'),
  downloading: message('Being fetched.'),
};

/** A reason as it is told beside a count, where no item's own evidence is at hand. */
export function briefReason(code: ReasonCode): BriefReason {
  const told = tellReason({ code, since: 0, evidence: {} });
  const idle = told.class === 'moving' || told.class === 'waiting' || told.cure.startsWith(say('Nothing to do'));
  const words = WITHOUT_EVIDENCE[code];
  return { words: words === undefined ? told.words : say(words), cure: idle ? '' : told.cure };
}
