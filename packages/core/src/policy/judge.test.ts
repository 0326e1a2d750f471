import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { classOf, REASON_CODES, REASONS, tellReason, type ReasonCode } from '@rollcall/protocol';
import { judgePolicy, mobileLeft, SYNC_NOW_OVERRIDES } from './judge.ts';
import { PERMISSIVE, UNSEEN, type Policy, type Seen, type Surroundings } from './policy.ts';

const NOW = 1_764_000_000_000 - (1_764_000_000_000 % 60_000) + 17_000;
const codes = (policy: Partial<Policy>, around: Partial<Surroundings>, now = NOW): ReasonCode[] =>
  judgePolicy({ ...PERMISSIVE, ...policy }, { ...UNSEEN, ...around }, now).map(({ code }) => code);
const seen = <T>(is: T, since = 5): Seen<T> => ({ is, since });

const anySeen = <T>(value: fc.Arbitrary<T>): fc.Arbitrary<Seen<T>> => fc.option(value.map((is) => ({ is, since: 5 })));
const around: fc.Arbitrary<Surroundings> = fc.record({
  link: anySeen(fc.constantFrom('wifi' as const, 'cable' as const, 'mobile' as const, 'none' as const)),
  metered: anySeen(fc.boolean()),
  roaming: anySeen(fc.boolean()),
  power: anySeen(fc.constantFrom('mains' as const, 'battery' as const)),
  battery: anySeen(fc.nat(100)),
  lowPower: anySeen(fc.boolean()),
  month: fc.option(fc.record({ used: fc.nat(200), ends: fc.constant(NOW + 1e9) })),
  minuteOfDay: fc.option(fc.nat(1439)),
});
const policy: fc.Arbitrary<Policy> = fc.record({
  sync: fc.boolean(),
  paused: fc.option(fc.record({ since: fc.constant(7), until: fc.constantFrom('resumed' as const, NOW - 1, NOW + 1000) })),
  mobileData: fc.boolean(),
  unlimitedUpdates: fc.boolean(),
  mobileBudget: fc.nat(200),
  roaming: fc.boolean(),
  metered: fc.constantFrom('as-mobile' as const, 'as-any' as const),
  minimumBattery: fc.nat(100),
  onlyCharging: fc.boolean(),
  respectLowPower: fc.boolean(),
  quietHours: fc.option(fc.record({ from: fc.nat(1439), to: fc.nat(1439) })),
  syncNowUntil: fc.constantFrom(null, NOW - 1, NOW + 1000),
  direction: fc.constant('both' as const),
  limits: fc.constant({ up: null, down: null }),
  leaveOut: fc.constant({ names: [], kinds: [] }),
  storage: fc.constantFrom('keep-originals' as const, 'optimise' as const),
  diskBudget: fc.constant({ of: 'nothing' as const }),
  since: fc.constant(3),
});

test('PY-1: what is permitted is never held back, and what cannot be seen from here is never guessed', () => {
  fc.assert(fc.property(around, (each) => assert.deepEqual(judgePolicy(PERMISSIVE, each, NOW), [])));
  fc.assert(
    fc.property(policy, (each) => {
      for (const { code } of judgePolicy(each, UNSEEN, NOW)) assert.ok(code === 'sync-off' || code === 'paused', code);
    }),
  );
});

test('PY-2: each setting holds back by its own reason, all that apply are told, and power lifts what spares the battery', () => {
  assert.deepEqual(codes({ sync: false }, {}), ['sync-off']);
  assert.deepEqual(codes({ mobileData: false }, { link: seen('mobile') }), ['wifi-only']);
  assert.deepEqual(codes({ mobileData: false }, { link: seen('wifi') }), []);
  assert.deepEqual(codes({ roaming: false }, { link: seen('mobile'), roaming: seen(true) }), ['roaming']);
  assert.deepEqual(codes({ roaming: false }, { link: seen('wifi'), roaming: seen(true) }), []);
  const metered = { link: seen('wifi' as const), metered: seen(true) };
  assert.deepEqual(codes({ mobileData: false, metered: 'as-mobile' }, metered), ['metered']);
  assert.deepEqual(codes({ mobileData: false }, metered), []);
  const battery = { power: seen('battery' as const), battery: seen(15), lowPower: seen(true) };
  const sparing = { minimumBattery: 20, onlyCharging: true, respectLowPower: true };
  assert.deepEqual(codes(sparing, battery), ['low-power-mode', 'low-battery', 'charging-only']);
  assert.deepEqual(codes(sparing, { ...battery, power: seen('mains') }), []);
  assert.deepEqual(codes({ ...sparing, mobileData: false }, { ...battery, link: seen('mobile') }), [
    'wifi-only',
    'low-power-mode',
    'low-battery',
    'charging-only',
  ]);
});

test('PY-3: mobile data goes within its budget, and not beyond it, unless it is unlimited; Wi-Fi costs nothing', () => {
  const sparing = { unlimitedUpdates: false, mobileBudget: 100 };
  const mobile = (used: number): Partial<Surroundings> => ({ link: seen('mobile'), month: { used, ends: NOW + 5000 } });
  assert.deepEqual([codes(sparing, mobile(99)), codes(sparing, mobile(100))], [[], ['mobile-budget-spent']]);
  assert.deepEqual(codes({ ...sparing, unlimitedUpdates: true }, mobile(1000)), []);
  assert.deepEqual(codes(sparing, { ...mobile(1000), link: seen('wifi') }), []);
  const left = (used: number, more: Partial<Surroundings> = {}): number | null =>
    mobileLeft({ ...PERMISSIVE, ...sparing }, { ...UNSEEN, ...mobile(used), ...more });
  assert.deepEqual([left(30), left(130), left(30, { link: seen('wifi') })], [70, 0, null]);
  const [spent] = judgePolicy({ ...PERMISSIVE, ...sparing }, { ...UNSEEN, ...mobile(120) }, NOW);
  assert.deepEqual([spent?.nextTry, spent?.evidence], [NOW + 5000, { used: 120, budget: 100, resets: NOW + 5000 }]);
});

test('PY-4: “Sync now” overrides, until its end, exactly those reasons whose cure offers it', () => {
  const offered = REASON_CODES.filter((code) => /sync now/i.test(REASONS[code].cure({})));
  assert.deepEqual([...SYNC_NOW_OVERRIDES].sort(), [...offered].sort());
  fc.assert(
    fc.property(policy, around, (each, world) => {
      const without = judgePolicy({ ...each, syncNowUntil: null }, world, NOW);
      const during = judgePolicy({ ...each, syncNowUntil: NOW + 1 }, world, NOW);
      assert.deepEqual(
        during,
        without.filter(({ code }) => !SYNC_NOW_OVERRIDES.has(code)),
      );
      assert.deepEqual(judgePolicy({ ...each, syncNowUntil: NOW }, world, NOW), without, 'it is over');
    }),
  );
});

test('PY-5: quiet hours are those between their two times, also over midnight, and tell when they end', () => {
  const at = (minuteOfDay: number, from: number, to: number) =>
    judgePolicy({ ...PERMISSIVE, quietHours: { from, to } }, { ...UNSEEN, minuteOfDay }, NOW)[0];
  const start = NOW - (NOW % 60_000);
  for (const [minute, from, to, left] of [
    [60, 60, 120, 60],
    [119, 60, 120, 1],
    [1380, 1320, 360, 420],
    [0, 1320, 360, 360],
  ] as const) {
    const held = at(minute, from, to);
    assert.deepEqual([held?.code, held?.nextTry], ['quiet-hours', start + left * 60_000], `${minute}`);
  }
  assert.equal(at(120, 60, 120), undefined);
  assert.equal(at(1000, 1320, 360), undefined);
  assert.equal(at(70, 70, 70), undefined, 'no time at all');
  fc.assert(
    fc.property(fc.nat(1439), fc.nat(1439), fc.nat(1439), (minute, from, to) => {
      const held = at(minute, from, to);
      if (!held) return;
      assert.ok(held.since <= NOW && (held.nextTry ?? 0) > NOW && (held.nextTry ?? 0) <= start + 86_400_000);
    }),
  );
});

test('PY-6: what is held back says since when, with what it rests on, is of the class “held by your settings”, and what ends by time names a time to come', () => {
  fc.assert(
    fc.property(policy, around, (each, world) => {
      const held = judgePolicy(each, world, NOW);
      assert.equal(new Set(held.map(({ code }) => code)).size, held.length);
      for (const trouble of held) {
        assert.equal(classOf(trouble.code), 'held', trouble.code);
        assert.ok(trouble.since <= NOW && trouble.since >= 3);
        if (trouble.nextTry !== null) assert.ok(trouble.nextTry > NOW);
        const told = tellReason({ code: trouble.code, since: trouble.since, evidence: trouble.evidence });
        assert.doesNotMatch(`${told.words} ${told.ends.words}`, /undefined|NaN|\?/);
        if (told.ends.by === 'time' && trouble.code !== 'paused') assert.notEqual(trouble.nextTry, null);
      }
    }),
  );
  assert.deepEqual(codes({ paused: { since: 7, until: 'resumed' } }, {}), ['paused']);
  assert.deepEqual(codes({ paused: { since: 7, until: NOW } }, {}), []);
});

test('PY-7: permitting more never holds back more', () => {
  const freer: Partial<Policy>[] = [
    { sync: true },
    { paused: null },
    { mobileData: true },
    { unlimitedUpdates: true },
    { roaming: true },
    { metered: 'as-any' },
    { minimumBattery: 0 },
    { onlyCharging: false },
    { respectLowPower: false },
    { quietHours: null },
    { syncNowUntil: NOW + 1000 },
  ];
  fc.assert(
    fc.property(policy, around, fc.constantFrom(...freer), (each, world, free) => {
      const before = new Set(judgePolicy(each, world, NOW).map(({ code }) => code));
      for (const { code } of judgePolicy({ ...each, ...free }, world, NOW)) assert.ok(before.has(code), code);
    }),
  );
});
