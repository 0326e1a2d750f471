import assert from 'node:assert/strict';
import { test } from 'node:test';
import { LIMITS, type Device } from '@rollcall/protocol';
import { untoldWords } from './untold.ts';

test('WY-22: where a name is not found, the devices are told that hold back more photos than they name meanwhile', () => {
  const device = (name: string, held: number): Pick<Device, 'name' | 'roll'> => ({
    name,
    roll: { counts: { held } } as unknown as Device['roll'],
  });
  assert.equal(untoldWords([device('Desk', 0), device('Phone', LIMITS.namedWhileHeld), { name: 'New', roll: null }]), '');
  assert.equal(
    untoldWords([device('Laptop', 1300), device('Phone', 1)]),
    'Laptop has 1,300 photos that its settings hold back, and names all of them only when it may send again.',
  );
});
