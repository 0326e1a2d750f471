import { memoryOf } from '../machine/cost.ts';
import { quantile } from '../table.ts';
import type { Held, Looked } from './browser.ts';
import { framesDuring } from './frames.ts';

export interface Wandered {
  readonly held: Held;
  /** Bytes of the process that draws the page, at most, looked at once a second. */
  readonly most: number;
  /** What it held after each minute. */
  readonly minutes: readonly Held[];
  /** Milliseconds of processor time of the page's thread for a frame, and shares (0 to 1) of frames that came late: medians of all stretches. */
  readonly cpu: number;
  readonly late: number;
}

/** Pixels a frame: as one looks for something, and so far that everything goes by again and again. */
const STEPS = [60, 600];
/** Frames of one stretch, before another one begins. */
const STRETCH = 300;
const MINUTE = 60_000;

/** Somebody scrolls a page down and up again for so long, and what it holds then. */
export async function wander(looked: Looked, selector: string, minutes: number, say: (text: string) => void): Promise<Wandered> {
  const { page } = looked;
  const { pid } = await looked.spent();
  const began = performance.now();
  const after: Held[] = [];
  const [cpu, late]: [number[], number[]] = [[], []];
  let most = memoryOf(pid).now;
  const watching = setInterval(() => (most = Math.max(most, memoryOf(pid).now)), 1000);
  try {
    for (let turn = 0; performance.now() - began < minutes * MINUTE; turn += 1) {
      const before = await looked.spent();
      const frames = await framesDuring(page, () => stretch(looked, selector, STEPS[turn % STEPS.length]!));
      cpu.push(((await looked.spentSince(before)) / frames.count) * 1000);
      late.push(frames.late);
      // Now and then one stops to look.
      await page.waitForTimeout(500);
      if (performance.now() - began < (after.length + 1) * MINUTE) continue;
      const held = await looked.holds();
      after.push(held);
      say(`scrolled for ${after.length} min: heap ${mega(held.heap)}, process ${mega(held.process)} MB, ${held.nodes} nodes`);
    }
  } finally {
    clearInterval(watching);
  }
  return { held: await looked.holds(), most, minutes: after, cpu: quantile(cpu, 0.5), late: quantile(late, 0.5) };
}

const mega = (bytes: number): string => (bytes / 1e6).toFixed(0);

/** Down until the end and up again, so many pixels in each frame; where the last stretch has left off. */
function stretch({ page }: Looked, selector: string, pixels: number): Promise<void> {
  return page.evaluate(
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
    { selector, pixels, frames: STRETCH },
  );
}
