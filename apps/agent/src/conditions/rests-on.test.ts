import assert from 'node:assert/strict';
import { test } from 'node:test';
import { simulatedWords } from '@rollcall/core';
import { REASON_CODES } from '@rollcall/protocol';
import { tellHere } from './rests-on.ts';
import { SIMULABLE, type Overrides } from './overrides.ts';

test('WY-35: a reason that rests on what is simulated says so, in words and to scripts; any other does not', () => {
  const overrides: Overrides = { link: { is: 'cellular', since: 1 }, 'low-power': { is: true, since: 1 } };
  const told = (code: (typeof REASON_CODES)[number], all: Overrides = overrides) => tellHere({ code, since: 1, evidence: {} }, all);
  assert.deepEqual(told('wifi-only').simulated, ['link']);
  assert.equal(simulatedWords(told('wifi-only')), ' (simulated: link)');
  assert.equal(simulatedWords(told('low-power-mode')), ' (simulated: low-power)');
  assert.equal(simulatedWords(told('low-battery')), '');
  assert.equal('simulated' in told('quota-full'), false);
  for (const code of REASON_CODES) assert.equal(simulatedWords(told(code, {})), '');
  // Everything that can be simulated bears on some reason.
  const borne = new Set(
    REASON_CODES.flatMap(
      (code) => told(code, Object.fromEntries(SIMULABLE.map((name) => [name, { is: true, since: 1 }])) as Overrides).simulated ?? [],
    ),
  );
  assert.deepEqual([...borne].sort(), [...SIMULABLE].sort());
});
