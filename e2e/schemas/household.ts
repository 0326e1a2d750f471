import { execFile, spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { promisify } from 'node:util';
import type { canonicalJson } from '@rollcall/protocol';
import { ClientV1 } from '../fixtures/client-v1.mjs';
import { photo } from '../support/photos.ts';
import { EMAIL, PASSWORD } from '../support/world.ts';
import type { FileTold } from './kept.ts';

type Row = Parameters<typeof canonicalJson>[0];

/** What the program of that time said itself of what the databases hold. */
export interface Told {
  readonly protocol: number;
  /** Rows of the feed as a device hears of them, each with its number. */
  readonly feed: readonly Row[];
  readonly library: Readonly<Record<string, unknown>>;
  /** What the device lists: each file, and whether it is in sync. */
  readonly files: readonly FileTold[];
}

const ENV = { ...process.env, ROLLCALL_KEY_STORE: 'off' };
/** So long the server may take to draw its pictures; milliseconds. */
const PICTURES_MS = 2500;

/** Two accounts, a tablet of the oldest program, and a laptop that syncs: all that a library can go through, by a program that lies in a folder. */
export class Household {
  readonly #program: string;
  readonly #root: string;
  #server: ChildProcess | null = null;
  url = '';

  constructor(program: string, root: string) {
    this.#program = join(program, 'bin', 'rollcall');
    this.#root = root;
    mkdirSync(join(root, 'Pictures'), { recursive: true });
  }

  readonly data = (): string => join(this.#root, 'cloud');
  readonly home = (): string => join(this.#root, 'state');

  /** Goes through all of it, and ends what runs. */
  async live(): Promise<Told> {
    await this.#serve();
    try {
      await this.#account(EMAIL, ['--setup-token', readFileSync(join(this.data(), 'setup-token'), 'utf8').trim()]);
      await this.#account('ben@example.org', []);
      const tablet = new ClientV1(this.url);
      await tablet.link(EMAIL, PASSWORD, 'Tablet');
      const ben = new ClientV1(this.url);
      await ben.link('ben@example.org', PASSWORD, 'Ben’s phone');
      await ben.add(await photo({ size: 16 }), 'bens.jpg');
      await this.#changes(tablet);
      await this.#laptop();
      await wait(PICTURES_MS);
      const told = await this.#tell(tablet);
      await this.#stop();
      // What nobody hears of yet stays with the device.
      writeFileSync(join(this.#root, 'Pictures', 'unsent.jpg'), await photo({ size: 16 }));
      rmSync(join(this.#root, 'Pictures', 'gone-later.jpg'));
      await this.#run(['sync', '--home', this.home(), '--once', '--wait', '1']).catch(() => undefined);
      const { out } = await this.#run(['ls', '--home', this.home(), '--json']);
      const { items } = JSON.parse(out) as { items: FileTold[] };
      return { ...told, files: items.map(({ path, hash, assetId, inSync }) => ({ path, hash, assetId, inSync })) };
    } finally {
      await this.#stop();
    }
  }

  async #changes(tablet: ClientV1): Promise<void> {
    const added = [];
    for (const name of ['titled.jpg', 'trashed.jpg', 'edited.jpg', 'shot.jpg', 'shot.dng', 'purged.jpg'])
      added.push(await tablet.add(await photo({ size: 16 }), name));
    const [titled, trashed, edited, shot, raw, purged] = added.map(({ assetId }) => assetId) as [
      string,
      string,
      string,
      string,
      string,
      string,
    ];
    await tablet.change('asset.set', { assetId: titled, fields: { title: 'Grandma’s 80th', favourite: true, keywords: ['family'] } });
    await tablet.change('asset.trash', { assetId: trashed });
    const rendering = await photo({ size: 12 });
    const { hash } = await tablet.send(rendering);
    const named = { role: 'edited', hash, size: rendering.length, mime: 'image/jpeg', fileName: null, modifiedAt: null };
    await tablet.change('asset.edit', { assetId: edited, rendering: named }, null);
    await tablet.change('asset.join', { assetId: shot, joined: raw, role: 'raw' });
    await tablet.change('asset.trash', { assetId: purged });
    await tablet.pull();
    await tablet.change('asset.purge', { assetId: purged }, tablet.asset(purged).seq);
    await this.#albums(tablet, [titled, edited]);
  }

  /** The first of all versions had none. */
  async #albums(tablet: ClientV1, assets: readonly string[]): Promise<void> {
    const albumId = `0197${'0'.repeat(4)}-0000-7000-8000-000000000001`;
    try {
      await tablet.change('album.create', { albumId, fields: { title: 'Summer', order: 'by-hand', cover: null } });
    } catch (error) {
      if (!/ 400 /.test(String(error))) throw error;
      return;
    }
    for (const [n, assetId] of assets.entries()) await tablet.change('album.add', { albumId, assetId, position: 'cg'[n] });
  }

  async #laptop(): Promise<void> {
    const pictures = join(this.#root, 'Pictures');
    for (const name of ['first.jpg', 'renamed-later.jpg', 'trashed-later.jpg', 'gone-later.jpg'])
      writeFileSync(join(pictures, name), await photo({ size: 16 }));
    writeFileSync(join(pictures, 'notes.txt'), 'Not a photo.\n');
    writeFileSync(join(pictures, 'first.xmp'), '<x:xmpmeta xmlns:x="adobe:ns:meta/"/>\n');
    const link = ['link', '--home', this.home(), '--server', this.url, '--folder', pictures, '--name', 'Laptop', '--email', EMAIL];
    await this.#run([...link, '--password-stdin', '--yes'], `${PASSWORD}\n`);
    await this.#sync();
    renameSync(join(pictures, 'renamed-later.jpg'), join(pictures, 'renamed.jpg'));
    rmSync(join(pictures, 'trashed-later.jpg'));
    await this.#sync();
  }

  readonly #sync = (): Promise<unknown> => this.#run(['sync', '--home', this.home(), '--once', '--wait', '20']);

  async #tell(tablet: ClientV1): Promise<Omit<Told, 'files'>> {
    const { protocol } = (await (await fetch(`${this.url}/api/v1/server`)).json()) as { protocol: number };
    const headers = { 'rollcall-protocol': String(protocol) };
    const feed: Row[] = [];
    for (let cursor = '', complete = false; !complete;) {
      const page = (await (await tablet.request('GET', `/api/v1/library/changes?limit=100${cursor}`, { headers })).json()) as {
        changes: Row[];
        cursor: string;
        complete: boolean;
      };
      feed.push(...page.changes);
      cursor = `&cursor=${encodeURIComponent(page.cursor)}`;
      complete = page.complete;
    }
    const library = (await (await tablet.request('GET', '/api/v1/library', { headers })).json()) as Told['library'];
    return { protocol, feed, library };
  }

  async #account(email: string, more: readonly string[]): Promise<void> {
    const line = ['account', 'create', '--server', this.url, '--email', email, '--name', email.split('@')[0] as string, '--password-stdin'];
    await this.#run([...line, ...more], `${PASSWORD}\n`);
  }

  async #serve(): Promise<void> {
    const server = spawn(this.#program, ['serve', '--data', this.data(), '--port', '0'], {
      env: ENV,
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    this.#server = server;
    let said = '';
    this.url = await new Promise((resolve, reject) => {
      server.stdout.on('data', (part: Buffer) => {
        const found = /(http:\/\/127\.0\.0\.1:\d+)/.exec((said += part.toString()));
        if (found !== null) resolve(found[1] as string);
      });
      server.on('exit', () => reject(new Error(`the server ended, and said: ${said}`)));
    });
  }

  async #stop(): Promise<void> {
    const server = this.#server;
    this.#server = null;
    if (server === null) return;
    server.kill('SIGTERM');
    if (server.exitCode === null && server.signalCode === null) await once(server, 'exit');
  }

  async #run(args: readonly string[], input = ''): Promise<{ readonly out: string }> {
    const running = promisify(execFile)(this.#program, [...args], { env: ENV });
    running.child.stdin?.end(input);
    const { stdout } = await running;
    return { out: stdout };
  }
}
