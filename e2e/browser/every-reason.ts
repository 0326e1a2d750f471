import { createClient, REASON_CODES, REASONS, type Evidence, type ReasonCode, type RollReport } from '@rollcall/protocol';
import { PASSWORD } from '../support/world.ts';

/** Of its own silence no device tells. */
export type Told = Exclude<ReasonCode, 'device-silent'>;
export const TOLD = REASON_CODES.filter((code): code is Told => code !== 'device-silent');

/** What a reason rests on in this test, and what the page offers beside its cure: the buttons and links, the best first. */
interface Shape {
  readonly evidence: Evidence;
  readonly offers: readonly string[];
}
const of = (evidence: Evidence, ...offers: string[]): Shape => ({ evidence, offers });

const UNTIL = Date.UTC(2031, 4, 3, 14, 26);
const AGAIN = 'Try again now';
const SETTINGS = 'Change its settings';
const SYNC_NOW = 'Sync now for an hour';

/** Every reason that a device tells: one that is new does not compile until it stands here. */
export const SHAPES: Readonly<Record<Told, Shape>> = {
  'signed-out': of({}),
  'wrong-account': of({ account: 'bob@example.org', folderAccount: 'ann@example.org' }),
  'device-revoked': of({}),
  'device-forked': of({ copy: '/mnt/copy/.rollcall' }),
  'update-needed': of({ device: '0.1.0, protocol 1', needs: 'protocol 2' }),
  'server-outdated': of({ server: '0.1.0, protocol 1', device: '0.2.0, protocol 3', needs: 'protocol 2' }),
  'permission-missing': of({ needed: 'read', path: 'Trip/secret.jpg', paths: 3 }),
  'folder-missing': of({ why: 'the folder does not exist' }),
  'mass-delete-held': of({ count: 4 }, 'Keep', 'Move to Recently Deleted…'),
  'quota-full': of({ needed: 4e6, free: 1e6, quota: 5e9 }, 'Free up cloud space', 'Ask for a bigger plan', AGAIN),
  'plan-owner-quota-full': of({ owner: 'Carol' }, AGAIN),
  'server-disk-full': of({}, AGAIN),
  'device-disk-full': of({ needed: 3e6, free: 1000 }, AGAIN, SETTINGS),
  'file-unreadable': of({ error: 'EIO' }, AGAIN),
  'unsupported-kind': of({ kind: 'image/png' }, AGAIN, SETTINGS),
  'too-large-for-server': of({ size: 2e12, limit: 1e12 }, AGAIN, SETTINGS),
  'deleted-before': of({}),
  'given-up': of({ tries: 3, error: 'HTTP 403' }, AGAIN),
  'lost-with-server': of({ fileName: 'beach.jpg', assetId: 'an-id' }),
  'library-closing': of({ date: UNTIL }, 'Keep my library'),
  'sync-off': of({}, 'Switch sync on'),
  paused: of({ until: UNTIL }, 'Resume'),
  'wifi-only': of({}, 'Allow mobile data', SYNC_NOW),
  'mobile-budget-spent': of({ used: 2e9, budget: 1e9, resets: UNTIL }, SETTINGS),
  roaming: of({}, SYNC_NOW, SETTINGS),
  metered: of({}, SYNC_NOW, 'Allow metered links'),
  'low-power-mode': of({}, SYNC_NOW, SETTINGS),
  'low-battery': of({ level: 18, needs: 20 }, SYNC_NOW, SETTINGS),
  'charging-only': of({}, SYNC_NOW, SETTINGS),
  'quiet-hours': of({ until: UNTIL }, SYNC_NOW, SETTINGS),
  'excluded-by-rule': of({ rule: 'exclude-names: *.tmp.jpg' }),
  'hidden-file': of({}),
  'temporary-file': of({}),
  'not-a-photo': of({ kind: 'text/plain' }),
  'not-in-this-direction': of({ direction: 'download only' }),
  offline: of({ interface: 'no network is connected' }),
  'captive-portal': of({ page: 'http://hotel.example/welcome' }),
  'server-unreachable': of({ error: 'ECONNREFUSED', lastSuccess: UNTIL, nextTry: UNTIL }),
  'server-busy': of({ until: UNTIL }, AGAIN),
  'slow-link': of({ rate: 4000, loss: 8, where: 'link' }),
  'clock-skew': of({ seconds: -3600 }),
  'tls-failed': of({ error: 'CERT_HAS_EXPIRED' }),
  'too-large-for-proxy': of({ piece: 4e6, limit: 1e6 }),
  'file-changing': of({}),
  'disk-changed-bytes': of({}),
  'bytes-changed': of({ nextTry: UNTIL }, AGAIN),
  'digest-mismatch': of({ nextTry: UNTIL }, AGAIN),
  refused: of({ error: 'HTTP 403', tries: 1, nextTry: UNTIL }, AGAIN),
  'download-failed': of({ error: 'ECONNRESET', nextTry: UNTIL }, AGAIN),
  hashing: of({ restarts: 1 }),
  asking: of({}),
  sending: of({ offset: 4e6, size: 12e6, left: 20_000 }),
  verifying: of({}),
  committing: of({}),
  'awaiting-acknowledgement': of({}),
  downloading: of({ offset: 4e6, size: 12e6, left: 20_000 }),
  applying: of({}),
  queued: of({ position: 2, bytesAhead: 3e6, expected: 60_000 }),
};

const NONE = { onDevice: 0, inSync: 0, moving: 0, waiting: 0, held: 0, failing: 0, needsYou: 0, excluded: 0 };
const COUNTED = {
  'needs-you': 'needsYou',
  held: 'held',
  excluded: 'excluded',
  failing: 'failing',
  moving: 'moving',
  waiting: 'waiting',
} as const;

/** What a device says in which each of its photos has another reason. @param since milliseconds since 1970 */
export function everyReason(since: number): RollReport {
  const counts = { ...NONE, onDevice: TOLD.length };
  for (const code of TOLD) counts[COUNTED[REASONS[code].class]] += 1;
  const reasons = TOLD.map((code) => {
    const { check, class: its } = REASONS[code];
    return { code, check, class: its, count: 1, primary: 1, since, evidence: SHAPES[code].evidence };
  });
  const entries = TOLD.map((code): RollReport['entries'][number] => {
    const told = [{ code, since, evidence: SHAPES[code].evidence }];
    return { key: code, path: `${code}.jpg`, size: 1000, assetId: null, hash: null, form: 'original', inSync: false, reasons: told };
  });
  return { full: true, counts, incoming: 0, pendingRemovals: 0, reasons, upToDate: false, entries, removed: [] };
}

/** The same photos, all of them in the cloud. */
export function allSafe(): RollReport {
  const { entries, ...report } = everyReason(0);
  const counts = { ...NONE, onDevice: TOLD.length, inSync: TOLD.length };
  return { ...report, counts, reasons: [], upToDate: true, entries: entries.map((entry) => ({ ...entry, inSync: true, reasons: [] })) };
}

/** Links a device that is nothing but its words; says what it is given to say. */
export async function wordsOf(url: string, email: string, name: string): Promise<(report: RollReport) => Promise<void>> {
  const speaking = (headers: Readonly<Record<string, string>>) =>
    createClient(async ({ method, path, headers: its, body }) => {
      const answer = await fetch(`${url}${path}`, { method, headers: its, ...(body === undefined ? {} : { body }) });
      return { status: answer.status, text: await answer.text() };
    }, headers);
  const linked = await speaking({})('link', {
    body: { email, password: PASSWORD, name, kind: 'folder', platform: 'linux', version: '0.1.0' },
  });
  if (!linked.ok) throw new Error(linked.refusal.words);
  const call = speaking({ authorization: `Bearer ${linked.value.token}` });
  return async (report) => {
    const told = await call('roll', { body: report });
    if (!told.ok) throw new Error(told.refusal.words);
  };
}
