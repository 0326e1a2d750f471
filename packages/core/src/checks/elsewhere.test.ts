import assert from 'node:assert/strict';
import { test } from 'node:test';
import { needsPassword, Order, REASON_CODES, REASONS, type Device, type ReasonCount } from '@rollcall/protocol';
import { AS_USUAL, choose, isSettingName, policyOf, SYNC_NOW_OVERRIDES } from '../policy/index.ts';
import { orderOfCure, REMOTE_CURES, remoteCures } from './cures.ts';
import { factsFromElsewhere } from './elsewhere.ts';
import { muteOf, muteWords, type Mute } from './mute.ts';
import { awayWords, presenceOf } from './presence.ts';
import { sevenChecks } from './seven.ts';

const NOW = 1_764_000_000_000;
const DAY = 86_400_000;
const COUNTS = { onDevice: 3, inSync: 2, moving: 0, waiting: 0, held: 1, failing: 0, needsYou: 0, excluded: 0 };
const seen = (value: string | number | boolean) => ({ value, source: 'the system', since: NOW - 9 });

function device(more: Partial<Device> = {}, reasons: ReasonCount[] = []): Device {
  return {
    id: '01900000-0000-7000-8000-00000000000d',
    name: 'Laptop',
    kind: 'folder',
    platform: 'linux',
    version: '0.1.0',
    createdAt: NOW - DAY,
    lastSeenAt: NOW - 1000,
    address: null,
    connected: true,
    goneAt: null,
    silent: null,
    self: false,
    roll: {
      counts: COUNTS,
      incoming: 0,
      pendingRemovals: 0,
      reasons,
      upToDate: false,
      reportedAt: NOW - 1000,
      about: {
        version: '0.1.0',
        protocol: 2,
        at: NOW - 1000,
        settings: { 'mobile-data': { value: 'off', from: 'device' }, later: { value: 'x', from: 'usual' } },
        paused: null,
        syncNowUntil: null,
        conditions: {
          link: seen('cellular'),
          'free-space': seen(50e9),
          charging: seen(true),
          battery: { unseen: 'no battery' },
          metered: seen('half'),
        },
      },
    },
    ...more,
  };
}
const AROUND = {
  now: NOW,
  server: { version: '0.1.0', protocol: 2, minSupported: 1 },
  library: { bytes: 1e9, reserved: 0, quota: 5e9, trashed: 2 },
  account: { email: 'a@example.org', server: 'photos.example.org' },
};

test('DR-48: a full cloud is told elsewhere with what can be freed there, and whose plan it is', () => {
  const full: ReasonCount = { code: 'quota-full', check: 3, class: 'needs-you', count: 1, primary: 1, evidence: { needed: 9, free: 1 } };
  const finding = sevenChecks(factsFromElsewhere(device({}, [full]), AROUND))[2]?.findings[0];
  assert.equal(
    finding?.cure,
    'Free up cloud space: empty Recently Deleted, which holds 2 photos. See it: rollcall trash ls; empty it: rollcall trash empty. What else would free room: rollcall cloud-space, or the page Free up space. Or ask for a bigger plan at the page Storage, which the owner of the server gives there: rollcall plan grant a@example.org --data DIR; or more room without a plan: rollcall account quota a@example.org SIZE --data DIR.',
  );
  const unknown = sevenChecks(factsFromElsewhere(device({}, [full]), { ...AROUND, library: null }))[2]?.findings[0];
  assert.match(unknown?.cure ?? '', /empty Recently Deleted\. See it/);
});

test('DR-63: a full cloud, and one that fills up, name the list of what would free room and how to have a bigger plan, and lead to both', () => {
  const full: ReasonCount = { code: 'quota-full', check: 3, class: 'needs-you', count: 1, primary: 1, evidence: { needed: 9, free: 1 } };
  const found = (reasons: ReasonCount[], bytes: number, trashed: number) =>
    sevenChecks(factsFromElsewhere(device({}, reasons), { ...AROUND, library: { ...AROUND.library, bytes, trashed } }))[2]?.findings[0];
  for (const trashed of [0, 2])
    for (const finding of [found([full], 5e9, trashed), found([], 4.5e9, trashed)]) {
      assert.ok(finding);
      assert.match(finding.cure, /\brollcall cloud-space\b/);
      assert.match(finding.cure, /\bbigger plan,? at the page Storage\b/);
      assert.deepEqual(
        remoteCures(finding.topic).filter((cure) => cure !== 'retry'),
        ['free-up-cloud', 'bigger-plan'],
      );
    }
  assert.match(found([full], 5e9, 0)?.cure ?? '', /^Recently Deleted is empty: .* rollcall plan grant a@example\.org --data DIR; /);
});

const WIFI: ReasonCount = { code: 'wifi-only', check: 2, class: 'held', count: 1, primary: 1, since: NOW - 5, evidence: {} };

test('SH-8: the seven checks of a device stand elsewhere as it told them: its reasons, what it sees, its settings; what it did not tell, or cannot see, is unknown and never fine', () => {
  const facts = factsFromElsewhere(device({}, [WIFI]), AROUND);
  const results = sevenChecks(facts);
  assert.deepEqual(
    results.map(({ verdict }) => verdict),
    ['fine', 'look', 'fine', 'fine', 'fine', 'fine', 'fine'],
  );
  assert.deepEqual(
    results[1]?.findings.map(({ topic, count, since }) => [topic, count, since]),
    [['wifi-only', 1, NOW - 5]],
  );
  assert.equal(facts.policy?.mobileData, false);
  assert.ok(results[6]?.cannotSee.includes('the battery: no battery'));
  // A value of another kind than this version knows is no value.
  assert.ok(results[1]?.cannotSee.some((words) => words.startsWith('whether the link is metered')));
  const { about: _, ...older } = device().roll!;
  const old = sevenChecks(factsFromElsewhere(device({ roll: older }), AROUND));
  assert.deepEqual([old[3]?.verdict, old[5]?.verdict, old[6]?.verdict], ['unseen', 'unseen', 'unseen']);
  const mute = sevenChecks(factsFromElsewhere(device({ roll: null }), AROUND));
  assert.deepEqual([mute[0]?.verdict, mute[1]?.verdict, mute[3]?.verdict, mute[6]?.verdict], ['unseen', 'unseen', 'unseen', 'unseen']);
  const nobody = sevenChecks(factsFromElsewhere(device(), { now: NOW, server: null, library: null, account: null }));
  assert.deepEqual([nobody[2]?.verdict, nobody[5]?.verdict], ['unseen', 'unseen']);
});

test('DR-40: one file that may not be read is told as that file, several as several, a part of the folder as a part, and only the folder as the folder, with the command that ends it', () => {
  const told = (evidence: ReasonCount['evidence'], count = 1): [number, string, string] => {
    const reason: ReasonCount = { code: 'permission-missing', check: 1, class: 'needs-you', count, primary: count, since: NOW, evidence };
    const [finding] = sevenChecks(factsFromElsewhere(device({}, [reason]), AROUND))[0]?.findings ?? [];
    return [finding?.count ?? 0, finding?.words ?? '', finding?.cure ?? ''];
  };
  const file = { needed: 'read', path: 'trip/it’s.jpg', error: 'EACCES' };
  assert.deepEqual(told(file), [
    1,
    'Rollcall may not read trip/it’s.jpg.',
    "Let the user that runs Rollcall read this file and its folder, as by chmod u+rX 'trip/it’s.jpg' in the photo folder.",
  ]);
  assert.equal(told({ ...file, paths: 3 }, 3)[1], 'Rollcall may not read trip/it’s.jpg and 2 others.');
  const part = told({ needed: 'read', path: 'private', unseen: 'private', error: 'EACCES' });
  assert.equal(part[1], 'Rollcall may not read private: what lies there is not seen.');
  assert.match(part[2], /read what lies there, as by chmod u\+rX private in the photo folder\.$/);
  const whole = told({ needed: 'read', whole: true, path: '/photos', error: 'EACCES' }, 9);
  assert.deepEqual(whole.slice(0, 2), [9, 'Rollcall may not read the photo folder (/photos).']);
  assert.match(whole[2], /read the photo folder, as by chmod u\+rX \/photos\.$/);
  assert.match(told({ needed: 'write to', path: 'a.jpg', error: 'EROFS' })[2], /^Make the disk writable/);
});

test('DR-45: the checks of another device speak of it by its name, and its own of this device', () => {
  const off: ReasonCount = { code: 'sync-off', check: 1, class: 'held', count: 1, primary: 1, since: NOW, evidence: {} };
  const about = { ...device().roll!.about!, at: NOW + 300_000 };
  const facts = factsFromElsewhere(device({ roll: { ...device().roll!, reasons: [off], about } }), AROUND);
  const words = sevenChecks(facts).flatMap((result) => [
    ...result.seen,
    ...result.findings.flatMap((each) => [each.words, each.cure, each.ends ?? '']),
  ]);
  assert.ok(words.includes('Sync is off on Laptop.') && words.some((each) => each.startsWith('Laptop’s clock is')));
  for (const each of words) assert.doesNotMatch(each, /\bthis device\b|\bhere\b/i);
  const own = sevenChecks({ ...facts, afar: null }).flatMap(({ findings }) => findings.map((each) => each.words));
  assert.ok(own.includes('Sync is off on this device.'));
});

const topics = (more: Partial<Device>, reasons: ReasonCount[] = []): string[] =>
  sevenChecks(factsFromElsewhere(device(more, reasons), AROUND)).flatMap(({ findings }) => findings.map(({ topic }) => topic));

test('SH-9: a device that is silent, that is not connected while photos wait, or whose clock is off is told of elsewhere, once and by its name', () => {
  const silent = { connected: false, lastSeenAt: NOW - 4 * DAY, silent: { since: NOW - 4 * DAY, notSafe: 1 } };
  assert.deepEqual(topics(silent), ['device-silent']);
  const told = sevenChecks(factsFromElsewhere(device(silent, [WIFI]), AROUND)).flatMap(({ findings }) => findings);
  assert.deepEqual(
    told.map(({ topic }) => topic),
    ['wifi-only', 'device-silent'],
  );
  assert.match(told[1]?.words ?? '', /^Laptop was not heard from since .*1 photo/);
  assert.match(told[1]?.cure ?? '', /^See that Laptop is on/);
  assert.deepEqual(topics({ connected: false, lastSeenAt: NOW - 300_000 }, [WIFI]), ['wifi-only', 'not-connected']);
  assert.deepEqual(topics({ connected: false, lastSeenAt: NOW - 300_000 }), [], 'nothing waits there');
  const { roll } = device();
  const about = { ...roll!.about!, at: NOW + 300_000 };
  assert.deepEqual(topics({ roll: { ...roll!, about } }), ['clock-off']);
});

test('SH-20: who listens is connected, and who spoke just now is there; of who does not, nobody elsewhere says that it runs, or that it does not', () => {
  const seen = (more: Partial<Device>) => factsFromElsewhere(device(more), AROUND).agent;
  assert.deepEqual(seen({ lastSeenAt: NOW - DAY }), { is: 'running', since: null });
  assert.ok('unseen' in seen({ connected: false, lastSeenAt: NOW - 60_000 }));
  assert.deepEqual(seen({ connected: false, lastSeenAt: NOW - 70_000 }), { is: 'away', since: NOW - 70_000 });
  assert.deepEqual(topics({ connected: false, lastSeenAt: NOW - 60_000 }, [WIFI]), ['wifi-only'], 'a single sync that goes on');
  const spoke = sevenChecks(factsFromElsewhere(device({ connected: false, lastSeenAt: NOW - 60_000 }), AROUND));
  assert.equal(spoke[4]?.verdict, 'unseen', 'a command may have spoken, and nothing runs');
  const away = sevenChecks(factsFromElsewhere(device({ connected: false, lastSeenAt: NOW - 70_000 }), AROUND));
  assert.deepEqual(
    [away[1]?.verdict, away[4]?.verdict, away[3]?.verdict],
    ['unseen', 'unseen', 'fine'],
    'its link and its program are of then',
  );
  assert.equal(presenceOf(device({ connected: false, lastSeenAt: null }), NOW), 'away');
});

test('SH-40: who does not answer, or whose stream ended, is away at once, since it was last heard, and what that can be is said', () => {
  const asleep = device({ goneAt: NOW - 3000, lastSeenAt: NOW - 20_000 });
  assert.equal(presenceOf(asleep, NOW), 'away');
  const facts = factsFromElsewhere(asleep, AROUND);
  assert.deepEqual(
    [facts.agent, facts.heard],
    [
      { is: 'away', since: NOW - 3000 },
      { is: NOW - 3000, since: null },
    ],
  );
  const checks = sevenChecks(facts);
  assert.deepEqual([checks[1]?.verdict, checks[4]?.verdict], ['unseen', 'unseen']);
  assert.match(awayWords(asleep, NOW) ?? '', /^Laptop does not answer: /);
  const stopped = device({ connected: false, goneAt: NOW - 3000 });
  assert.equal(presenceOf(stopped, NOW), 'away');
  assert.match(awayWords(stopped, NOW) ?? '', /^Laptop is not connected: /);
  assert.deepEqual(topics({ connected: false, goneAt: NOW - 3000 }, [WIFI]), ['wifi-only', 'not-connected']);
  assert.equal(awayWords(device(), NOW), null);
  assert.equal(awayWords(device({ connected: false }), NOW), null, 'it spoke just now');
});

test('DR-56: a device whose version the server takes no more is told elsewhere to be too old, with both versions, by what it told last; one that is only older is not', () => {
  const gone = device({ connected: false, goneAt: NOW - 3000, lastSeenAt: NOW - 20_000 });
  const found = (minSupported: number) =>
    sevenChecks(factsFromElsewhere(gone, { ...AROUND, server: { version: '0.9.0', protocol: 9, minSupported } }))[5];
  const check = found(9);
  assert.equal(check?.verdict, 'broken');
  assert.deepEqual(
    check?.findings.map(({ topic, place, since }) => [topic, place, since]),
    [['update-needed', 'device', NOW - 3000]],
  );
  assert.equal(check?.findings[0]?.words, 'The version on Laptop (0.1.0, protocol 2) is too old for the server (needs protocol 9).');
  assert.match(check?.findings[0]?.cure ?? '', /^Update Rollcall on Laptop /);
  assert.deepEqual(
    found(2)?.findings.map(({ topic }) => topic),
    ['older-here'],
  );
});

test('UD-12: the check of updates tells both versions and protocols and the oldest that the server takes; what is too old, with the command that ends it', () => {
  const found = (minSupported: number) =>
    sevenChecks(factsFromElsewhere(device(), { ...AROUND, server: { version: '0.9.0', protocol: 2, minSupported } }))[5];
  assert.deepEqual(found(1)?.seen, ['on Laptop 0.1.0 (protocol 2), the server 0.9.0 (protocol 2), which takes protocol 1 and newer']);
  assert.match(found(9)?.findings[0]?.cure ?? '', /\(rollcall update, or in a clone: git pull && npm ci\)/);
});

test('SH-21: a device of which nothing is heard may be silent because it may not speak: abroad, or beyond its budget; that is likely where it was on mobile data or said so, and never where it hangs on a cable', () => {
  const { roll } = device();
  const mute = (values: Readonly<Record<string, string>>, link: string | null, reasons: ReasonCount[] = []): Mute | null => {
    const settings = Object.fromEntries(Object.entries(values).map(([name, value]) => [name, { value, from: 'device' as const }]));
    const conditions = link === null ? {} : { link: seen(link) };
    return muteOf({ roll: { ...roll!, reasons, about: { ...roll!.about!, settings, conditions } } });
  };
  const both = ['roaming', 'mobile-budget-spent'];
  assert.deepEqual(mute({}, 'cellular'), { because: both, likely: true });
  assert.deepEqual(mute({}, 'wifi'), { because: both, likely: false });
  assert.deepEqual(mute({ roaming: 'on' }, null), { because: ['mobile-budget-spent'], likely: false });
  assert.deepEqual(mute({ 'unlimited-updates': 'on' }, 'wifi'), { because: ['roaming'], likely: false });
  assert.equal(mute({}, 'wired'), null);
  assert.equal(mute({ roaming: 'on', 'unlimited-updates': 'on' }, 'cellular'), null);
  assert.deepEqual(mute({}, 'wifi', [{ ...WIFI, code: 'roaming' }]), { because: ['roaming'], likely: true });
  assert.equal(muteOf({ roll: null }), null);
  assert.match(
    muteWords({ because: ['roaming', 'mobile-budget-spent'], likely: true }, 'Phone'),
    /abroad, or when its mobile data of the month is used up.*may be why/,
  );
  assert.equal(
    muteWords({ because: ['roaming', 'mobile-budget-spent'], likely: false }, 'Phone'),
    'If it is abroad, or has used up its mobile data of the month now, it says and hears nothing until it is on Wi-Fi, as it is set.',
  );
});

test('SH-10: each cure from elsewhere is an order that any device takes and that destroys nothing, or leads to where it is done; Sync now is offered for exactly what it passes over', () => {
  for (const cure of REMOTE_CURES) {
    const order = orderOfCure(cure);
    if (order === null) continue;
    assert.ok(Order.safeParse(order).success && !needsPassword(order), cure);
    if (order.kind !== 'settings-set') continue;
    for (const [name, value] of Object.entries(order.values)) assert.ok(isSettingName(name) && choose(AS_USUAL, name, value, 1).ok, name);
  }
  const offered = REASON_CODES.filter((code) => remoteCures(code).includes('sync-now'));
  assert.deepEqual([...offered].sort(), [...SYNC_NOW_OVERRIDES].sort());
  for (const code of REASON_CODES) {
    // What a setting holds back can always be let go from elsewhere; what moves needs nothing.
    if (REASONS[code].class === 'held') assert.ok(remoteCures(code).length > 0, code);
    if (REASONS[code].class === 'moving' || REASONS[code].class === 'waiting') assert.deepEqual(remoteCures(code), []);
  }
  assert.deepEqual(remoteCures('clock-off'), []);
  assert.deepEqual(policyOf(AS_USUAL).sync, true);
});
