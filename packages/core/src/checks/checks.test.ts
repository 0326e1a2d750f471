import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { LIMITS, REASON_CODES, REASONS, type Device, type Evidence, type Reason, type ReasonCode } from '@rollcall/protocol';
import { switchedOffReason } from '../history/index.ts';
import { AS_USUAL, policyOf, USUAL_POLICY } from '../policy/index.ts';
import type { CheckFacts, ReasonFact, Sighting } from './facts.ts';
import { Gathering } from './gather.ts';
import { PLACES, placeOf, type Probed } from './place.ts';
import { CHECKS, otherFindings, outcomeOf, sevenChecks, type CheckResult, type Finding } from './seven.ts';
import { simulatedTold, simulatedWords } from './rests-on.ts';
import { WARNINGS } from './warning.ts';

const NOW = 1_764_000_000_000;
const seen = <T>(is: T, since: number | null = NOW - 5): Sighting<T> => ({ is, since });
const UNKNOWN = { unseen: 'nobody told' };

const WELL: CheckFacts = {
  now: NOW,
  afar: null,
  reasons: seen([]),
  device: [],
  readings: {
    link: seen('wifi'),
    metered: seen(false),
    server: seen(true),
    'round-trip': seen(12),
    'clock-skew': seen(1),
    'free-space': seen(50e9),
    charging: seen(true),
    battery: { unseen: 'no battery' },
    'low-power': seen(false),
  },
  account: seen({ email: 'a@example.org', server: 'http://127.0.0.1:1' }),
  policy: policyOf(AS_USUAL),
  quota: seen({ used: 1e9, quota: 5e9 }),
  versions: seen({ device: '0.1.0', deviceProtocol: 2, server: '0.1.0', serverProtocol: 2, serverTakes: 1 }),
  agent: seen('running' as const),
  service: seen('none' as const),
  heard: seen(NOW - 1000),
  silent: [],
  missingTools: [],
  switchedOff: [],
  probes: [],
};

const PHONE: Reason = {
  code: 'device-silent',
  since: NOW - LIMITS.silentAfter,
  evidence: { deviceName: 'Phone', heard: NOW - LIMITS.silentAfter, notSafe: 37 },
};

const DARK: CheckFacts = {
  ...WELL,
  reasons: UNKNOWN,
  readings: {},
  account: UNKNOWN,
  policy: null,
  quota: UNKNOWN,
  versions: UNKNOWN,
  agent: UNKNOWN,
  service: UNKNOWN,
  heard: UNKNOWN,
};

const fact = (code: ReasonCode, more: Partial<ReasonFact> = {}): ReasonFact => ({
  code,
  count: 3,
  primary: 2,
  since: NOW - 9,
  evidence: {},
  ...more,
});
const verdicts = (facts: CheckFacts): string[] => sevenChecks(facts).map(({ verdict }) => verdict);
const check = (facts: CheckFacts, number: number): CheckResult =>
  sevenChecks(facts).find((result) => result.check === number) ?? assert.fail(`no check ${number}`);

test('DR-1: where all is well each of the seven checks is fine, in their order, and says by what', () => {
  const results = sevenChecks(WELL);
  assert.deepEqual(
    results.map((result) => result.check),
    [1, 2, 3, 4, 5, 6, 7],
  );
  for (const { verdict, findings, seen: by } of results) {
    assert.equal(verdict, 'fine');
    assert.deepEqual(findings, []);
    assert.ok(by.length > 0);
  }
  assert.equal(outcomeOf(WELL), 'fine');
  // What cannot be seen stands beside what can.
  assert.deepEqual(check(WELL, 7).cannotSee[0], 'the battery: no battery');
});

test('DR-50: heat is said to be unseen, here and from elsewhere, and never guessed', () => {
  for (const facts of [WELL, DARK, { ...WELL, afar: 'Phone' }])
    assert.equal(check(facts, 7).cannotSee.at(-1), 'how hot it is: no system tells Rollcall, and it never waits for that');
  assert.equal(check(WELL, 7).verdict, 'fine');
});

test('DR-64: where Rollcall runs is said as of the device that is looked at: here on itself, by its name from elsewhere', () => {
  assert.equal(check(WELL, 5).seen[0], 'Rollcall runs here');
  assert.equal(check({ ...WELL, afar: 'Phone' }, 5).seen[0], 'Rollcall runs on Phone');
});

test('DR-2: every reason comes under its own check with its words, evidence, cure and place: what a setting holds is to look at, what fails or needs the person is broken, what moves, waits or is left out is neither', () => {
  for (const code of REASON_CODES) {
    const facts = { ...WELL, reasons: seen([fact(code, { evidence: { needed: 7 } })]) };
    const { class: its, check: number } = REASONS[code];
    const expected = its === 'needs-you' || its === 'failing' ? 'broken' : its === 'held' ? 'look' : 'fine';
    const found = [...sevenChecks(facts).flatMap(({ findings }) => findings), ...otherFindings(facts)].filter(
      ({ topic }) => topic === code,
    );
    assert.equal(found.length, expected === 'fine' ? 0 : 1, code);
    for (const result of sevenChecks(facts)) assert.equal(result.verdict, result.check === number ? expected : 'fine', code);
    for (const { words, cure, place, count, since, evidence, verdict } of found) {
      assert.ok(words.length > 0 && cure.length > 0 && [...PLACES, 'other-device'].includes(place));
      assert.deepEqual([count, since, evidence, verdict], [3, NOW - 9, { needed: 7 }, expected]);
    }
  }
});

test('DR-3: what stands in the way of all is one cause with what waits for it: its own evidence, since the earlier of the two', () => {
  const device: Reason[] = [{ code: 'wifi-only', since: NOW - 3, evidence: { of: 'the link' } }];
  const facts = { ...WELL, reasons: seen([fact('wifi-only')]), device };
  const [finding, more] = check(facts, 2).findings;
  assert.deepEqual([finding?.count, finding?.since, finding?.evidence, more], [3, NOW - 9, { of: 'the link' }, undefined]);
  assert.equal(check({ ...WELL, device }, 2).findings[0]?.count, 0, 'also when nothing waits for it');
});

test('DR-4: what cannot be seen is said to be unknown, with why, and is never taken for fine', () => {
  assert.deepEqual(new Set(verdicts(DARK)), new Set(['unseen']));
  for (const { cannotSee } of sevenChecks(DARK)) assert.ok(cannotSee.length > 0);
  // As a browser sees another device: it told its reasons, and nothing of its surroundings.
  const told = { ...DARK, reasons: seen([]), heard: seen(NOW - 1000), quota: WELL.quota, account: WELL.account };
  assert.deepEqual(verdicts(told), ['fine', 'fine', 'fine', 'unseen', 'fine', 'unseen', 'unseen']);
  // Its reasons not told, nobody knows what only it can know.
  const silent = { ...told, reasons: UNKNOWN };
  assert.deepEqual(verdicts(silent), ['unseen', 'unseen', 'fine', 'unseen', 'fine', 'unseen', 'unseen']);
});

test('DR-5: what stops nothing yet is to look at: a cloud or a disk that is nearly full, a clock that is off, an older version, an agent that does not run, a device that is silent', () => {
  const warned = (facts: Partial<CheckFacts>): string[] =>
    sevenChecks({ ...WELL, ...facts }).flatMap(({ check: number, findings }) =>
      findings.map(({ topic, verdict }) => `${number} ${verdict} ${topic}`),
    );
  const readings = (more: CheckFacts['readings']): Partial<CheckFacts> => ({ readings: { ...WELL.readings, ...more } });
  assert.deepEqual(warned({ quota: seen({ used: 4e9, quota: 5e9 }) }), ['3 look quota-nearly-full']);
  assert.deepEqual(warned({ quota: seen({ used: 3.9e9, quota: 5e9 }) }), []);
  assert.deepEqual(warned(readings({ 'free-space': seen(9e8) })), ['4 look disk-nearly-full']);
  assert.deepEqual(warned(readings({ 'clock-skew': seen(-61) })), ['2 look clock-off']);
  assert.deepEqual(warned(readings({ battery: { is: 9, since: 1, source: 'simulated' } })), ['1 look simulated']);
  const versions = (deviceProtocol: number, serverProtocol: number) => ({
    versions: seen({ device: 'a', deviceProtocol, server: 'b', serverProtocol, serverTakes: 1 }),
  });
  assert.deepEqual(warned(versions(1, 2)), ['6 look older-here']);
  assert.deepEqual(warned(versions(2, 1)), ['6 look older-server']);
  assert.deepEqual(warned({ agent: seen('stuck') }), ['5 look agent-stuck']);
  assert.deepEqual(warned({ agent: seen('ended') }), ['5 look agent-ended']);
  assert.deepEqual(warned({ agent: seen('stopped') }), [], 'nothing waits for it');
  assert.deepEqual(warned({ agent: seen('stopped'), reasons: seen([fact('queued')]) }), ['5 look agent-stopped']);
  assert.deepEqual(warned({ heard: seen(NOW - LIMITS.silentAfter) }), ['5 look not-heard-from']);
  assert.deepEqual(warned({ silent: [PHONE] }), ['5 look device-silent']);
  const [silent] = check({ ...WELL, silent: [PHONE] }, 5).findings;
  assert.equal(silent?.place, 'other-device', 'not the one that is looked at');
  assert.match(silent?.words ?? '', /^Phone was not heard from since 2025-11-2\d .*37 photos/);
  for (const [topic, { cure, words }] of Object.entries(WARNINGS)) assert.ok(cure.length > 0 && words({}).length > 0, topic);
});

test('DR-43: what another device told of sync being off there is judged under check 1, as something to look at, with whose it is, what is not safe there, and its cure', () => {
  const roll = {
    reasons: [{ code: 'sync-off', since: 7 }],
    counts: { onDevice: 3, inSync: 1, moving: 0, waiting: 0, held: 2, failing: 0, needsYou: 0, excluded: 0 },
  };
  const off = switchedOffReason({ name: 'Phone', roll: roll as unknown as NonNullable<Device['roll']> });
  assert.ok(off !== null);
  const { verdict, findings } = check({ ...WELL, switchedOff: [off] }, 1);
  assert.deepEqual([verdict, findings.map(({ topic, since }) => [topic, since])], ['look', [['sync-off', 7]]]);
  assert.equal(findings[0]?.words, 'Sync is off on Phone; 2 photos there are not safe.');
  assert.match(findings[0]?.cure ?? '', /^Switch it on there \(rollcall settings set sync on\)/);
  assert.equal(outcomeOf({ ...WELL, switchedOff: [off] }), 'fine', 'nothing here waits for it');
  const settings = { sync: { value: 'off', from: 'device' } };
  const told = { reasons: [], reportedAt: 9, counts: roll.counts, about: { settings } } as unknown as NonNullable<Device['roll']>;
  assert.equal(switchedOffReason({ name: 'Phone', roll: told })?.since, 9);
  assert.equal(switchedOffReason({ name: 'Phone', roll: { ...told, about: undefined } }), null);
  assert.equal(switchedOffReason({ name: 'Phone', roll: null }), null);
});

test('DR-6: a fault on the way is placed where the nearest probe broke: this device, the network, the server; what is of the account stays there', () => {
  const probes = (...broken: readonly Probed['place'][]): Probed[] =>
    PLACES.map((place) => ({ place, state: broken.includes(place) ? 'broken' : 'fine', words: place }));
  const at = (code: ReasonCode, met: readonly Probed[]) => placeOf({ code, evidence: {} }, met);
  assert.equal(at('server-unreachable', probes('device', 'server')), 'device');
  assert.equal(at('server-unreachable', probes('network', 'server')), 'network');
  assert.equal(at('server-unreachable', probes('server')), 'server');
  assert.equal(at('offline', []), 'network');
  assert.equal(at('server-unreachable', []), 'server');
  for (const broken of PLACES) assert.equal(at('signed-out', probes(broken)), 'account');
});

test('DR-46: the place of a cause follows what was measured: a server that is slow, a copy of a state folder, bytes that the cloud’s disk has lost', () => {
  const placed = (code: ReasonCode, evidence: Evidence) =>
    sevenChecks({ ...WELL, reasons: seen([fact(code, { evidence })]) }).flatMap(({ findings }) => findings.map(({ place }) => place));
  assert.deepEqual(placed('slow-link', { rate: 900, where: 'server', answer: 4000, handshake: 3 }), ['server']);
  assert.deepEqual(placed('slow-link', { rate: 900, where: 'link' }), ['network']);
  assert.deepEqual(placed('wrong-account', { home: '/state' }), ['device']);
  assert.deepEqual(placed('wrong-account', { account: 'a', folderAccount: 'a' }), ['device']);
  assert.deepEqual(placed('wrong-account', { account: 'a', folderAccount: 'b' }), ['account']);
  assert.deepEqual(placed('disk-changed-bytes', { where: 'cloud' }), ['server']);
  assert.deepEqual(placed('disk-changed-bytes', {}), ['device']);
});

test('DR-47: what a reason says is not warned of beside it: a clock that is far off, a cloud and a disk that are full', () => {
  const readings = { ...WELL.readings, 'clock-skew': seen(-3600), 'free-space': seen(100) };
  const facts = { ...WELL, readings, quota: seen({ used: 5e9, quota: 5e9 }) };
  const topics = (more: Partial<CheckFacts>): string[] =>
    sevenChecks({ ...facts, ...more }).flatMap(({ findings }) => findings.map(({ topic }) => topic));
  assert.deepEqual(topics({}), ['clock-off', 'quota-nearly-full', 'disk-nearly-full']);
  const codes: ReasonCode[] = ['clock-skew', 'quota-full', 'device-disk-full'];
  assert.deepEqual(topics({ reasons: seen(codes.map((code) => fact(code))) }), codes);
  assert.deepEqual(topics({ device: [{ code: 'clock-skew', since: NOW, evidence: {} }] }), [
    'clock-skew',
    'quota-nearly-full',
    'disk-nearly-full',
  ]);
});

test('OS-46: where originals make room and the disk has none for the first compressed version, how much to free is said, and not to optimise', () => {
  const readings = { ...WELL.readings, 'free-space': seen(20_000) };
  const policy = { ...USUAL_POLICY, storage: 'optimise' as const };
  const found = (more: Partial<CheckFacts>) => sevenChecks({ ...WELL, readings, policy, ...more }).flatMap(({ findings }) => findings);
  const [finding, ...others] = found({});
  assert.deepEqual([finding?.topic, finding?.verdict, others.length], ['no-room-to-optimise', 'look', 0]);
  assert.match(finding?.words ?? '', /^This disk has no room for a compressed version, .*: 20 kB free\.$/);
  assert.match(finding?.cure ?? '', /^Free up 4 MB on this disk, /);
  const topics = (more: Partial<CheckFacts>): string[] => found(more).map(({ topic }) => topic);
  assert.deepEqual(topics({ policy: USUAL_POLICY }), ['disk-nearly-full']);
  assert.deepEqual(topics({ readings: { ...readings, 'free-space': seen(5e6) } }), ['disk-nearly-full']);
  const waits = { ...fact('device-disk-full'), evidence: { needed: 500_000, free: 20_000, optimised: true } };
  const [reason, ...more] = found({ reasons: seen([waits]) });
  assert.deepEqual([reason?.topic, more.length], ['device-disk-full', 0]);
  assert.match(reason?.cure ?? '', /^Free up 480 kB on this disk\. Photos here make room by themselves, as long as 4 MB are free/);
  assert.doesNotMatch(reason?.cure ?? '', /set storage optimise/);
});

test('TH-4: what the server lacks to make pictures is told once, under none of the seven checks, with its command, and stops nothing', () => {
  const facts: CheckFacts = {
    ...WELL,
    missingTools: [
      { tool: 'ffmpeg', words: 'No pictures of videos.', command: 'sudo apt-get install ffmpeg' },
      { tool: 'heic', words: 'No pictures of HEIC photos.', command: null },
    ],
  };
  assert.ok(sevenChecks(facts).every(({ verdict }) => verdict === 'fine'));
  assert.equal(outcomeOf(facts), 'fine');
  const [finding, ...more] = otherFindings(facts);
  assert.deepEqual([finding?.topic, finding?.verdict, finding?.place, more.length], ['no-pictures', 'look', 'server', 0]);
  assert.match(
    finding?.words ?? '',
    /^No pictures of videos\. To install it there: sudo apt-get install ffmpeg; No pictures of HEIC photos\. /,
  );
  assert.deepEqual(otherFindings(WELL), []);
});

test('WY-67: a cause that rests on what is simulated says by what, to whoever looks; any other does not', () => {
  const link = { is: 'cellular', since: 1, source: 'simulated' } as const;
  const free = { is: 100, since: 1, source: 'simulated' };
  const readings = { ...WELL.readings, link, 'free-space': free };
  const found = (facts: CheckFacts) =>
    new Map(sevenChecks(facts).flatMap((each) => each.findings.map((one) => [one.topic, one.simulated])));
  const simulated = found({ ...WELL, readings, reasons: seen([fact('wifi-only'), fact('quota-full')]) });
  assert.deepEqual(
    [simulated.get('wifi-only'), simulated.get('quota-full'), simulated.get('disk-nearly-full')],
    [['link'], [], ['free-space']],
  );
  assert.deepEqual(found({ ...WELL, reasons: seen([fact('wifi-only')]) }).get('wifi-only'), []);
  const told = { conditions: { link: { value: 'cellular', since: 1, source: 'simulated' } } };
  assert.deepEqual(
    [simulatedTold('wifi-only', told), simulatedTold('quota-full', told), simulatedTold('wifi-only', null)],
    [['link'], [], []],
  );
  assert.equal(simulatedWords({ simulated: ['link'] }), ' (simulated: link)');
});

/** Switching off, beginning anew, deleting, forgetting. */
const DRASTIC =
  /switch(?:ing)? (?:it |sync )?off|\breset|re-?install|unlink|sign(?:ing)? out|delet(?:e|ing)\b|\bremov(?:e|ing)\b|\berase|\bempt(?:y|ied|ying)\b|\btrash (?!ls)|\bforget\b/gi;

/**
 * The cures that name something of the kind, each in these words only, and why that takes nothing from anybody.
 */
const MAY_NAME: Partial<Record<Finding['topic'], RegExp>> = {
  // What lies there was deleted by the person already.
  'quota-full': /Recently Deleted is empty|once it is emptied: rollcall trash empty|empty Recently Deleted|empty it: rollcall trash empty/g,
  'no-room-to-optimise': /emptying its bin/g,
  // They ask about what is gone already; the way to keep it, or to have it back, stands first.
  'mass-delete-held': /rollcall held keep, or rollcall held trash/g,
  'deleted-before': /rollcall keep FILE \(have it again\), or rollcall forget FILE \(it stays deleted; the file here is left alone\)/g,
  'lost-with-server': /^Bring every device .* If it is gone: rollcall lost forget \S+/g,
  // Its library is closed: there is nothing left that the device is linked to.
  'device-revoked': /The photos here stay where they are\. To have a cloud again, end this device \(rollcall unlink\)/g,
};

const NONE = /(?!)/g;

test('DR-7: no cure of any finding proposes to switch off, to reset, to unlink or to delete, but for those listed, in the words listed', () => {
  const evidence = fc.record(
    {
      error: fc.constantFrom('x', 'EIO', 'EROFS', null),
      nextTry: fc.constantFrom(1, null),
      count: fc.constantFrom(1, 2, null),
      folderAccount: fc.constantFrom('x', 'y'),
      account: fc.constantFrom('x', null),
      assetId: fc.constantFrom('x', null),
      closedOn: fc.constantFrom(NOW, null),
      trashed: fc.constantFrom(0, 7, null),
      trashedBytes: fc.constantFrom(9, null),
      home: fc.constantFrom('/state', null),
      copy: fc.constantFrom('/copy', null),
      whole: fc.boolean(),
      optimised: fc.boolean(),
      budget: fc.constantFrom(1, null),
      deviceName: fc.constantFrom('Phone', null),
      where: fc.constantFrom('server', 'cloud', 'link'),
      limit: fc.constantFrom(1, null),
    },
    { requiredKeys: [] },
  );
  const named = new Set<string>();
  const drasticIn = (topic: Finding['topic'], cure: string): string[] => {
    const rest = cure.replaceAll(MAY_NAME[topic] ?? NONE, '');
    if (rest !== cure) named.add(topic);
    return rest.match(DRASTIC) ?? [];
  };
  for (const code of REASON_CODES) {
    const told = (given: Evidence): void => {
      const facts = { ...WELL, reasons: seen([fact(code, { evidence: given })]) };
      for (const { topic, cure } of [...sevenChecks(facts).flatMap(({ findings }) => findings), ...otherFindings(facts)])
        assert.deepEqual(drasticIn(topic, cure), [], `${topic}: ${cure}`);
    };
    for (const each of [{}, { closedOn: NOW }, { trashed: 0 }]) told(each);
    fc.assert(fc.property(evidence, told), { numRuns: 50 });
  }
  for (const [topic, { cure }] of Object.entries(WARNINGS))
    assert.deepEqual(drasticIn(topic as Finding['topic'], cure), [], `${topic}: ${cure}`);
  assert.deepEqual([...named].sort(), Object.keys(MAY_NAME).sort(), 'and each that is listed names it');
});

test('SD-13: check 5 says how the service stands that runs the program: failed, stopped, started again often, or not by itself; and by what it runs', () => {
  const unit = 'rollcall-device.service';
  const well = { unit, manager: 'user', run: 'running', atBoot: true, restarts: 0, last: null } as const;
  const last = { by: 'code', value: 3, result: 'exit-code', at: NOW - 60_000 } as const;
  const told = (service: CheckFacts['service'], more: Partial<CheckFacts> = {}): CheckResult => check({ ...WELL, ...more, service }, 5);
  const topics = (service: CheckFacts['service'], more: Partial<CheckFacts> = {}): string[] =>
    told(service, more).findings.map(({ topic }) => topic);
  assert.ok(told(seen(well)).seen.includes(`the service ${unit} starts it`));
  assert.equal(told(seen(well)).verdict, 'fine');
  assert.ok(told(seen('none' as const)).seen.some((words) => words.startsWith('no service starts it')));
  assert.deepEqual(told({ unseen: 'this machine is not run by systemd' }).cannotSee, [
    'whether a service runs it: this machine is not run by systemd',
  ]);
  const gone = { agent: seen('ended' as const) };
  const failed = told(seen({ ...well, run: 'failed', restarts: 1, last }), gone).findings;
  assert.deepEqual(
    failed.map(({ topic }) => topic),
    ['service-failed'],
    'it says more than that the program ended',
  );
  assert.match(
    failed[0]?.words ?? '',
    /has failed, and is not started again by itself: it ended, since something needs you \(exit code 3\)\.$/,
  );
  const crash = { by: 'signal', value: 11, result: 'signal', at: NOW } as const;
  const often = { ...well, restarts: 4, last: crash };
  assert.match(told(seen(often)).findings[0]?.words ?? '', /started again 4 times by itself: it was ended by signal SIGSEGV/);
  assert.deepEqual(topics(seen(often, NOW - 7_200_000)), [], 'that is over');
  assert.deepEqual(topics(seen({ ...often, restarts: 2 })), [], 'once or twice is an accident');
  assert.deepEqual(topics(seen({ ...often, restarts: 0, run: 'again' }), gone), ['service-restarts']);
  assert.deepEqual(topics(seen({ ...well, run: 'stopped' }), { agent: seen('stopped' as const) }), ['service-stopped']);
  assert.deepEqual(topics(seen({ ...well, run: 'stopped' })), [], 'somebody runs it, who stopped the service');
  assert.deepEqual(topics(seen({ ...well, atBoot: false })), ['service-not-at-boot']);
  assert.deepEqual(topics(seen({ ...well, atBoot: false }), gone), ['service-not-at-boot', 'agent-ended']);
  const elsewhere = check({ ...WELL, afar: 'Laptop', service: UNKNOWN }, 5);
  assert.deepEqual(elsewhere.cannotSee, [], 'elsewhere nobody can see it, and nobody misses it');
});

test('DR-42: every warning ends with a command, or with what a person can do in the world', () => {
  for (const [topic, { cure }] of Object.entries(WARNINGS)) {
    assert.match(
      cure,
      /\brollcall (?:conditions clear|trash ls|restart|sync|doctor|service (?:logs|install) device)\b|^Set the clock|^Free up|^Update|^Let its owner install/,
      topic,
    );
    assert.match(cure, /\.$/, topic);
  }
});

test('DR-8: whatever the planner says, each cause stands under exactly one check, broken only by a reason, and the outcome is that of the worst class', () => {
  const facts = fc
    .uniqueArray(fc.constantFrom(...REASON_CODES), { maxLength: 6 })
    .map((codes): CheckFacts => ({ ...WELL, reasons: seen(codes.map((code) => fact(code))) }));
  fc.assert(
    fc.property(facts, (given) => {
      const results = sevenChecks(given);
      assert.deepEqual(
        results.map((result) => result.check),
        [...CHECKS],
      );
      const topics = [...results.flatMap(({ findings }) => findings), ...otherFindings(given)].map(({ topic }) => topic);
      assert.equal(new Set(topics).size, topics.length);
      const classes = 'is' in given.reasons ? given.reasons.is.map(({ code }) => REASONS[code].class) : [];
      const worst = classes.includes('needs-you')
        ? 'needs-you'
        : classes.includes('failing')
          ? 'failing'
          : classes.includes('held')
            ? 'held'
            : 'fine';
      assert.equal(outcomeOf(given), worst);
      for (const { verdict, findings } of results)
        assert.equal(
          verdict === 'broken',
          findings.some((finding) => finding.verdict === 'broken'),
        );
    }),
  );
});

test('DR-9: items are grouped by code: how many list it, where it comes first, since the earliest, what all need together, of how many paths it is, and the first few by name', () => {
  const gathering = new Gathering(2);
  const quota = (since: number, needed: number): Reason => ({ code: 'quota-full', since, evidence: { needed, free: 1 } });
  gathering.add(() => 'a', [quota(5, 10)]);
  gathering.add(() => 'b', [{ code: 'file-unreadable', since: 9, evidence: { error: 'EIO' } }, quota(3, 20)]);
  gathering.add(() => 'c', [quota(4, 30)]);
  const closed = (path: string, since: number): Reason => ({ code: 'permission-missing', since, evidence: { needed: 'read', path } });
  for (const [at, path] of ['x', 'y', 'x'].entries()) gathering.add(() => path, [closed(path, at)]);
  assert.deepEqual(gathering.groups(), [
    {
      code: 'permission-missing',
      count: 3,
      primary: 3,
      since: 0,
      evidence: { needed: 'read', path: 'x', paths: 2 },
      examples: ['x', 'y'],
    },
    { code: 'quota-full', count: 3, primary: 2, since: 3, evidence: { needed: 60, free: 1 }, examples: ['a', 'b'] },
    { code: 'file-unreadable', count: 1, primary: 1, since: 9, evidence: { error: 'EIO' }, examples: ['b'] },
  ]);
});
