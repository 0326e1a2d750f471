import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { SETTING_NAMES, SETTINGS, type SettingName } from './setting.ts';
import { AS_USUAL, choose, DEFAULT, originOf, policyOf, takeDefaults, USUAL_POLICY, type Settings } from './settings.ts';

function chosen(settings: Settings, name: SettingName, text: string, now = 7): Settings {
  const made = choose(settings, name, text, now);
  return made.ok ? made.settings : assert.fail(made.words);
}

test('DS-3: what was chosen for the device holds before what the account has, and that before what is usual; a choice is taken back by “default”', () => {
  const account = takeDefaults(AS_USUAL, { 'mobile-data': 'off', 'only-charging': 'on' }, 5);
  assert.deepEqual([policyOf(account).mobileData, policyOf(account).onlyCharging], [false, true]);
  const own = chosen(account, 'mobile-data', 'on');
  assert.equal(policyOf(own).mobileData, true);
  assert.deepEqual(
    (['mobile-data', 'only-charging', 'roaming'] as const).map((name) => originOf(own, name)),
    ['device', 'account', 'usual'],
  );
  const back = chosen(own, 'mobile-data', ' Default ');
  assert.deepEqual([policyOf(back).mobileData, originOf(back, 'mobile-data')], [false, 'account']);
  assert.deepEqual(policyOf({ ...takeDefaults(account, {}, 9), since: 0 }), USUAL_POLICY);
  const name = fc.constantFrom(...SETTING_NAMES);
  fc.assert(
    fc.property(name, (each) => {
      const text = SETTINGS[each].show(USUAL_POLICY);
      assert.deepEqual(chosen(chosen(AS_USUAL, each, text), each, DEFAULT), AS_USUAL, 'as if nothing had been chosen');
    }),
  );
});

test('DS-4: what the account has is news to what is held only where it changes that; what this version does not know counts for nothing', () => {
  assert.equal(takeDefaults(AS_USUAL, { 'mobile-data': 'off' }, 5).since, 5);
  assert.equal(takeDefaults(AS_USUAL, { 'mobile-data': 'on' }, 5).since, 0, 'it was on before');
  assert.equal(takeDefaults(AS_USUAL, { 'upload-limit': '1MB' }, 5).since, 0, 'it holds nothing back');
  assert.equal(takeDefaults(chosen(AS_USUAL, 'mobile-data', 'on'), { 'mobile-data': 'off' }, 5).since, 0, 'something else was chosen here');
  const strange = takeDefaults(AS_USUAL, { moon: 'full', direction: 'sideways' }, 5);
  assert.deepEqual({ ...policyOf(strange), since: 0 }, USUAL_POLICY);
  assert.equal(Object.hasOwn(strange.defaults, 'moon'), false);
});
