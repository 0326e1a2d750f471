import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { planOf, run } from '@rollcall/sim';
import type { Browser } from 'playwright-core';
import { ROOT } from '../../tools/house.ts';
import { programOf, run as runProgram } from '../../tools/run.ts';
import { openBrowser } from './chromium.ts';

const SEEDS = Array.from({ length: 20 }, (_, at) => String(at + 1));
const WEB = join(ROOT, 'apps', 'web');

interface Simulator {
  readonly planOf: typeof planOf;
  readonly run: typeof run;
}
type Told = readonly [hash: string, steps: number, violation: string | null];

let browser: Browser;
const folder = mkdtempSync(join(tmpdir(), 'rollcall-simulator-'));

before(async () => {
  browser = await openBrowser();
});
after(async () => {
  await browser?.close();
  rmSync(folder, { recursive: true });
});

/** The simulator as one script, which gives `Simulator` to a page. */
async function bundled(): Promise<string> {
  const entry = join(ROOT, 'packages', 'sim', 'src', 'index.ts');
  const lib = { entry, formats: ['iife'], name: 'Simulator', fileName: 'simulator' };
  const config = join(folder, 'vite.config.mjs');
  const text = JSON.stringify({ root: folder, logLevel: 'warn', build: { lib, outDir: 'out', minify: false } });
  writeFileSync(config, `export default ${text};\n`);
  const built = await runProgram(process.execPath, [programOf('vite', 'vite', WEB), 'build', '--config', config], {
    cwd: folder,
    keep: true,
  });
  assert.equal(built.code, 0, built.output);
  return join(folder, 'out', 'simulator.iife.js');
}

test('SM-6: the same seed is the same history in Node and in a browser', async () => {
  const page = await browser.newPage();
  await page.addScriptTag({ path: await bundled() });
  const there = await page.evaluate((seeds) => {
    const { planOf: plan, run: play } = (globalThis as unknown as { Simulator: Simulator }).Simulator;
    return seeds.map((seed): Told => {
      const { hash, steps, violation } = play(plan(seed), { story: false });
      return [hash, steps, violation?.words ?? null];
    });
  }, SEEDS);
  const here = SEEDS.map((seed): Told => {
    const { hash, steps, violation } = run(planOf(seed), { story: false });
    return [hash, steps, violation?.words ?? null];
  });
  assert.deepEqual(there, here);
});
