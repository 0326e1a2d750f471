import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { leftOutBy, planFile, planIncoming, readPattern } from '../plan/index.ts';
import { anyRows, bound, calm, codes, doing, file, incoming, remote, rows } from '../plan/plan.testing.ts';
import { judgePolicy, speechWhile } from './judge.ts';
import { countMobile } from './month.ts';
import { UNSEEN } from './policy.ts';
import { isSettingName, SETTING_NAMES, SETTINGS, settingWords, type SettingName } from './setting.ts';
import { AS_USUAL, choose, endSyncNow, pause, policyOf, resume, syncNow, USUAL_POLICY, type Settings } from './settings.ts';

const chosen = (...pairs: readonly (readonly [SettingName, string])[]): Settings =>
  pairs.reduce<Settings>((settings, [name, text]) => {
    const made = choose(settings, name, text, 7);
    assert.ok(made.ok, `${name}=${text}`);
    return made.settings;
  }, AS_USUAL);

test('SG-1: each setting takes its values by name, shows what it takes again, and refuses all else in words', () => {
  const values: Record<SettingName, readonly [good: readonly string[], bad: readonly string[]]> = {
    sync: [
      ['on', 'off', 'yes', 'NO'],
      ['perhaps', '1'],
    ],
    'mobile-data': [['on', 'off'], ['']],
    'unlimited-updates': [['on', 'off'], ['unlimited']],
    'mobile-budget': [
      ['500MB', '1.5 GB', '0', '1000'],
      ['much', '-1', '1e9', '5PB'],
    ],
    roaming: [['on', 'off'], ['abroad']],
    'metered-as-mobile': [['on', 'off'], ['as-mobile']],
    'minimum-battery': [
      ['0', '20', '100', '35%'],
      ['101', '-1', '20.5', 'low'],
    ],
    'only-charging': [['on', 'off'], ['x']],
    'low-power-mode': [['on', 'off'], ['respect']],
    'quiet-hours': [
      ['22:00-07:00', '9:30 - 17:00', 'off'],
      ['22:00', '22-7', '24:00-07:00', '07:00-07:00', '1:00-2:00-3:00'],
    ],
    'upload-limit': [
      ['500kB', '2MB/s', 'off'],
      ['0', '999', 'fast', '-5'],
    ],
    'download-limit': [['1kB', 'off'], ['1']],
    direction: [
      ['both', 'backup-only', 'download-only'],
      ['up', ''],
    ],
    'exclude-names': [
      ['*.mov', 'Screenshots/**, .thumb*', 'none'],
      ['a//b', '../x', 'a\\b', '', 'x,,y', 'a**b'],
    ],
    'exclude-kinds': [
      ['video', 'photo,video', 'none'],
      ['movie', 'photo,'],
    ],
    storage: [
      ['keep-originals', 'optimise'],
      ['on', 'optimised', ''],
    ],
    'disk-budget': [
      ['1GB', '1.5 TB', '1000000', '10% free', '25 %', '90%free', 'none'],
      ['0', '500kB', '0% free', '91% free', '100%', 'half', '-1GB'],
    ],
  };
  for (const name of SETTING_NAMES) {
    const [good, bad] = values[name];
    for (const text of good) {
      const settings = chosen([name, text]);
      const shown = SETTINGS[name].show(policyOf(settings));
      assert.deepEqual(policyOf(chosen([name, shown])), policyOf(settings), `${name}=${text} is shown as ${shown}`);
      assert.ok(settingWords(name, policyOf(settings)).length > 0);
    }
    for (const text of bad) {
      const made = choose(AS_USUAL, name, text, 7);
      assert.ok(!made.ok && made.words.length > 5, `${name}=${text}`);
    }
  }
  assert.ok(isSettingName('sync') && !isSettingName('toString') && !isSettingName('moon'));
});

test('SG-2: nothing chosen, it syncs freely on Wi-Fi and power, and sparingly with mobile data and battery', () => {
  assert.deepEqual(policyOf(AS_USUAL), USUAL_POLICY);
  const at = (over: object): string[] => judgePolicy(USUAL_POLICY, { ...UNSEEN, ...over }, 1000).map(({ code }) => code);
  const is = <T>(value: T) => ({ is: value, since: 1 });
  assert.deepEqual(at({}), []);
  assert.deepEqual(at({ link: is('wifi'), power: is('mains'), battery: is(3) }), []);
  assert.deepEqual(at({ power: is('battery'), battery: is(19) }), ['low-battery']);
  assert.deepEqual(at({ link: is('mobile'), roaming: is(true) }), ['roaming']);
  assert.deepEqual(at({ link: is('mobile'), month: { used: 1e9, ends: 5 } }), ['mobile-budget-spent']);
  assert.deepEqual(at({ link: is('wifi'), metered: is(true), month: { used: 1e9, ends: 5 } }), ['mobile-budget-spent']);
});

test('OS-1: originals are kept unless the person says otherwise; optimised, a tenth of the disk stays free; neither holds anything back', () => {
  const usual = policyOf(AS_USUAL);
  assert.deepEqual([usual.storage, usual.diskBudget], ['keep-originals', { of: 'free', percent: 10 }]);
  const own = chosen(['storage', 'optimise'], ['disk-budget', '1 GB']);
  assert.deepEqual([policyOf(own).storage, policyOf(own).diskBudget, own.since], ['optimise', { of: 'folder', bytes: 1e9 }, 0]);
  assert.equal(settingWords('disk-budget', policyOf(own)), '1 GB');
  assert.equal(settingWords('disk-budget', usual), '10% free');
  assert.deepEqual(policyOf(chosen(['disk-budget', 'none'])).diskBudget, { of: 'nothing' });
});

test('SG-3: a value that this version does not know counts as not chosen, and what only slows or leaves out is no news to what is held', () => {
  const strange = { ...AS_USUAL, chosen: { direction: 'sideways', 'minimum-battery': '30', later: 'x' } as Settings['chosen'] };
  assert.deepEqual(policyOf(strange), { ...USUAL_POLICY, minimumBattery: 30 });
  assert.equal(chosen(['upload-limit', '1MB'], ['exclude-names', '*.png']).since, 0);
  assert.equal(chosen(['mobile-data', 'off']).since, 7);
  assert.equal(chosen(['mobile-data', 'on']).since, 0, 'it was on before');
});

test('SG-4: sync now is a later word than a pause and ends it, and a pause one than sync now; it can be ended before its time; what is off stays off', () => {
  const paused = pause(AS_USUAL, null, 5);
  const held = (settings: Settings): string[] => judgePolicy(policyOf(settings), UNSEEN, 10).map(({ code }) => code);
  assert.deepEqual(held(paused), ['paused']);
  assert.deepEqual(held(pause(AS_USUAL, 11, 5)), ['paused']);
  assert.deepEqual(held(pause(AS_USUAL, 10, 5)), []);
  assert.deepEqual(held(resume(paused)), []);
  assert.deepEqual(held(syncNow(paused, 100)), []);
  assert.equal(pause(syncNow(AS_USUAL, 100), null, 5).syncNowUntil, null);
  assert.deepEqual(
    endSyncNow(syncNow(paused, 100)),
    resume(paused),
    'it ends before its time, and the pause that it ended does not come back',
  );
  assert.deepEqual(endSyncNow(paused), paused);
  assert.deepEqual(held(syncNow(chosen(['sync', 'off']), 100)), ['sync-off']);
});

test('SG-5: what is held lets no photo and no change go; words of how it stands go, but for where each byte costs', () => {
  const trouble = (code: never) => ({ code, evidence: {}, tries: 0, nextTry: null, since: 0 });
  const speech = (...all: string[]): string => speechWhile(all.map((code) => trouble(code as never)));
  assert.equal(speech(), 'all');
  for (const code of ['wifi-only', 'metered', 'paused', 'sync-off', 'low-battery', 'quiet-hours'])
    assert.equal(speech(code), 'words', code);
  for (const code of ['roaming', 'mobile-budget-spent']) assert.equal(speech('wifi-only', code), 'nothing', code);
});

test('SG-6: the mobile data of a month adds up, a new month begins at nothing, and a clock that goes back begins none', () => {
  const november = { begins: 1000, ends: 2000 };
  const december = { begins: 2000, ends: 3000 };
  const used = countMobile(countMobile(null, november, 5), november, 7);
  assert.deepEqual(used, { ...november, used: 12 });
  assert.deepEqual(countMobile(used, december, 1), { ...december, used: 1 });
  assert.equal(countMobile(countMobile(used, december, 1), november, 2).used, 3);
});

test('LO-1: a pattern is a name at any depth or a path in the folder, whatever the capitals; a folder stands for all that is in it', () => {
  const by = (names: readonly string[], path: string): string | null => leftOutBy({ names, kinds: [] }, path, 'photo');
  assert.equal(by(['*.mov'], '2024/05/IMG.MOV'), '*.mov');
  assert.equal(by(['*.mov'], 'mov/IMG.jpg'), null);
  assert.equal(by(['Screenshots'], 'a/screenshots/b/c.png'), 'Screenshots');
  assert.equal(by(['Screenshots/**'], 'Screenshots/b/c.png'), 'Screenshots/**');
  assert.equal(by(['Screenshots/**'], 'a/Screenshots/c.png'), null);
  assert.equal(by(['a/*/c.jpg', 'b?.jpg'], 'a/x/c.jpg'), 'a/*/c.jpg');
  assert.equal(by(['a/*/c.jpg'], 'a/x/y/c.jpg'), null);
  assert.equal(by(['a/**/c.jpg'], 'a/x/y/c.jpg'), 'a/**/c.jpg');
  assert.equal(by(['b?.jpg'], 'ab/b1.jpg'), 'b?.jpg');
  assert.equal(by(['cafe\u0301.jpg'], 'caf\u00e9.jpg'), 'cafe\u0301.jpg');
  assert.equal(leftOutBy({ names: [], kinds: ['video'] }, 'a.mp4', 'video'), 'video');
  assert.equal(leftOutBy({ names: [], kinds: ['video'] }, 'a.mp4', null), null, 'it was not read yet');
  assert.equal(readPattern('a/../b'), null);
  // Many stars are done with in a moment.
  assert.equal(by([`${'**/x/'.repeat(30)}y`], `${'x/'.repeat(200)}z`), null);
  assert.equal(by([`${'*a'.repeat(60)}*b`], 'a'.repeat(180)), null);
});

test('LO-2: a file that a rule leaves out is read and known and otherwise left alone; that it is gone deletes nothing elsewhere', () => {
  const out = { ...calm, leaveOut: { names: ['IMG_1.JPG'], kinds: [] } };
  const fresh = planFile(rows(), out);
  assert.deepEqual([doing(fresh), codes(fresh)], [[], ['excluded-by-rule']]);
  assert.equal(fresh.reasons[0]?.evidence['rule'], 'IMG_1.JPG');
  assert.deepEqual(doing(planFile(rows({ file: file({ hash: null }) }), out)), ['hash']);
  assert.deepEqual(doing(planFile(rows({ match: remote() }), out)), ['bind']);
  const gone = bound({ missingSince: 5, gone: true });
  assert.deepEqual(doing(planFile(rows({ file: gone, remote: remote() }), calm)), ['trash']);
  assert.deepEqual(doing(planFile(rows({ file: gone, remote: remote() }), out)), ['forget-file']);
  assert.deepEqual(doing(planFile(rows({ file: bound(), remote: remote({ state: 'trashed' }) }), out)), [], 'nor is it removed here');
  assert.deepEqual(doing(planIncoming(incoming(), out)), [], 'nor fetched again');
  assert.deepEqual(codes(planIncoming({ ...incoming(), lastPath: 'Elsewhere/other.jpg' }, out)), ['queued']);
  const away = { ...out, folder: [{ code: 'folder-missing' as const, evidence: {}, tries: 0, nextTry: null, since: 1 }] };
  assert.deepEqual(codes(planFile(rows({ file: gone, remote: remote() }), away)), ['folder-missing']);
});

test('LO-3: whatever the rows and the rule, what is left out neither sends, fetches, renames nor deletes', () => {
  const out = { ...calm, leaveOut: { names: ['*'], kinds: [] } };
  const may = new Set(['hash', 'bind', 'take-over', 'forget-file']);
  fc.assert(
    fc.property(anyRows(), (each) => {
      for (const action of doing(planFile(each, out))) assert.ok(may.has(action), action);
    }),
  );
});
