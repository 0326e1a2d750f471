import assert from 'node:assert/strict';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import type { DurableStore } from '../store/durable-store.ts';
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

/** A meter over such counters, and stretches in which so much is sent, and of it again. */
function bench(name: string): {
  store: DurableStore;
  loss: () => number | null;
  stretch: (sent: number, again: number, busy?: boolean) => void;
} {
  const store = openDeviceStore(join(folder, name));
  let counted: Segments = { sent: 1000, again: 100 };
  let now = 0;
  const meter = new WayMeter(store, () => counted);
  const stretch = (sent: number, again: number, busy = true): void => {
    meter.tick(0, null, busy, now);
    counted = { sent: counted.sent + sent, again: counted.again + again };
    now += 3000;
    meter.tick(0, null, busy, now);
  };
  return { store, loss: () => meter.rate(now)?.loss ?? null, stretch };
}

test('CN-15: what has to be sent again while photos move is told as loss, in percent, by what the system counts', () => {
  const { store, loss, stretch } = bench('device.db');
  stretch(9, 9);
  assert.equal(loss(), null, 'too few to say anything');
  stretch(50, 0);
  assert.equal(loss(), 13, 'until there are enough of them');
  const noted = readWayNotes(store).loss;
  assert.deepEqual('is' in noted && [noted.is, noted.since], [13, 6000]);
  for (let each = 0; each < 3; each++) stretch(500, 500, false);
  assert.equal(loss(), null, 'what others send says nothing while no photo moves');
  stretch(50, 4);
  assert.equal(loss(), 8, 'only what was sent meanwhile counts');
  store.close();
});

test('CN-17: what is lost in bursts is told as over the last quarter of a minute, and not as now much, now nothing', () => {
  const { store, loss, stretch } = bench('bursts.db');
  for (let each = 0; each < 6; each++) {
    stretch(50, 10);
    stretch(50, 0);
    assert.ok((loss() ?? 0) >= 8 && (loss() ?? 0) <= 12, String(loss()));
  }
  for (let each = 0; each < 10; each++) stretch(50, 0);
  assert.ok((loss() ?? 100) <= 1, String(loss()));
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
