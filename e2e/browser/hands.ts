/** What a browser is asked by the protocols of WebDriver, whichever of them it speaks. */
export interface Driven {
  readonly name: string;
  goto(url: string): Promise<void>;
  /** What a script, a function's body, answers in the page; JSON. */
  ask(script: string): Promise<unknown>;
  /** W3C WebDriver, section 15.3: the same in both protocols. */
  perform(actions: readonly InputSource[]): Promise<void>;
  end(): Promise<void>;
}

export interface InputSource {
  readonly type: 'key' | 'pointer';
  readonly id: string;
  readonly actions: readonly Readonly<Record<string, string | number>>[];
}

/** Milliseconds that anything may take on a machine that is busy with much else. */
const PATIENCE = 120_000;
const BETWEEN = 100;

/** What `press` knows beside letters: WebDriver, section 17.4.2. */
const KEYS = { Enter: '\uE007', Escape: '\uE00C', ArrowRight: '\uE014' } as const;

/** A person at a browser: looks, clicks and types. */
export class Hands {
  readonly driven: Driven;

  constructor(driven: Driven) {
    this.driven = driven;
  }

  /** Waits until an expression is true in the page. */
  async until(expression: string, what: string): Promise<void> {
    const end = Date.now() + PATIENCE;
    for (;;) {
      if ((await this.driven.ask(`return Boolean(${expression})`)) === true) return;
      if (Date.now() > end) throw new Error(`${this.driven.name}: ${what} did not come. The page says: ${await this.text()}`);
      await new Promise((resolve) => void setTimeout(resolve, BETWEEN));
    }
  }

  async text(): Promise<string> {
    return String(await this.driven.ask('return document.body.innerText')).slice(0, 2000);
  }

  async sees(words: string): Promise<void> {
    await this.until(`document.body.innerText.includes(${JSON.stringify(words)})`, `“${words}”`);
  }

  /** Clicks the middle of what an expression finds, once it is there and stands still, with a real pointer. */
  async click(element: string, what: string): Promise<void> {
    await this.until(STILL.replace('ELEMENT', element), what);
    const spot = (await this.driven.ask(
      `const { left, top, width, height } = (${element}).getBoundingClientRect(); return [Math.round(left + width / 2), Math.round(top + height / 2)];`,
    )) as [number, number];
    await this.driven.perform([
      {
        type: 'pointer',
        id: 'mouse',
        actions: [
          { type: 'pointerMove', x: spot[0], y: spot[1], duration: 0 },
          { type: 'pointerDown', button: 0 },
          { type: 'pointerUp', button: 0 },
        ],
      },
    ]);
  }

  async press(key: keyof typeof KEYS): Promise<void> {
    await this.write(KEYS[key]);
  }

  /** Types into whatever has the focus. */
  async write(text: string): Promise<void> {
    const actions = text.split('').flatMap((value) => [
      { type: 'keyDown', value },
      { type: 'keyUp', value },
    ]);
    await this.driven.perform([{ type: 'key', id: 'keyboard', actions }]);
  }
}

/** Where it stands is where it stood when it was asked before, and nothing else is there. */
const STILL = `(() => {
  const element = ELEMENT;
  if (!element) return false;
  const { left, top, width, height } = element.getBoundingClientRect();
  const now = [left, top, width, height].join();
  const same = element.stoodAt === now;
  element.stoodAt = now;
  const there = document.elementFromPoint(left + width / 2, top + height / 2);
  return same && width > 0 && there !== null && (element.contains(there) || there.contains(element));
})()`;

/** The expression for what has a role or a label, by the words of its name. */
export const named = (selector: string, words: string): string =>
  `[...document.querySelectorAll(${JSON.stringify(selector)})].find((each) => (each.getAttribute('aria-label') ?? each.textContent).includes(${JSON.stringify(words)}))`;
