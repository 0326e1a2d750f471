import assert from 'node:assert/strict';
import { test } from 'node:test';
import { asText, gauge } from './family.ts';
import { Spreads, Tally } from './tally.ts';

test('OB-3: figures are told in the text format of Prometheus', () => {
  const tally = new Tally('a_total', 'Counted\nso', ['what']);
  tally.add(['"x"\\\n']);
  tally.add(['"x"\\\n'], 2);
  const spreads = new Spreads('b_seconds', 'Measured', ['kind'], [1, 2]);
  for (const measured of [0.5, 1, 1.5, 9]) spreads.add(['k'], measured);
  const families = [
    tally.family(),
    spreads.family(),
    gauge('c', 'None', null),
    gauge('d', 'Odd', [{ value: Number.NaN }, { value: Number.POSITIVE_INFINITY }]),
  ];
  assert.equal(
    asText(families),
    [
      '# HELP a_total Counted\\nso',
      '# TYPE a_total counter',
      'a_total{what="\\"x\\"\\\\\\n"} 3',
      '# HELP b_seconds Measured',
      '# TYPE b_seconds histogram',
      'b_seconds_bucket{kind="k",le="1"} 2',
      'b_seconds_bucket{kind="k",le="2"} 3',
      'b_seconds_bucket{kind="k",le="+Inf"} 4',
      'b_seconds_sum{kind="k"} 12',
      'b_seconds_count{kind="k"} 4',
      '# HELP d Odd',
      '# TYPE d gauge',
      'd NaN',
      'd +Inf',
      '',
    ].join('\n'),
  );
});

test('OB-4: beyond a thousand combinations of labels all others are one, and nothing is lost of the sum', () => {
  const tally = new Tally('a_total', 'Counted', ['route', 'status']);
  for (let n = 0; n < 3000; n += 1) tally.add([`/${n}`, '200']);
  const { samples } = tally.family();
  assert.equal(samples.length, 1001);
  assert.deepEqual(samples.at(-1), { labels: { route: 'other', status: 'other' }, value: 2000 });
  assert.equal(
    samples.reduce((sum, { value }) => sum + value, 0),
    3000,
  );
});
