import { existsSync, readFileSync } from 'node:fs';
import { chromium, type Browser, type BrowserContext, type CDPSession, type Page } from 'playwright-core';
import { memoryOf } from '../machine/cost.ts';

/** The system's Chromium, or the one that the environment names. */
const CHROMIUM = process.env['CHROMIUM'] ?? '/usr/bin/chromium';

/** Why nothing can be measured in a browser here; null: it can. */
export function missingBrowser(): string | null {
  return existsSync(CHROMIUM) ? null : `there is no Chromium at ${CHROMIUM} (Debian: apt install chromium)`;
}

export function openBrowser(): Promise<Browser> {
  return chromium.launch({
    executablePath: CHROMIUM,
    args: [
      '--no-sandbox',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-gpu',
      '--enable-precise-memory-info',
    ],
  });
}

/** A page, and what its program takes. */
export class Looked {
  readonly page: Page;
  readonly #session: CDPSession;
  readonly #browser: Browser;

  private constructor(page: Page, session: CDPSession, browser: Browser) {
    this.page = page;
    this.#session = session;
    this.#browser = browser;
  }

  static async open(browser: Browser, context: BrowserContext): Promise<Looked> {
    const page = await context.newPage();
    page.setDefaultTimeout(60_000);
    const session = await context.newCDPSession(page);
    await session.send('Performance.enable');
    return new Looked(page, session, browser);
  }

  async #metric(name: string): Promise<number> {
    const { metrics } = await this.#session.send('Performance.getMetrics');
    return metrics.find((each) => each.name === name)?.value ?? 0;
  }

  /** Processor time of the page's own thread: not time on the clock, of which other programs take their part. */
  async spent(): Promise<Spent> {
    const pid = await this.#renderer();
    return { pid, seconds: Number(readFileSync(`/proc/${pid}/task/${pid}/schedstat`, 'utf8').split(' ')[0]) / 1e9 };
  }

  /** Seconds of processor time since then. */
  async spentSince(before: Spent): Promise<number> {
    const now = await this.spent();
    // A page may get a process of its own when it goes somewhere.
    return now.pid === before.pid ? now.seconds - before.seconds : now.seconds;
  }

  /** After a collection: bytes of the heap in use, and elements and texts that the page holds. */
  async holds(): Promise<Held> {
    await this.#session.send('HeapProfiler.collectGarbage');
    return {
      heap: await this.#metric('JSHeapUsedSize'),
      nodes: await this.#metric('Nodes'),
      process: memoryOf(await this.#renderer()).now,
    };
  }

  /** The process that draws the page: that which has worked the most, where it is the only page that is open. */
  async #renderer(): Promise<number> {
    const session = await this.#browser.newBrowserCDPSession();
    const { processInfo } = await session.send('SystemInfo.getProcessInfo');
    await session.detach();
    const renderers = processInfo.filter(({ type }) => type === 'renderer').sort((a, b) => b.cpuTime - a.cpuTime);
    return renderers[0]!.id;
  }
}

/** Of one process until some moment. */
export interface Spent {
  readonly pid: number;
  readonly seconds: number;
}

export interface Held {
  readonly heap: number;
  readonly nodes: number;
  readonly process: number;
}
