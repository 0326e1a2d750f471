import type { Looked } from './browser.ts';
import { framesDuring } from './frames.ts';
import type { Motion } from './visit.ts';

/** The map of a library. */
export interface Atlas {
  /** Seconds from a click to the first photos that stand on it, and processor time of the page's thread until then. */
  readonly first: number;
  readonly cpu: number;
  /** As the wheel is turned, nearer and away again. */
  readonly zooming: Motion;
  /** Photos and groups of them in sight at the nearest. */
  readonly spots: number;
}

const TICKS = 12;
const SPOT = '.map-spots button';

/** Somebody goes to the map, for the second time: the files that it is drawn with are there. */
export async function lookAtMap(looked: Looked): Promise<Atlas> {
  const { page } = looked;
  const map = page.getByRole('link', { name: 'Map', exact: true });
  await map.click();
  await page.locator(SPOT).first().waitFor();
  await page.getByRole('link', { name: 'Search', exact: true }).click();
  await page.locator('.photo-map').waitFor({ state: 'detached' });
  const [began, before] = [performance.now(), await looked.spent()];
  await map.click();
  await page.locator(SPOT).first().waitFor();
  const first = (performance.now() - began) / 1000;
  const cpu = await looked.spentSince(before);
  await page.mouse.move(640, 400);
  const turned = await looked.spent();
  let spots = 0;
  const frames = await framesDuring(page, async () => {
    for (const way of [-120, 120]) {
      for (let tick = 0; tick < TICKS; tick += 1) {
        await page.mouse.wheel(0, way);
        await page.waitForTimeout(60);
      }
      spots = Math.max(spots, await page.locator(SPOT).count());
    }
  });
  return { first, cpu, zooming: { frames, cpu: ((await looked.spentSince(turned)) / frames.count) * 1000 }, spots };
}
