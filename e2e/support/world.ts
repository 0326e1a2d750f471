import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { chownSync, existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, relative } from 'node:path';
import { rollcall, Running, type Ended } from './program.ts';

export const EMAIL = 'ann@example.org';
export const PASSWORD = 'correct horse battery';

/** A cloud and its devices in a temporary folder, all of them real processes. */
export class World {
  readonly root: string = mkdtempSync(join(tmpdir(), 'rollcall-e2e-'));
  readonly data: string = join(this.root, 'cloud');
  server: Running | null = null;
  url = '';
  /** What the server's program finds in its environment beside what tests find in theirs. */
  serverEnv: Readonly<Record<string, string>> = {};
  readonly #agents: Running[] = [];
  /** What the server was told beside where its data are. */
  #more: readonly string[] = [];

  async serve(port = 0, more: readonly string[] = []): Promise<void> {
    this.#more = more;
    this.server = new Running(['serve', '--data', this.data, '--port', String(port), ...more], { env: this.serverEnv });
    const [, url] = await this.server.line(/(http:\/\/127\.0\.0\.1:\d+)/);
    this.url = url as string;
  }

  /** The same port again, so that devices find it; told the same as before, or something else. */
  async serveAgain(more = this.#more): Promise<void> {
    await this.serve(Number(new URL(this.url).port), more);
  }

  async account(email = EMAIL, more: readonly string[] = []): Promise<Ended> {
    const first = email === EMAIL ? ['--setup-token', readFileSync(join(this.data, 'setup-token'), 'utf8').trim()] : [];
    return rollcall(
      [
        'account',
        'create',
        '--server',
        this.url,
        '--email',
        email,
        '--name',
        email.split('@')[0] as string,
        '--password-stdin',
        ...first,
        ...more,
      ],
      { input: `${PASSWORD}\n` },
    );
  }

  async device(name: string, email = EMAIL): Promise<Device> {
    const device = new Device(this, name);
    mkdirSync(device.folder, { recursive: true });
    const linked = await device.link(email);
    assert.equal(linked.code, 0, `${linked.err}${linked.out}\nthe server: ${this.server?.err ?? ''}`);
    return device;
  }

  adopt(agent: Running): void {
    this.#agents.push(agent);
  }

  /** Ends what the devices run. */
  async stopAgents(): Promise<void> {
    for (const agent of this.#agents) if (agent.child.exitCode === null && agent.child.signalCode === null) await agent.kill();
  }

  async end(): Promise<void> {
    await this.stopAgents();
    if (this.server) await this.server.stop();
    rmSync(this.root, { recursive: true, force: true });
  }
}

/** So often at most a folder changes while it is looked at. */
const MOVES = 20;

export class Device {
  readonly world: World;
  readonly name: string;
  readonly folder: string;
  readonly home: string;
  agent: Running | null = null;
  /** The user that runs its program; absent: the one that runs the tests. */
  readonly as: number | undefined;
  /** The network namespace in which its program runs; absent: that of the tests. */
  within: string | undefined;
  /** The address at which it finds the server; absent: the server's own. */
  at: string | undefined;

  constructor(world: World, name: string, as?: number) {
    this.as = as;
    this.world = world;
    this.name = name;
    this.folder = join(world.root, name);
    this.home = join(world.root, `${name}.home`);
  }

  link(email = EMAIL, password = PASSWORD): Promise<Ended> {
    return rollcall(
      [
        'link',
        '--home',
        this.home,
        '--server',
        this.at ?? this.world.url,
        '--folder',
        this.folder,
        '--name',
        this.name,
        '--email',
        email,
        '--password-stdin',
        '--yes',
        ...(this.within === undefined ? [] : ['--insecure']),
      ],
      { input: `${password}\n`, as: this.as, within: this.within },
    );
  }

  run(...args: string[]): Promise<Ended> {
    return rollcall([...args, '--home', this.home], { as: this.as, within: this.within });
  }

  async json<T>(...args: string[]): Promise<T> {
    const ended = await this.run(...args, '--json');
    try {
      return JSON.parse(ended.out) as T;
    } catch {
      throw new Error(`${args.join(' ')} printed no JSON (exit ${ended.code}): ${ended.out}${ended.err}`);
    }
  }

  /** One sync to its end; fails unless all is in sync. */
  async sync(): Promise<void> {
    const ended = await this.once();
    assert.equal(ended.code, 0, `${this.name} is not in sync: ${ended.out}${ended.err}`);
  }

  once(wait = 20): Promise<Ended> {
    return this.run('sync', '--once', '--wait', String(wait));
  }

  start(): Running {
    this.agent = new Running(['sync', '--home', this.home], { as: this.as, within: this.within });
    this.world.adopt(this.agent);
    return this.agent;
  }

  path(name: string): string {
    return join(this.folder, name);
  }

  put(name: string, bytes: Uint8Array): void {
    mkdirSync(dirname(this.path(name)), { recursive: true });
    writeFileSync(this.path(name), bytes);
    if (this.as === undefined) return;
    // What a person puts there is that person's, the folders as well.
    for (let path = name; path !== '.'; path = dirname(path)) chownSync(this.path(path), this.as, this.as);
  }

  /** Every file that a person sees, by path. */
  files(): Map<string, string> {
    for (let left = MOVES; ; left -= 1) {
      try {
        return this.#look();
      } catch (error) {
        // A running agent moved or removed one of them in this very moment: what is there is looked at again.
        if ((error as NodeJS.ErrnoException).code !== 'ENOENT' || left === 0 || !existsSync(this.folder)) throw error;
      }
    }
  }

  #look(): Map<string, string> {
    const files = new Map<string, string>();
    for (const entry of readdirSync(this.folder, { recursive: true, withFileTypes: true })) {
      if (!entry.isFile()) continue;
      const path = relative(this.folder, join(entry.parentPath, entry.name));
      if (!path.startsWith('.rollcall')) files.set(path, hashOf(readFileSync(join(this.folder, path))));
    }
    return files;
  }

  /**
   * (name, hash) of every file, sorted: what must be equal on all devices. The number that tells two photos of one name apart
   * where they share a folder is a device's own affair, and left out.
   */
  names(): string[] {
    return [...this.files()]
      .map(([path, hash]) => `${path.slice(path.lastIndexOf('/') + 1).replace(/ \(\d+\)(?=\.\w+$)/, '')} ${hash}`)
      .sort();
  }
}

export function hashOf(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex');
}
