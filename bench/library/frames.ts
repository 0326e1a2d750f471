import type { Page } from 'playwright-core';
import { quantile } from '../table.ts';

/** How even the frames of some seconds were; milliseconds. */
export interface Frames {
  readonly count: number;
  readonly median: number;
  readonly p95: number;
  readonly p99: number;
  /** Shares (0 to 1) of frames that came more than half a frame late, and more than one and a half, of sixty a second. */
  readonly late: number;
  readonly missed: number;
}

/** A frame of a screen that shows sixty a second. */
const FRAME = 1000 / 60;

interface Recorder {
  frames?: number[];
  recording?: boolean;
}

export async function framesDuring(page: Page, work: () => Promise<void>): Promise<Frames> {
  await page.evaluate(() => {
    const here = window as unknown as Recorder;
    const frames: number[] = [];
    here.frames = frames;
    here.recording = true;
    let last: number | null = null;
    const step = (at: number): void => {
      if (last !== null) frames.push(at - last);
      last = at;
      if (here.recording === true) requestAnimationFrame(step);
    };
    requestAnimationFrame(step);
  });
  await work();
  const between = await page.evaluate(() => {
    const here = window as unknown as Recorder;
    here.recording = false;
    return here.frames ?? [];
  });
  const share = (over: number): number => between.filter((each) => each > over).length / between.length;
  return {
    count: between.length,
    median: quantile(between, 0.5),
    p95: quantile(between, 0.95),
    p99: quantile(between, 0.99),
    late: share(FRAME * 1.5),
    missed: share(FRAME * 2.5),
  };
}

/** Scrolls an element down by so many pixels in each frame, as a finger or a wheel does; it ends at the end, or after so many frames. */
export async function scrollBy(page: Page, selector: string, pixels: number, frames: number): Promise<void> {
  await page.evaluate(
    ({ selector, pixels, frames }) =>
      new Promise<void>((resolve) => {
        const element = document.querySelector(selector)!;
        let left = frames;
        const step = (): void => {
          const before = element.scrollTop;
          element.scrollTop += pixels;
          left -= 1;
          if (left > 0 && element.scrollTop !== before) requestAnimationFrame(step);
          else resolve();
        };
        requestAnimationFrame(step);
      }),
    { selector, pixels, frames },
  );
}

/** Scrolls an element down by so many pixels in each of so many frames, also where it ends for now. @returns how far it came */
export function glide(page: Page, selector: string, pixels: number, frames: number): Promise<number> {
  return page.evaluate(
    ({ selector, pixels, frames }) =>
      new Promise<number>((resolve) => {
        const element = document.querySelector(selector)!;
        const from = element.scrollTop;
        let left = frames;
        const step = (): void => {
          element.scrollTop += pixels;
          left -= 1;
          if (left > 0) requestAnimationFrame(step);
          else resolve(element.scrollTop - from);
        };
        requestAnimationFrame(step);
      }),
    { selector, pixels, frames },
  );
}
