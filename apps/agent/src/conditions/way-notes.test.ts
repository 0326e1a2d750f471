import assert from 'node:assert/strict';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { openDeviceStore } from '../store/sqlite.ts';
import { readSegments, segmentsHere, type Segments } from './segments.ts';
import { readWayNotes, WayMeter } from './way-notes.ts';

const folder = mkdtempSync(join(tmpdir(), 'rollcall-way-'));
after(() => rmSync(folder, { recursive: true }));

/** In the form that Linux prints; the columns are those of proc(5) and RFC 4022. */
const SNMP = `Ip: Forwarding DefaultTTL InReceives
Ip: 1 64 2144
Tcp: RtoAlgorithm RtoMin RtoMax MaxConn ActiveOpens PassiveOpens AttemptFails EstabResets CurrEstab InSegs OutSegs RetransSegs InErrs OutRsts InCsumErrors
Tcp: 1 200 120000 -1 31 12 4 2 6 1800 1900 76 0 9 0
Udp: InDatagrams NoPorts
Udp: 4 0
`;

test('CN-15: what has to be sent again while photos move is told as loss, in percent, by what the system counts', () => {
  const store = openDeviceStore(join(folder, 'device.db'));
  let counted: Segments = { sent: 1000, again: 100 };
  const meter = new WayMeter(store, () => counted);
  let now = 0;
  const stretch = (sent: number, again: number, busy = true): void => {
    meter.tick(0, null, busy, now);
    counted = { sent: counted.sent + sent, again: counted.again + again };
    now += 3000;
    meter.tick(0, null, busy, now);
  };
  stretch(50, 4);
  assert.equal(meter.rate(now)?.loss, 8, 'only what was sent meanwhile counts');
  const { loss } = readWayNotes(store);
  assert.deepEqual('is' in loss && [loss.is, loss.since], [8, now]);
  stretch(9, 9);
  assert.equal(meter.rate(now)?.loss, 8, 'too few to say anything');
  stretch(11, 1);
  assert.equal(meter.rate(now)?.loss, 50, 'until there are enough of them');
  stretch(500, 500, false);
  assert.equal(meter.rate(now + 9000)?.loss ?? null, null, 'what others send says nothing while no photo moves');
  store.close();
});

test('CN-15: a system that does not count what is lost is said not to, and nothing is guessed', () => {
  const store = openDeviceStore(join(folder, 'blind.db'));
  const meter = new WayMeter(store, () => null);
  for (const now of [0, 3000, 6000]) meter.tick(now, null, true, now);
  assert.equal(meter.rate(6000)?.loss, null);
  assert.ok('unseen' in readWayNotes(store).loss);
  store.close();
});

test('CN-15: the counters are read by their names, wherever they stand; what is in another form is none', () => {
  assert.deepEqual(readSegments(SNMP), { sent: 1900, again: 76 });
  for (const strange of [
    '',
    'Tcp: OutSegs\n',
    'Tcp: OutSegs RetransSegs\n',
    'Tcp: InSegs\nTcp: 4\n',
    'Tcp: OutSegs RetransSegs\nTcp: x 1\n',
  ])
    assert.equal(readSegments(strange), null, strange);
  if (process.platform === 'linux') assert.ok((segmentsHere()?.sent ?? -1) >= 0);
});
