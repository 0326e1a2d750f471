import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';
import type { Driven } from './hands.ts';

const DRIVER = process.env['WEBKIT_DRIVER'] ?? '/usr/bin/WebKitWebDriver';
const SCREEN = '/usr/bin/Xvfb';

/** Milliseconds after which a driver that says nothing stands still; it ends scripts of pages after 30 s by itself (WebDriver, section 9.1). */
const STILL = 90_000;
/** Milliseconds that a program has to end by itself. */
const GOODBYE = 5000;

/** The driver answers nothing any more, which some of ten do, for good. It says nothing of the page. */
export class DriverStandsStill extends Error {
  override readonly name = 'DriverStandsStill';
}

/** Why there is none; null: there is one. */
export function missingWebKit(): string | null {
  if (!existsSync(DRIVER))
    return `There is no WebKit at ${DRIVER}. Install it (Debian: apt install webkit2gtk-driver xvfb), or name another driver in the environment variable WEBKIT_DRIVER.`;
  return existsSync(SCREEN) ? null : `There is no ${SCREEN}, on which WebKit draws. Install it (Debian: apt install xvfb).`;
}

/** WebKit, as Safari has it, on a screen that nobody sees; by WebDriver. */
export async function openWebKit(): Promise<Driven> {
  const screen = spawn(SCREEN, ['-displayfd', '3', '-screen', '0', '1280x900x24', '-nolisten', 'tcp'], {
    stdio: ['ignore', 'ignore', 'ignore', 'pipe'],
  });
  const children: ChildProcess[] = [screen];
  const end = async (): Promise<void> => {
    for (const child of children.toReversed()) {
      if (child.exitCode !== null || child.signalCode !== null) continue;
      const ended = once(child, 'close');
      child.kill('SIGTERM');
      const last = setTimeout(() => child.kill('SIGKILL'), GOODBYE);
      await ended;
      clearTimeout(last);
    }
  };
  try {
    const display = await firstLine(screen);
    const port = await freePort();
    // Without a graphics card, a bus or a sandbox inside a container; its processes have one of their own elsewhere.
    const env = {
      ...process.env,
      DISPLAY: `:${display}`,
      WEBKIT_DISABLE_COMPOSITING_MODE: '1',
      WEBKIT_FORCE_SANDBOX: '0',
      GDK_BACKEND: 'x11',
    };
    children.push(spawn(DRIVER, [`--port=${port}`], { stdio: 'ignore', env }));
    const driver = `http://127.0.0.1:${port}`;
    await answers(`${driver}/status`);
    const capabilities = {
      alwaysMatch: {
        'webkitgtk:browserOptions': { binary: BROWSERS.find((path) => existsSync(path)) ?? BROWSERS[0], args: ['--automation'] },
      },
    };
    const { sessionId } = (await post(`${driver}/session`, { capabilities })) as { sessionId: string };
    const session = `${driver}/session/${sessionId}`;
    return {
      name: 'WebKit',
      goto: async (url) => void (await post(`${session}/url`, { url })),
      ask: (script) => post(`${session}/execute/sync`, { script, args: [] }),
      perform: async (actions) => void (await post(`${session}/actions`, { actions })),
      end: async () => {
        // A driver that stands still does not answer that either.
        await fetch(session, { method: 'DELETE', signal: AbortSignal.timeout(GOODBYE) }).catch(() => undefined);
        await end();
      },
    };
  } catch (error) {
    await end();
    throw error;
  }
}

/** The small browser that comes with the library. */
const BROWSERS = ['4.1', '6.0', '4.0'].map((version) => `/usr/lib/${machine()}/webkit2gtk-${version}/MiniBrowser`);

function machine(): string {
  return process.arch === 'arm64' ? 'aarch64-linux-gnu' : 'x86_64-linux-gnu';
}

async function firstLine(child: ChildProcess): Promise<string> {
  const stream = child.stdio[3] as NodeJS.ReadableStream;
  for await (const text of stream) return String(text).trim();
  throw new Error(`${SCREEN} did not start`);
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  await new Promise((resolve) => void server.close(resolve));
  return port;
}

async function answers(url: string): Promise<void> {
  for (let tries = 0; tries < 600; tries += 1) {
    const answer = await fetch(url).catch(() => null);
    if (answer?.ok) return;
    await new Promise((resolve) => void setTimeout(resolve, 100));
  }
  throw new Error(`${DRIVER} does not answer`);
}

async function post(url: string, body: object): Promise<unknown> {
  const signal = AbortSignal.timeout(STILL);
  try {
    const answer = await fetch(url, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(body),
      signal,
    });
    const { value } = (await answer.json()) as { value: unknown };
    if (!answer.ok) throw new Error(`WebKit: ${(value as { message?: string }).message ?? answer.status}`);
    return value;
  } catch (error) {
    throw signal.aborted ? new DriverStandsStill(`The driver of WebKit did not answer for ${STILL / 1000} s.`) : error;
  }
}
