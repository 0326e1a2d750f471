import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Device } from '@rollcall/protocol';
import { untoldWords } from './untold.ts';

test('WY-22: where a name is not found, the devices are told that hold photos back, and do not name them meanwhile', () => {
  const device = (name: string, held: number): Pick<Device, 'name' | 'roll'> => ({
    name,
    roll: { counts: { held } } as unknown as Device['roll'],
  });
  assert.equal(untoldWords([device('Desk', 0), { name: 'New', roll: null }]), '');
  assert.equal(
    untoldWords([device('Laptop', 3), device('Phone', 1)]),
    'Laptop has 3 photos that its settings hold back, and names them only when it may send again. Phone has 1 photo that its settings hold back, and names them only when it may send again.',
  );
});
