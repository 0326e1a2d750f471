import assert from 'node:assert/strict';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { planOf, run, type Item } from '@rollcall/sim';
import { run as runProgram } from '../run.ts';
import { Progress } from './progress.ts';
import { resultOf, searchEvictions } from './search.ts';

/** Every draw of chance, and with it everything, throws. */
const BROKEN = `data:text/javascript,${encodeURIComponent('Math.imul = () => { throw new Error("chance is broken"); };')}`;

interface Line {
  readonly runs: number;
  readonly steps: number;
  readonly seconds: number;
  readonly failures: readonly { readonly seed: string; readonly invariant: string; readonly story: string }[];
}

const lastLine = (output: string): Line => JSON.parse(output.trimEnd().split('\n').at(-1) ?? '') as Line;

test('SM-8: what throws outside of a program in a run is a failure of that run, with its story', () => {
  const broken: Item = {
    id: 0,
    at: 1000,
    device: 0,
    lasts: 0,
    get does(): never {
      throw new Error('nobody catches this');
    },
  };
  const plan = { ...planOf('1'), items: [broken] };
  const { violation } = run(plan, { story: false });
  assert.equal(violation?.invariant, 'crash');
  assert.match(violation.words, /nobody catches this/);
  const late: Item = {
    id: 0,
    at: 1000,
    lasts: 0,
    does: 'take',
    get device(): never {
      throw new Error('nobody catches this either');
    },
  };
  const told = run({ ...planOf('1'), items: [late] }, { story: true });
  assert.equal(told.violation?.invariant, 'crash');
  assert.ok(told.story.some((line) => line.includes('is linked')));
  assert.ok(told.steps > 0);
});

test('SM-8: the last line of `npm run sim` comes, whatever throws', async () => {
  const ended = await runProgram(process.execPath, ['--import', BROKEN, 'tools/sim/sim.ts', '--seconds', '5', '--seed', '7'], {
    keep: true,
  });
  const { runs, steps, seconds, failures } = lastLine(ended.output);
  assert.equal(ended.code, 1);
  assert.deepEqual([typeof runs, typeof steps, typeof seconds], ['number', 'number', 'number']);
  assert.ok(failures.length > 0);
  for (const { invariant, story } of failures) {
    assert.equal(invariant, 'crash');
    assert.match(story, /chance is broken/);
  }
  assert.ok(failures.some(({ seed }) => seed === '7'));
});

test('SM-9: seeds that were handed out and not finished are handed out again, and first', () => {
  const folder = mkdtempSync(join(tmpdir(), 'rollcall-progress-'));
  try {
    const file = join(folder, 'progress.json');
    const first = Progress.at(file, 1000);
    const [one, two, three] = [first.hand(), first.hand(), first.hand()];
    first.finish(two, { runs: 200, steps: 5 });
    // The program ends here, at whatever moment.
    const again = Progress.at(file, 5);
    assert.equal(again.runs, 200);
    const next = [again.hand(), again.hand(), again.hand()];
    assert.deepEqual(next.slice(0, 2), [one, three]);
    assert.ok((next[2] ?? 0) > three);
    again.finish(one, { runs: 200, steps: 5 });
    assert.deepEqual([Progress.at(file, 5).hand(), again.runs, again.steps], [three, 400, 10]);
  } finally {
    rmSync(folder, { recursive: true });
  }
});

test('SM-9: a long search replays first what was found before, and tells and keeps each failure when it is found, with the plan that repeats it', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'rollcall-progress-'));
  try {
    const file = join(folder, 'progress.json');
    // Of an earlier version of the program, which had noted less.
    writeFileSync(file, JSON.stringify({ next: 400, runs: 400, steps: 9, seconds: 1, failures: [] }));
    const ended = await runProgram(
      process.execPath,
      ['--import', BROKEN, 'tools/sim/long.ts', '--hours', '0', '--progress', file, '--workers', '1'],
      { keep: true },
    );
    assert.equal(ended.code, 1);
    const { output } = ended;
    const at = (text: string): number => {
      const found = output.indexOf(text);
      assert.ok(found >= 0, `${text} is not told:\n${output.slice(0, 2000)}`);
      return found;
    };
    assert.ok(at('regressions replayed') < at('crash is broken by seed 400'));
    assert.ok(at('crash is broken by seed 400') < at('600 runs'));
    assert.match(output, /chance is broken/);
    const kept = JSON.parse(readFileSync(file, 'utf8')) as { next: number; open: number[]; failures: { seed: string }[] };
    assert.deepEqual([kept.next, kept.open, kept.failures[0]?.seed], [600, [], '400']);
    assert.ok(lastLine(output).failures.length > 0);
  } finally {
    rmSync(folder, { recursive: true });
  }
});

test('SM-29: a search tells how often originals gave way and photos were fetched, and goes on until that was as often as is wanted', () => {
  const found = searchEvictions(0, 200);
  assert.deepEqual(found.failures, []);
  assert.ok(found.evictions + found.fetches >= 200 && found.evictions > 20 && found.fetches > 20, JSON.stringify(found));
  const told = JSON.parse(resultOf(found, 1)) as { evictions: number; fetches: number };
  assert.deepEqual([told.evictions, told.fetches], [found.evictions, found.fetches]);
});
