import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, readFileSync, symlinkSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { test } from 'node:test';
import type { Page } from 'playwright-core';
import { assertAccessible, openBrowser, openPage, signIn } from './chromium.ts';
import { doctor } from '../doctor/told.ts';
import { until } from '../support/program.ts';
import { World } from '../support/world.ts';

/** Every program of this machine but one. */
function pathWithout(program: string, folder: string): string {
  mkdirSync(folder);
  for (const each of (process.env['PATH'] ?? '').split(delimiter).filter((name) => existsSync(name)))
    for (const name of readdirSync(each))
      if (name !== program && !existsSync(join(folder, name))) symlinkSync(join(each, name), join(folder, name));
  return folder;
}

/** Pictures are made with what time nobody else wants. */
const LONG = 240_000;

const words = (page: Page) => page.getByRole('region', { name: 'The server lacks something' });

test('TH-5: without ffmpeg the server says so at its start, on its page and by doctor, with the command; with it the picture comes', async () => {
  const world = new World();
  const browser = await openBrowser();
  try {
    world.serverEnv = { PATH: pathWithout('ffmpeg', join(world.root, 'programs')) };
    await world.serve();
    const warned = await until(
      () =>
        /"message":"No pictures can be made of videos[^"]*ffmpeg is not installed[^"]*goes on\. To install it: ([^"]*ffmpeg[^"]*)"/i.exec(
          world.server!.err,
        ),
      'the warning, with the command',
    );
    const command = warned[1]!;
    assert.match(command, /^(sudo )?[\w-]+ .*ffmpeg/i);
    assert.equal((await world.account()).code, 0);
    const device = await world.device('Laptop');
    const film = join(world.root, 'film.mp4');
    execFileSync('ffmpeg', ['-v', 'error', '-f', 'lavfi', '-i', 'testsrc=size=320x240:rate=10:duration=0.5', '-pix_fmt', 'yuv420p', film]);
    device.put('film.mp4', readFileSync(film));
    await device.sync();
    const { others } = await doctor(device);
    const found = others.find(({ code }) => code === 'no-pictures');
    assert.match(found?.words ?? '', /ffmpeg is not installed on the server/);
    assert.ok(found?.words.includes(`To install it there: ${command}`), found?.words);
    assert.equal(found?.place, 'server');

    const { page, errors } = await openPage(browser);
    await signIn(page, world.url);
    await page.getByText('No picture can be made of videos', { exact: false }).first().waitFor({ state: 'attached', timeout: LONG });
    await page.getByRole('link', { name: 'Sync health' }).click();
    await words(page).getByText('ffmpeg is not installed on the server', { exact: false }).waitFor();
    await words(page).getByText(command, { exact: false }).waitFor();
    await assertAccessible(page, 'a tool that is missing');

    await world.server!.stop();
    world.serverEnv = {};
    await world.serveAgain();
    await page.goto(world.url);
    await page.locator('.tile img').first().waitFor({ timeout: LONG });
    assert.equal((await doctor(device)).others.length, 0);
    assert.deepEqual(errors, []);
  } finally {
    await browser.close();
    await world.end();
  }
});
