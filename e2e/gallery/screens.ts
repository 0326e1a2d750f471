import type { Page } from 'playwright-core';
import { photo } from '../support/photos.ts';
import { storedZip } from '../support/stored-zip.ts';

/** What the gallery's library has in it that screens are opened with. */
export interface Shown {
  readonly albumId: string;
  readonly photoId: string;
  readonly deviceId: string;
}

/** A screen of the web app as the gallery shows it. */
export interface Screen {
  /** The file's name, and the order of the gallery. */
  readonly name: string;
  readonly title: string;
  /** The route of `apps/web/src/router.tsx` that it belongs to. */
  readonly route: string;
  /** Its address; the route where that has no parts to fill in. */
  readonly at?: (shown: Shown) => string;
  /** Who has not signed in, or has no account yet. */
  readonly before?: 'account' | 'sign-in';
  /** What is done before the picture is taken. */
  readonly prepare?: (page: Page, shown: Shown) => Promise<void>;
}

export const SCREENS: readonly Screen[] = [
  { name: 'setup', title: 'First run: the owner’s account', route: '/setup', before: 'account' },
  { name: 'sign-in', title: 'Sign in', route: '/sign-in', before: 'sign-in' },
  { name: 'photos', title: 'Photos', route: '/', prepare: pictures },
  { name: 'months', title: 'Photos by months', route: '/', at: () => '/?by=months', prepare: pictures },
  { name: 'years', title: 'Photos by years', route: '/', at: () => '/?by=years', prepare: pictures },
  { name: 'chosen', title: 'Chosen photos, and what can be done with them', route: '/', prepare: choose },
  { name: 'photo', title: 'One photo', route: '/', at: ({ photoId }) => `/?photo=${photoId}`, prepare: pictures },
  {
    name: 'information',
    title: 'A photo’s information: where it is, and why',
    route: '/',
    at: ({ photoId }) => `/?photo=${photoId}`,
    prepare: inform,
  },
  { name: 'editor', title: 'Editing a photo', route: '/', at: ({ photoId }) => `/?photo=${photoId}`, prepare: edit },
  { name: 'albums', title: 'Albums and collections', route: '/albums', prepare: pictures },
  { name: 'album', title: 'An album', route: '/albums/$albumId', at: ({ albumId }) => `/albums/${albumId}`, prepare: pictures },
  { name: 'favourites', title: 'A collection', route: '/collections/$name', at: () => '/collections/favourites', prepare: pictures },
  { name: 'imports', title: 'Imports', route: '/collections/$name', at: () => '/collections/imports', prepare: pictures },
  { name: 'import', title: 'Bringing photos from another library', route: '/import' },
  { name: 'import-look', title: 'What an import would bring', route: '/import', prepare: lookAtTakeout },
  { name: 'map', title: 'The map', route: '/map', prepare: spots },
  {
    name: 'map-photos',
    title: 'Photos of a part of the map',
    route: '/map/photos',
    at: () => '/map/photos?in=-11,35,40,71',
    prepare: pictures,
  },
  { name: 'search', title: 'Search', route: '/search', at: () => '/search?q=august', prepare: pictures },
  { name: 'hidden', title: 'Hidden photos, behind the password', route: '/hidden' },
  { name: 'deleted', title: 'Recently Deleted', route: '/deleted', prepare: pictures },
  { name: 'devices', title: 'Devices', route: '/devices' },
  { name: 'device-items', title: 'What a device holds', route: '/devices/$deviceId', at: ({ deviceId }) => `/devices/${deviceId}` },
  {
    name: 'device-settings',
    title: 'A device’s settings',
    route: '/devices/$deviceId/settings',
    at: ({ deviceId }) => `/devices/${deviceId}/settings`,
  },
  { name: 'settings', title: 'Settings of all devices', route: '/settings' },
  { name: 'health', title: 'Sync health', route: '/health' },
  { name: 'why', title: 'Where is …?', route: '/why', at: () => '/why?name=IMG_1200' },
  { name: 'link', title: 'Letting a device in', route: '/link' },
  { name: 'storage', title: 'Storage', route: '/storage' },
  { name: 'free-up', title: 'Free up space', route: '/storage/free-up' },
  { name: 'account', title: 'Account', route: '/account' },
  { name: 'app-password', title: 'A password for an app', route: '/account', prepare: askForAppPassword },
];

/** Every picture in sight is there. */
async function pictures(page: Page): Promise<void> {
  await page.waitForFunction(() => {
    const inSight = [...document.images].filter((image) => image.getBoundingClientRect().top < innerHeight);
    return inSight.length > 0 && inSight.every((image) => image.complete);
  });
}

async function askForAppPassword(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Make an app password…' }).click();
  await page.getByRole('dialog', { name: 'A password for an app' }).waitFor();
}

/** A small takeout, with data of a photo that is not in it. */
async function lookAtTakeout(page: Page): Promise<void> {
  const below = 'Takeout/Google Photos/Lisbon';
  const tell = (title: string): Buffer =>
    Buffer.from(JSON.stringify({ title, photoTakenTime: { timestamp: '1717240000' }, favorited: true }));
  const buffer = storedZip({
    [`${below}/metadata.json`]: Buffer.from(JSON.stringify({ title: 'Lisbon', access: 'protected', date: { timestamp: '1717240000' } })),
    [`${below}/IMG_2001.jpg`]: await photo({ colour: '#2f7fd6' }),
    [`${below}/IMG_2001.jpg.supplemental-metadata.json`]: tell('IMG_2001.jpg'),
    [`${below}/IMG_2002.jpg`]: await photo({ colour: '#b08a3c' }),
    [`${below}/IMG_2002.jpg.supplemental-metadata.json`]: tell('IMG_2002.jpg'),
    [`${below}/IMG_2003.jpg.supplemental-metadata.json`]: tell('IMG_2003.jpg'),
  });
  const [chooser] = await Promise.all([page.waitForEvent('filechooser'), page.getByRole('button', { name: 'Choose ZIP files' }).click()]);
  await chooser.setFiles({ name: 'takeout-20240601T120000Z-001.zip', mimeType: 'application/zip', buffer });
  await page.getByRole('heading', { name: 'What an import would bring', exact: true }).waitFor();
}

async function choose(page: Page): Promise<void> {
  await pictures(page);
  const boxes = page.getByRole('checkbox', { name: /^Select / });
  for (const at of [0, 1, 3]) await boxes.nth(at).click();
}

async function inform(page: Page): Promise<void> {
  await pictures(page);
  await page.getByRole('button', { name: 'Information' }).click();
  await page.getByRole('region', { name: 'Where it is and why' }).locator('li').first().waitFor();
}

async function edit(page: Page): Promise<void> {
  await pictures(page);
  await page.getByRole('button', { name: 'Edit (e)' }).click();
  await page.getByRole('img', { name: 'The photo as it will be' }).waitFor();
}

async function spots(page: Page): Promise<void> {
  await page.getByRole('list', { name: 'Photos in sight' }).getByRole('button').first().waitFor();
  await pictures(page);
}
