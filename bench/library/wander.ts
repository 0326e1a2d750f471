import { memoryOf } from '../machine/cost.ts';
import type { Held, Looked } from './browser.ts';

export interface Wandered {
  readonly held: Held;
  /** Bytes of the process that draws the page, at most, looked at once a second. */
  readonly most: number;
}

/** Pixels a frame: as one looks for something, and so far that everything goes by again and again. */
const STEPS = [60, 600];
/** Frames of one stretch, before another one begins. */
const STRETCH = 300;

/** Somebody scrolls a page down and up again for so long, and what it holds then. */
export async function wander(looked: Looked, selector: string, minutes: number): Promise<Wandered> {
  const { page } = looked;
  const { pid } = await looked.spent();
  const until = performance.now() + minutes * 60_000;
  let most = memoryOf(pid).now;
  const watching = setInterval(() => (most = Math.max(most, memoryOf(pid).now)), 1000);
  try {
    for (let turn = 0; performance.now() < until; turn += 1) {
      await page.evaluate(
        ({ selector, pixels, frames }) =>
          new Promise<void>((resolve) => {
            const here = window as unknown as { down?: boolean };
            const element = document.querySelector(selector)!;
            let left = frames;
            const step = (): void => {
              const before = element.scrollTop;
              element.scrollTop += here.down === false ? -pixels : pixels;
              if (element.scrollTop === before) here.down = here.down === false;
              left -= 1;
              if (left > 0) requestAnimationFrame(step);
              else resolve();
            };
            requestAnimationFrame(step);
          }),
        { selector, pixels: STEPS[turn % STEPS.length]!, frames: STRETCH },
      );
      // Now and then one stops to look.
      await page.waitForTimeout(500);
    }
  } finally {
    clearInterval(watching);
  }
  return { held: await looked.holds(), most };
}
