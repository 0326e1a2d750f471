import assert from 'node:assert/strict';
import { cpSync, renameSync, rmSync } from 'node:fs';
import { after, before, describe, test } from 'node:test';
import type { Browser, Page } from 'playwright-core';
import { tellFromAfar } from '@rollcall/core';
import { CHECK_NAMES, REASONS, type Check, type RollReport } from '@rollcall/protocol';
import { photo } from '../support/photos.ts';
import { World, type Device } from '../support/world.ts';
import { assertAccessible, assertFits, openBrowser, openPage, signIn } from './chromium.ts';
import { allSafe, everyReason, SHAPES, TOLD, wordsOf } from './every-reason.ts';

const HOME = ['link=wifi', 'metered=no', 'roaming=no', 'portal=no', 'battery=90', 'charging=yes', 'low-power=no', 'free-space=50GB'];

/** One thing that happens to a device, and what the page is to say of it. */
interface Row {
  readonly code: string;
  readonly check: number;
  readonly verdict: 'Have a look' | 'Stops photos';
  readonly words: RegExp;
  readonly cure: RegExp;
  /** The first button; null: it ends only where the device is. */
  readonly button: string | null;
  readonly begin: () => Promise<void>;
  readonly end: () => Promise<void>;
}

describe('what each page says of a device that something stops', () => {
  const world = new World();
  let browser: Browser;
  let page: Page;
  let errors: string[];
  let laptop: Device;
  let foreign: Device;
  let desktop: Device;
  before(async () => {
    await world.serve();
    assert.equal((await world.account()).code, 0);
    assert.equal((await world.account('bob@example.org')).code, 0);
    laptop = await world.device('Laptop');
    desktop = await world.device('Desktop');
    foreign = await world.device('Theirs', 'bob@example.org');
    foreign.put('theirs.jpg', await photo({ size: 64 }));
    await foreign.sync();
    for (const name of ['one.jpg', 'two.jpg']) laptop.put(name, await photo({ size: 64 }));
    for (const device of [laptop, desktop]) {
      await run(device, 'conditions', 'set', ...HOME);
      await device.sync();
      await device.start().line(/Keeping/);
    }
    browser = await openBrowser();
    ({ page, errors } = await openPage(browser));
    await signIn(page, world.url);
    await page.goto(`${world.url}/health`);
  });
  after(async () => {
    await browser?.close();
    await world.end();
  });

  let serial = 0;
  const run = async (device: Device, ...args: string[]): Promise<void> => {
    const ended = await device.run(...args);
    assert.equal(ended.code, 0, `${args.join(' ')}: ${ended.out}${ended.err}`);
  };
  const set = (...conditions: string[]) => run(laptop, 'conditions', 'set', ...conditions);
  const home = () => set(...HOME);
  const put = async (device = laptop): Promise<void> => device.put(`NEW_${(serial += 1)}.jpg`, await photo({ size: 64 }));
  const away = (): string => `${laptop.folder}.away`;
  const hour = new Date().getHours();
  const two = (value: number): string => String(value % 24).padStart(2, '0');

  const ROWS: readonly Row[] = [
    {
      code: 'quiet-hours',
      check: 1,
      verdict: 'Have a look',
      words: /^Quiet hours until /,
      cure: /^Sync now for an hour\. As a command on Laptop:/,
      button: 'Sync now for an hour',
      begin: () => run(laptop, 'settings', 'set', 'quiet-hours', `${two(hour)}:00-${two(hour + 3)}:00`).then(() => put()),
      end: () => run(laptop, 'settings', 'set', 'quiet-hours', 'off'),
    },
    {
      code: 'sync-off',
      check: 1,
      verdict: 'Have a look',
      words: /^Sync is off on Laptop/,
      cure: /^Switch /,
      button: 'Switch sync on',
      begin: () => run(laptop, 'settings', 'set', 'sync', 'off').then(() => put()),
      end: () => run(laptop, 'settings', 'set', 'sync', 'on'),
    },
    {
      code: 'folder-missing',
      check: 1,
      verdict: 'Stops photos',
      words: /^The photo folder is not there: /,
      cure: /^Connect the disk, or put the folder back\. Nothing is taken for deleted meanwhile\.$/,
      button: null,
      begin: async () => renameSync(laptop.folder, away()),
      end: async () => renameSync(away(), laptop.folder),
    },
    {
      code: 'wrong-account',
      check: 1,
      verdict: 'Stops photos',
      words: /^The folder on Laptop belongs to bob@example\.org; you are signed in as ann@example\.org\./,
      cure: /^Nothing was moved\. Link the folder on Laptop as bob@example\.org, or link another folder as ann@example\.org/,
      button: null,
      begin: async () => {
        renameSync(laptop.folder, away());
        cpSync(foreign.folder, laptop.folder, { recursive: true });
      },
      end: async () => {
        rmSync(laptop.folder, { recursive: true });
        renameSync(away(), laptop.folder);
      },
    },
    {
      code: 'metered',
      check: 2,
      verdict: 'Have a look',
      words: /^Waiting: its link is metered\./,
      cure: /^Sync now for an hour, or change the rule for metered links\./,
      button: 'Sync now for an hour',
      begin: () => run(laptop, 'settings', 'set', 'mobile-data', 'off').then(() => set('metered=yes').then(() => put())),
      end: () => run(laptop, 'settings', 'set', 'mobile-data', 'on').then(home),
    },
    {
      code: 'device-disk-full',
      check: 4,
      verdict: 'Stops photos',
      words: /^The disk of Laptop is full: .* needed, 1 kB free\./,
      cure: /^Free up .* on the disk of Laptop, or let originals make room/,
      button: 'Try again now',
      begin: () => set('free-space=1kB').then(() => put(desktop)),
      end: home,
    },
    {
      code: 'charging-only',
      check: 7,
      verdict: 'Have a look',
      words: /^Waiting for power\./,
      cure: /^Connect power, or Sync now for an hour\./,
      button: 'Sync now for an hour',
      begin: () => run(laptop, 'settings', 'set', 'only-charging', 'on').then(() => set('charging=no').then(() => put())),
      end: () => run(laptop, 'settings', 'set', 'only-charging', 'off').then(home),
    },
    {
      code: 'low-power-mode',
      check: 7,
      verdict: 'Have a look',
      words: /^Low-power mode is on\./,
      cure: /^Charge, or Sync now for an hour\./,
      button: 'Sync now for an hour',
      begin: () => set('low-power=yes', 'charging=no').then(() => put()),
      end: home,
    },
  ];
  const card = () => page.getByRole('article', { name: 'Laptop' });
  for (const row of ROWS) {
    test(`SH-36: ${row.code} stands on the page under its check, in words that name the device, with its cure, and is over by itself`, async () => {
      await row.begin();
      const check = card().getByRole('listitem', { name: `Check ${row.check}`, exact: true });
      const finding = check.getByRole('listitem').filter({ hasText: row.words });
      await finding.waitFor();
      await check.getByText(row.verdict, { exact: true }).waitFor();
      assert.match((await finding.locator('.finding-cure').textContent()) ?? '', row.cure);
      await finding.getByText(/Since \d\d:\d\d\.|Since \d+ \w+ at \d\d:\d\d\./).waitFor();
      if (row.button === null) assert.equal(await finding.getByRole('button').count(), 0);
      else assert.equal(await finding.getByRole('button').first().textContent(), row.button);
      assert.doesNotMatch(await finding.innerText(), /[Tt]his (device|disk|folder)/);
      await assertAccessible(page, row.code);
      await assertFits(page, row.code);
      await row.end();
      await finding.waitFor({ state: 'detached' });
      await card()
        .getByRole('img', { name: /^All \d+ safe$/ })
        .waitFor();
    });
  }

  test('SH-37: a folder that is away stops its device, and what of it is in the cloud is called safe all the same', async () => {
    await page.getByRole('link', { name: /^All \d+ photos are safe$/ }).waitFor();
    renameSync(laptop.folder, away());
    await page.getByRole('link', { name: /^All \d+ photos are safe; Laptop needs a look$/ }).waitFor();
    await card().getByText('Stops photos').waitFor();
    await card()
      .getByRole('img', { name: /^All \d+ safe$/ })
      .waitFor();
    renameSync(away(), laptop.folder);
    await page.getByRole('link', { name: /^All \d+ photos are safe$/ }).waitFor();
    assert.deepEqual(errors, []);
  });

  describe('every reason that a device tells', () => {
    const EMAIL = 'bob@example.org';
    const since = Date.now() - 60_000;
    let other: Page;
    let theirs: string[];
    let says: (report: RollReport) => Promise<void>;
    before(async () => {
      says = await wordsOf(world.url, EMAIL, 'Phone');
      await says(everyReason(since));
      ({ page: other, errors: theirs } = await openPage(browser, { viewport: { width: 1280, height: 9000 } }));
      await signIn(other, world.url, EMAIL);
      await other.goto(`${world.url}/health`);
    });
    after(() => other?.context().close());

    const phone = () => other.getByRole('article', { name: 'Phone' });
    const told = (code: (typeof TOLD)[number]) => {
      const room = code === 'quota-full' ? { trashed: 0, email: EMAIL } : {};
      return tellFromAfar({ code, since, evidence: { ...SHAPES[code].evidence, ...room } }, 'Phone');
    };
    const stops = TOLD.filter((code) => ['needs-you', 'failing', 'held'].includes(REASONS[code].class));
    const drawn = () =>
      phone()
        .locator('.finding')
        .nth(stops.length - 1)
        .waitFor();

    test('SH-47: what stops a device is drawn by its card, each under its check, with its words, since when, its cure, the buttons for it and its photos', async () => {
      await drawn();
      const findings = await phone()
        .locator('.finding')
        .evaluateAll((all) =>
          all.map((each) => ({
            line: each.closest('[aria-label]')?.getAttribute('aria-label'),
            words: each.querySelector('.finding-words')?.textContent ?? '',
            cure: each.querySelector('.finding-cure')?.textContent,
            ends: each.querySelector('.finding-ends')?.textContent,
            offers: [...each.querySelectorAll(':is(.cures, .held-actions) :is(a, button)')].map(({ textContent }) => textContent),
            photos: [...each.querySelectorAll('.finding-photos a')].map(({ textContent }) => textContent),
          })),
        );
      for (const code of stops) {
        const { words, cure, check, ends } = told(code);
        const found = findings.find((each) => each.words.startsWith(words)) ?? assert.fail(`${code} is not drawn`);
        assert.match(found.words.slice(words.length), /^ Since .*\d\d:\d\d\.$/, code);
        assert.equal(found.ends, `Ends with: ${ends.words}`, code);
        // Beside what asks what is to become of photos stand their pictures, and two answers.
        const asks = code === 'mass-delete-held';
        assert.deepEqual(
          [found.line, found.cure, found.photos, found.offers],
          [check === null ? 'Single files' : `Check ${check}`, asks ? undefined : cure, asks ? [] : ['1 photo'], SHAPES[code].offers],
          code,
        );
      }
      assert.equal(findings.length, stops.length, 'and nothing else');
      await assertAccessible(other, 'every reason');
      await assertFits(other, 'every reason');
    });

    test('SH-51: a photo that is not in the cloud stands by the cause that stops it with its file name, which is read without pointing at it', async () => {
      await drawn();
      for (const code of stops.filter((each) => each !== 'mass-delete-held')) {
        const { words } = told(code);
        const finding = phone().locator('.finding').filter({ hasText: words });
        await finding.getByText(`${code}.jpg`, { exact: true }).first().waitFor();
      }
    });

    test('SH-48: behind each count stand its photos, each with its reason in words, its check, and what ends it', async () => {
      const items = other.getByRole('region', { name: 'Items' });
      const listed: string[] = [];
      for (const list of await phone().locator('.legend a').all()) {
        await list.click();
        const named = new URL(other.url()).searchParams.get('class');
        const codes = TOLD.filter((code) => REASONS[code].class === named);
        await items
          .getByRole('listitem')
          .nth(codes.length - 1)
          .waitFor();
        const texts = await items.getByRole('listitem').allInnerTexts();
        for (const code of codes) {
          const { words, cure, ends, check } = told(code);
          const text = texts.find((each) => each.startsWith(`${code}.jpg`)) ?? assert.fail(`${code} is not listed`);
          assert.ok(text.includes(words), `${code}: ${text}`);
          const under = check === null ? undefined : `Check ${check}: ${CHECK_NAMES[check as Check]}`;
          assert.equal(/Check \d: [a-z ]+/.exec(text)?.[0], under, code);
          const idle = cure.startsWith('Nothing to do');
          assert.ok(text.includes(ends.by === 'person' && !idle ? cure : ends.words) && (idle || text.includes(cure)), `${code}: ${text}`);
          listed.push(code);
        }
        await other.goBack();
      }
      assert.deepEqual(listed.sort(), [...TOLD].sort());
    });

    test('WY-63: wherever a full cloud is told of a photo, it is told with what would free room and whose plan it is', async () => {
      await other.goto(`${world.url}/why?name=quota-full`);
      await other.getByRole('region', { name: 'Not in the cloud yet' }).getByText(told('quota-full').cure, { exact: false }).waitFor();
    });

    test('SH-49: what stood there is gone from an open page as soon as the device tells that all is safe', async () => {
      await other.goto(`${world.url}/health`);
      await drawn();
      await says(allSafe());
      await phone()
        .getByRole('img', { name: `All ${TOLD.length} safe` })
        .waitFor();
      assert.equal(await phone().locator('.finding').count(), 0);
      assert.deepEqual(theirs, []);
    });
  });
});
