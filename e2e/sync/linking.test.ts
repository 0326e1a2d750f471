import assert from 'node:assert/strict';
import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { chmodSync, existsSync, mkdirSync, readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { after, before, describe, test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { photo } from '../support/photos.ts';
import { rollcall, until } from '../support/program.ts';
import { signInByPassword, type Session } from '../support/session.ts';
import { Device, EMAIL, PASSWORD, World } from '../support/world.ts';

const PROGRAM = fileURLToPath(new URL('../../bin/rollcall', import.meta.url));
/** An ordinary user, since root may read everything. */
const NOBODY = 65534;

/** `link` at a terminal, whose person has given the password and has not answered the question yet. */
class AtTerminal {
  readonly child: ChildProcess;
  text = '';
  readonly #ended: Promise<unknown>;

  constructor(world: World, { home, folder, name }: Device) {
    const command = [PROGRAM, 'link', '--home', home, '--server', world.url, '--folder', folder, '--name', name, '--email', EMAIL];
    // Its own session on a terminal of its own: what is typed into `script` is typed there.
    this.child = spawn('script', ['-qefc', `stty cols 100 rows 30; exec ${command.join(' ')}`, '/dev/null'], {
      stdio: ['pipe', 'pipe', 'inherit'],
      env: { ...process.env, ROLLCALL_KEY_STORE: 'off' },
    });
    this.child.stdout?.setEncoding('utf8').on('data', (text: string) => (this.text += text));
    this.#ended = once(this.child, 'close');
  }

  type(text: string): void {
    this.child.stdin?.write(text);
  }

  async question(): Promise<void> {
    await until(() => this.text.includes('Password'), `the question for the password in: ${this.text}`);
    this.type(`${PASSWORD}\r`);
    await until(() => this.text.includes('Go on?'), `the question in: ${this.text}`);
  }

  /** The power goes: the program, which `script` has started, and then `script`. */
  kill(): void {
    if (this.child.exitCode !== null || this.child.signalCode !== null) return;
    const [program] = readFileSync(`/proc/${this.child.pid}/task/${this.child.pid}/children`, 'utf8').trim().split(' ');
    if (program) process.kill(Number(program), 'SIGKILL');
    this.child.kill('SIGKILL');
  }

  async end(): Promise<number | null> {
    await this.#ended;
    return this.child.exitCode;
  }
}

describe('making a folder a device', () => {
  const world = new World();
  let session: Session;
  before(async () => {
    await world.serve();
    assert.equal((await world.account()).code, 0);
    session = await signInByPassword(world.url);
  });
  const terminals: AtTerminal[] = [];
  after(async () => {
    for (const terminal of terminals) terminal.kill();
    await world.end();
  });
  const atTerminal = (device: Device): AtTerminal => {
    const terminal = new AtTerminal(world, device);
    terminals.push(terminal);
    return terminal;
  };

  const devices = async (): Promise<string[]> => {
    const { devices: all } = await session.ok('devices', {});
    return all.filter(({ kind }) => kind === 'folder').map(({ name }) => name);
  };

  /** A photo of its own, as what an earlier test has synced is in the cloud. */
  async function folderOf(name: string): Promise<Device> {
    const device = new Device(world, name);
    mkdirSync(device.folder, { recursive: true });
    device.put('IMG_1.jpg', await photo());
    return device;
  }

  test('LN-1: Ctrl-C, Ctrl-D and No at the question end it, say so, and leave nothing behind', async () => {
    for (const [key, words, exit] of [
      ['\x03', /stopped\. Nothing was changed\./, 3],
      ['\x04', /Nothing was changed\./, 0],
      ['n\r', /Nothing was changed\./, 0],
    ] as const) {
      const device = await folderOf('Undecided');
      const link = atTerminal(device);
      await link.question();
      link.type(key);
      assert.equal(await link.end(), exit, link.text);
      assert.match(link.text, words);
      assert.deepEqual(await devices(), []);
      assert.equal((await device.run('status')).code, 3);
      assert.equal(existsSync(device.path('.rollcall')), false);
    }
  });

  test('LN-2: until the person has said yes, nothing is a device: no sync runs, and a link that was killed is begun anew', async () => {
    const device = await folderOf('Half');
    const link = atTerminal(device);
    await link.question();
    const sync = await device.run('sync', '--once');
    assert.equal(sync.code, 3, sync.out + sync.err);
    assert.match(sync.err, /no device is linked/);
    const second = await device.link();
    assert.equal(second.code, 3, second.out + second.err);
    assert.match(second.err, /an agent is running/);
    link.kill();
    await link.end();
    assert.deepEqual(await devices(), ['Half'], 'the killed one is on the list still');
    const again = await device.link();
    assert.equal(again.code, 0, again.out + again.err);
    assert.deepEqual(await devices(), ['Half'], 'and is gone with the new one');
    await device.sync();
    assert.equal((await device.run('unlink')).code, 0);
  });

  test('LN-3: an address that answers and is no Rollcall cloud is called that, whatever it answers', async () => {
    const device = await folderOf('Lost');
    for (const [status, words] of [
      [404, /answers, but is not a Rollcall cloud \(HTTP 404\)\. See that the address is right\./],
      [200, /answers, but is not a Rollcall cloud \(HTTP 200\)\. .*does not want you to sign in first/],
      [502, /does not answer: a proxy found no server behind it \(HTTP 502\)/],
    ] as const) {
      const other = createServer((_, response) => response.writeHead(status, { 'content-type': 'text/html' }).end('<h1>Hello</h1>'));
      await once(other.listen(0, '127.0.0.1'), 'listening');
      const url = `http://127.0.0.1:${(other.address() as AddressInfo).port}`;
      const args = ['link', '--home', device.home, '--server', url, '--folder', device.folder, '--email', EMAIL, '--password-stdin'];
      const ended = await rollcall(args, { input: `${PASSWORD}\n` });
      other.close();
      assert.match(ended.err, words);
      assert.match(ended.err, /Nothing was changed\./);
      assert.equal(ended.code, status === 502 ? 5 : 3);
    }
  });

  test('LN-4: a folder that may not be read is called that, and the device is not made', async (t) => {
    if (process.getuid?.() !== 0) return t.skip('only root can run the program as another user');
    const device = new Device(world, 'Closed', NOBODY);
    mkdirSync(device.folder, { recursive: true });
    mkdirSync(device.home, { recursive: true });
    chmodSync(device.home, 0o777);
    chmodSync(world.root, 0o755);
    for (const mode of [0o700, 0o755]) {
      // Neither read, nor, once it may be read, written to.
      chmodSync(device.folder, mode);
      const ended = await device.link();
      assert.equal(ended.code, 3, ended.out + ended.err);
      assert.match(ended.err, mode === 0o700 ? /may not read/i : /may not write/i);
      assert.match(ended.err, /Nothing was changed\./);
      assert.deepEqual(await devices(), []);
    }
  });

  test('LN-5: a photo that was cut short and is in the cloud is neither to be sent nor to be fetched', async () => {
    const first = new Device(world, 'First');
    mkdirSync(first.folder);
    const cut = (await photo({ size: 400 })).subarray(0, 3000);
    first.put('cut.jpg', cut);
    assert.equal((await first.link()).code, 0);
    await first.sync();
    // What LN-2 has put into the cloud, and the photo that was cut short.
    assert.equal(first.files().size, 2);
    const second = new Device(world, 'Second');
    second.put('copy.jpg', cut);
    const linked = await second.link();
    assert.equal(linked.code, 0, linked.err);
    assert.match(linked.out, /^1 photo or video here, 1 already in the cloud, 0 to send \(0 bytes\), 1 to fetch/m);
    await second.sync();
    assert.equal(second.files().size, 2);
    assert.ok(existsSync(join(second.folder, 'copy.jpg')));
  });
});
