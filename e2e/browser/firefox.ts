import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Driven } from './hands.ts';

/** The system's Firefox, or the one that the environment names. */
const FIREFOX =
  process.env['FIREFOX'] ?? ['/usr/bin/firefox-esr', '/usr/bin/firefox'].find((path) => existsSync(path)) ?? '/usr/bin/firefox-esr';

/** Why there is none; null: there is one. */
export function missingFirefox(): string | null {
  return existsSync(FIREFOX)
    ? null
    : `There is no Firefox at ${FIREFOX}. Install it (Debian: apt install firefox-esr), or name another in the environment variable FIREFOX.`;
}

/** Firefox without a screen, by WebDriver BiDi over its own WebSocket. */
export async function openFirefox(): Promise<Driven> {
  const profile = mkdtempSync(join(tmpdir(), 'rollcall-firefox-'));
  const args = ['--headless', '--no-remote', '--profile', profile, '--remote-debugging-port', '0', '--width', '1280', '--height', '900'];
  // A home of its own: it writes there beside its profile.
  const child = spawn(FIREFOX, [...args, 'about:blank'], { stdio: ['ignore', 'ignore', 'pipe'], env: { ...process.env, HOME: profile } });
  const ended = once(child, 'close');
  const end = async (): Promise<void> => {
    child.kill('SIGKILL');
    await ended;
    rmSync(profile, { recursive: true, force: true, maxRetries: 10 });
  };
  try {
    const address = await spoken(child.stderr.setEncoding('utf8'), /WebDriver BiDi listening on (ws:\/\/\S+)/, ended);
    const bidi = await BiDi.connect(`${address}/session`);
    await bidi.send('session.new', { capabilities: {} });
    const { contexts } = (await bidi.send('browsingContext.getTree', {})) as { contexts: { context: string }[] };
    const context = contexts[0]!.context;
    return {
      name: 'Firefox',
      goto: async (url) => void (await bidi.send('browsingContext.navigate', { context, url, wait: 'complete' })),
      ask: async (script) => {
        const told = (await bidi.send('script.evaluate', {
          expression: `JSON.stringify((() => { ${script} })() ?? null)`,
          target: { context },
          awaitPromise: false,
        })) as { type: string; result?: { value: string }; exceptionDetails?: { text: string } };
        if (told.result === undefined) throw new Error(told.exceptionDetails?.text ?? 'no answer');
        return JSON.parse(told.result.value);
      },
      perform: async (actions) => void (await bidi.send('input.performActions', { context, actions })),
      end,
    };
  } catch (error) {
    await end();
    throw error;
  }
}

async function spoken(stream: AsyncIterable<string>, pattern: RegExp, ended: Promise<unknown>): Promise<string> {
  let said = '';
  const read = async (): Promise<string> => {
    for await (const text of stream) {
      said += text;
      const found = pattern.exec(said)?.[1];
      if (found !== undefined) return found;
    }
    throw new Error(`Firefox ended: ${said}`);
  };
  return Promise.race([
    read(),
    ended.then(() => {
      throw new Error(`Firefox ended: ${said}`);
    }),
  ]);
}

/** Questions and answers of WebDriver BiDi. */
class BiDi {
  readonly #socket: WebSocket;
  readonly #waiting = new Map<number, { resolve: (value: unknown) => void; reject: (error: Error) => void }>();
  #last = 0;

  private constructor(socket: WebSocket) {
    this.#socket = socket;
    socket.addEventListener('message', ({ data }) => {
      const told = JSON.parse(String(data)) as { id?: number; type: string; result?: unknown; error?: string; message?: string };
      const waits = told.id === undefined ? undefined : this.#waiting.get(told.id);
      if (told.id === undefined || !waits) return;
      this.#waiting.delete(told.id);
      if (told.type === 'success') waits.resolve(told.result);
      else waits.reject(new Error(`${told.error}: ${told.message}`));
    });
    socket.addEventListener('close', () => {
      for (const { reject } of this.#waiting.values()) reject(new Error('Firefox hung up'));
    });
  }

  static async connect(url: string): Promise<BiDi> {
    const socket = new WebSocket(url);
    await new Promise<void>((resolve, reject) => {
      socket.addEventListener('open', () => resolve());
      socket.addEventListener('error', () => reject(new Error(`no connection to ${url}`)));
    });
    return new BiDi(socket);
  }

  send(method: string, params: object): Promise<unknown> {
    this.#last += 1;
    const id = this.#last;
    return new Promise((resolve, reject) => {
      this.#waiting.set(id, { resolve, reject });
      this.#socket.send(JSON.stringify({ id, method, params }));
    });
  }
}
