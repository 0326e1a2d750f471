import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { photo } from '../support/photos.ts';
import { EMAIL, PASSWORD, World } from '../support/world.ts';
import { missingFirefox, openFirefox } from './firefox.ts';
import { Hands, named, type Driven } from './hands.ts';
import { DriverStandsStill, missingWebKit, openWebKit } from './webkit.ts';

const BROWSERS: readonly {
  readonly name: string;
  readonly missing: () => string | null;
  readonly open: () => Promise<Driven>;
}[] = [
  { name: 'Firefox', missing: missingFirefox, open: openFirefox },
  { name: 'WebKit', missing: missingWebKit, open: openWebKit },
];
/** So often a browser is begun anew whose driver stands still. */
const TRIES = 3;

describe('the library in other browsers', () => {
  for (const { name, missing, open } of BROWSERS) {
    const lacks = missing();
    // So that a test which is left out is never silent.
    if (lacks !== null) process.stderr.write(`${lacks}\n`);
    const title = `PF-1: in ${name} one signs in, sees the library, opens a photo, chooses, favours, searches and uploads`;
    test(title, { skip: lacks ?? false }, async (t) => {
      for (let tries = 1; tries <= TRIES; tries += 1) {
        // Each try finds the library as it was.
        const world = await withPhotos();
        const driven = await open();
        try {
          await use(driven, world);
          return;
        } catch (error) {
          if (!(error instanceof DriverStandsStill)) throw error;
          process.stderr.write(`${error.message} Try ${tries} of ${TRIES}.\n`);
        } finally {
          await driven.end();
          await world.end();
        }
      }
      t.skip(`The driver of ${name} stood still ${TRIES} times: nothing is known of the page there.`);
    });
  }
});

async function withPhotos(): Promise<World> {
  const world = new World();
  await world.serve();
  const created = await world.account();
  assert.equal(created.code, 0, created.err);
  const laptop = await world.device('Laptop');
  laptop.put('beach.jpg', await photo({ taken: '2023:07:08 09:10:11' }));
  laptop.put('forest.jpg', await photo({ taken: '2023:07:08 12:00:00' }));
  laptop.put('harbour.jpg', await photo({ taken: '2022:01:02 03:04:05' }));
  await laptop.sync();
  return world;
}

/** What anybody does first with a library. */
async function use(driven: Driven, world: World): Promise<void> {
  const hands = new Hands(driven);
  const tile = (file: string): string => named('.tile-open', `, ${file}`);
  await driven.goto(world.url);
  await hands.click(named('label', 'Email'), 'the field for the address');
  await hands.write(EMAIL);
  await hands.click(named('label', 'Password'), 'the field for the password');
  await hands.write(PASSWORD);
  await hands.press('Enter');
  await hands.until(
    `['beach', 'forest', 'harbour'].every((each) => [...document.querySelectorAll('.tile')].some((tile) => tile.textContent.includes(each) && tile.querySelector('.tile-picture.loaded')?.naturalWidth > 0))`,
    'pictures of three photos',
  );

  await hands.click(tile('forest.jpg'), 'the tile of a photo');
  await hands.until(`document.querySelector('.viewer img.sharp')?.naturalWidth > 0`, 'its preview');
  await hands.press('ArrowRight');
  await hands.until(`document.querySelector('.viewer')?.getAttribute('aria-label').startsWith('beach.jpg')`, 'the next one');
  await hands.press('Escape');
  await hands.until(`document.querySelector('.viewer') === null`, 'the library again');

  // By keyboard: a browser without a screen has no pointer that could rest on a photo, and shows no mark there.
  await hands.until(`document.activeElement?.textContent.includes('beach.jpg')`, 'the focus on the photo that was looked at last');
  await hands.press('ArrowRight');
  await hands.until(`document.activeElement?.textContent.includes('harbour.jpg')`, 'the focus on the next photo');
  await hands.write('x');
  await hands.sees('1 selected');
  await hands.click(named('[role=toolbar] button', 'avourite'), 'the button that favours it');
  const favoured = `(${tile('harbour.jpg')})?.textContent.includes('favourite')`;
  await hands.until(favoured, 'the mark of a favourite');

  await hands.click(named('.top-bar a', 'Search'), 'the way to the search');
  await hands.until(`document.activeElement?.matches('input[type=search]')`, 'the box to search in');
  await hands.write('july 2023 beach');
  await hands.until(
    `document.querySelectorAll('.tile').length === 1 && Boolean(${tile('beach.jpg')})`,
    'the one photo that was looked for',
  );

  await hands.click(named('nav a', 'Photos'), 'the way to the photos');
  const bytes = (await photo({ taken: '2024:05:06 10:00:00', colour: '#a06030' })).toString('base64');
  await driven.ask(`
    const data = new DataTransfer();
    const bytes = Uint8Array.from(atob('${bytes}'), (letter) => letter.charCodeAt(0));
    data.items.add(new File([bytes], 'from-elsewhere.jpg', { type: 'image/jpeg' }));
    for (const type of ['dragenter', 'dragover', 'drop'])
      window.dispatchEvent(new DragEvent(type, { dataTransfer: data, bubbles: true, cancelable: true }));
  `);
  await hands.sees('1 added');
  await hands.until(
    `(${tile('from-elsewhere.jpg')})?.querySelector('.tile-picture.loaded')?.naturalWidth > 0`,
    'the picture of what was uploaded',
  );
}
