import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import {
  closeSync,
  mkdirSync,
  mkdtempSync,
  openSync,
  readFileSync,
  renameSync,
  rmdirSync,
  rmSync,
  symlinkSync,
  unlinkSync,
  writeFileSync,
  writeSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { after, before, describe, test } from 'node:test';
import { lookAt, walk } from './walk.ts';
import { keepWatching } from './watch.ts';

/** A watched folder, looked at where something was told of, as an agent does, and nowhere else. */
class Watched {
  readonly outside: string = mkdtempSync(join(tmpdir(), 'rollcall-watch-'));
  readonly root: string;
  readonly seen = new Set<string>();
  readonly failures: string[] = [];
  begun = 0;
  #stop = new AbortController();
  #watching: Promise<void> = Promise.resolve();

  constructor(root = 'Photos') {
    this.root = join(this.outside, root);
  }

  async start(): Promise<void> {
    mkdirSync(this.root, { recursive: true });
    this.#watching = keepWatching(this.root, this.#stop.signal, {
      ready: () => true,
      changed: (paths) => void this.#look(paths),
      begun: () => (this.begun += 1),
      failed: (words) => this.failures.push(words),
    });
    await this.until(() => this.begun === 1, 'the watch to begin');
  }

  async #look(paths: readonly string[]): Promise<void> {
    for (const path of paths) for (const file of (await lookAt(this.root, path)).files) this.seen.add(file.path);
  }

  /** What a person puts there. */
  put(...paths: string[]): void {
    for (const path of paths) {
      const at = join(this.root, path);
      mkdirSync(dirname(at), { recursive: true });
      writeFileSync(at, path);
    }
  }

  async sees(...paths: string[]): Promise<void> {
    await this.until(
      () => paths.every((path) => this.seen.has(path)),
      `${paths.filter((path) => !this.seen.has(path)).join(', ')} to be told of`,
    );
  }

  /** One after the other, as each has been seen. */
  async putAndSee(...paths: string[]): Promise<void> {
    for (const path of paths) {
      this.seen.delete(path);
      this.put(path);
      await this.sees(path);
    }
  }

  /** Waits as long as a loaded machine may need: nothing but the watch tells here, however late. */
  async until(holds: () => boolean, what: string): Promise<void> {
    for (let tries = 0; !holds(); tries += 1) {
      if (tries > 400) throw new Error(`waited in vain for ${what}`);
      await wait(25);
    }
  }

  async end(remove = true): Promise<void> {
    this.#stop.abort();
    await this.#watching;
    if (remove) rmSync(this.outside, { recursive: true, force: true });
  }
}

/** False: no disk can be mounted here. */
function mount(at: string): boolean {
  mkdirSync(at, { recursive: true });
  return process.getuid?.() === 0 && spawnSync('mount', ['-t', 'tmpfs', 'none', at]).status === 0;
}

const unmount = (at: string): void => assert.equal(spawnSync('umount', [at]).status, 0);

function cannotMount(): string | false {
  const at = mkdtempSync(join(tmpdir(), 'rollcall-mount-'));
  const mounted = mount(at);
  if (mounted) unmount(at);
  rmSync(at, { recursive: true });
  return mounted ? false : 'no disk can be mounted here';
}

const skip = cannotMount();

describe('what a watched folder tells', () => {
  const watched = new Watched();
  const at = (path: string): string => join(watched.root, path);
  before(() => watched.start());
  after(() => watched.end());

  test('WT-1: of files in folders that were made within folders all at once', async () => {
    watched.put('2024/07/08/first.jpg');
    await watched.sees('2024/07/08/first.jpg');
    await watched.putAndSee('2024/07/08/later.jpg', '2024/07/later.jpg', '2024/later.jpg', '2024/07/08/again/deep.jpg');
    for (let round = 0; round < 6; round += 1) {
      const path = `round ${round}/a/b/c/d`;
      mkdirSync(at(path), { recursive: true });
      writeFileSync(at(`${path}/at once.jpg`), '');
      await watched.sees(`${path}/at once.jpg`);
      await watched.putAndSee(`${path}/later.jpg`, `${dirname(path)}/later.jpg`);
    }
  });

  test('WT-2: of files in folders that were moved in with folders inside', async () => {
    const card = join(watched.outside, 'card');
    mkdirSync(join(card, 'DCIM', '100'), { recursive: true });
    writeFileSync(join(card, 'DCIM', '100', 'one.jpg'), '');
    renameSync(card, at('card'));
    await watched.sees('card/DCIM/100/one.jpg');
    await watched.putAndSee('card/DCIM/100/two.jpg', 'card/DCIM/two.jpg', 'card/two.jpg');
  });

  test('WT-3: of files in folders below one that was renamed, once, there and back, and exchanged with another', async () => {
    watched.put('trip/day/one.jpg', 'home/day/one.jpg');
    await watched.sees('trip/day/one.jpg', 'home/day/one.jpg');
    renameSync(at('trip'), at('journey'));
    await watched.sees('journey/day/one.jpg');
    await watched.putAndSee('journey/day/two.jpg', 'journey/two.jpg');
    renameSync(at('journey'), at('trip'));
    renameSync(at('trip'), at('journey'));
    await watched.putAndSee('journey/day/three.jpg', 'journey/three.jpg');
    renameSync(at('journey'), at('between'));
    renameSync(at('home'), at('journey'));
    renameSync(at('between'), at('home'));
    await watched.putAndSee('journey/day/four.jpg', 'home/day/four.jpg', 'journey/four.jpg', 'home/four.jpg');
  });

  test('WT-4: of files in a folder that was removed and made again under its name', async () => {
    await watched.putAndSee('again/inside/one.jpg');
    for (let round = 0; round < 4; round += 1) {
      unlinkSync(at(round === 0 ? 'again/inside/one.jpg' : 'again/inside/two.jpg'));
      rmdirSync(at('again/inside'));
      rmdirSync(at('again'));
      if (round % 2 === 1) await wait(100);
      mkdirSync(at('again/inside'), { recursive: true });
      if (round % 4 < 2) await wait(300);
      await watched.putAndSee('again/inside/two.jpg');
    }
  });

  test('WT-5: of a folder that took the place of a file, or of a link, and the other way', async () => {
    await watched.putAndSee('place');
    unlinkSync(at('place'));
    await watched.putAndSee('place/inside/one.jpg', 'place/inside/two.jpg');
    rmSync(at('place'), { recursive: true });
    mkdirSync(join(watched.outside, 'elsewhere'));
    symlinkSync(join(watched.outside, 'elsewhere'), at('place'));
    await watched.sees('place');
    unlinkSync(at('place'));
    await watched.putAndSee('place/inside/three.jpg', 'place/inside/four.jpg');
    renameSync(at('place'), at('other place'));
    watched.seen.delete('place');
    writeFileSync(at('place'), '');
    await watched.sees('place', 'other place/inside/four.jpg');
    await watched.putAndSee('other place/inside/five.jpg');
  });

  test('WT-6: of each of thousands of files in hundreds of folders that come at once, and of what is written to them later', async () => {
    const paths = Array.from({ length: 2000 }, (_, number) => `many/${number % 20}/${number % 200}/${number}.jpg`);
    watched.put(...paths);
    await watched.sees(...paths);
    for (let number = 0; number < 200; number += 40) await watched.putAndSee(`many/${number % 20}/${number}/later.jpg`);
  });

  test('WT-7: of names in whatever form of Unicode, and of the folder in which there is a name that is no text', async () => {
    await watched.putAndSee('caf\u00e9.jpg', 'cafe\u0301.jpg', 'caf\u00e9/\u{1f600}.jpg', 'cafe\u0301/one.jpg');
    watched.seen.clear();
    writeFileSync(Buffer.concat([Buffer.from(`${at('caf\u00e9')}/`), Buffer.from([0xe9, 0x2e])]), '');
    await watched.sees('caf\u00e9/\u{1f600}.jpg');
  });

  test('WT-8: and of nothing in a hidden folder, nor in its own', async () => {
    const before = new Set(watched.seen);
    watched.put('.rollcall/incoming/part', '.hidden/inside/one.jpg');
    await watched.putAndSee('after.jpg');
    assert.deepEqual([...watched.seen].filter((path) => !before.has(path)).sort(), ['.hidden', 'after.jpg']);
    assert.deepEqual(watched.failures, []);
    assert.equal(watched.begun, 1);
  });
});

test('WT-9: a folder whose path leads through a link is watched, and one that was moved away and back is watched anew', async () => {
  const watched = new Watched();
  try {
    mkdirSync(join(watched.outside, 'real'));
    symlinkSync(join(watched.outside, 'real'), watched.root);
    await watched.start();
    assert.deepEqual(watched.failures, []);
    await watched.putAndSee('one.jpg', 'inside/one.jpg', 'inside/two.jpg');
  } finally {
    await watched.end();
  }
  const moved = new Watched();
  try {
    await moved.start();
    await moved.putAndSee('one.jpg');
    renameSync(moved.root, join(moved.outside, 'away'));
    renameSync(join(moved.outside, 'away'), moved.root);
    await moved.until(() => moved.begun === 2, 'the watch to begin anew');
    await moved.putAndSee('two.jpg', 'inside/two.jpg', 'inside/three.jpg');
  } finally {
    await moved.end();
  }
});

test(
  'WT-10: where more happens at once than the system tells, all is watched anew, and looked at',
  { skip: process.platform !== 'linux' },
  async () => {
    const most = Number(readFileSync('/proc/sys/fs/inotify/max_queued_events', 'utf8'));
    const watched = new Watched();
    try {
      await watched.start();
      const files = ['one', 'two'].map((name) => openSync(join(watched.root, name), 'w'));
      // In turns, for the same of the same file is told once; and without a pause, for who listens is this very program.
      for (let told = 0; told <= most; told += 2) for (const file of files) writeSync(file, '.');
      watched.put('dropped/folder/one.jpg');
      for (const file of files) closeSync(file);
      await watched.until(() => watched.begun === 2, 'the watch to begin anew');
      await watched.putAndSee('dropped/folder/two.jpg');
    } finally {
      await watched.end();
    }
  },
);

test('WT-11: what another disk hid when the watch began is watched, and told of, when that disk is gone', { skip }, async () => {
  const watched = new Watched();
  watched.put('trip/day/one.jpg');
  mount(join(watched.root, 'trip'));
  let mounted = true;
  try {
    await watched.start();
    await watched.putAndSee('beside.jpg');
    unmount(join(watched.root, 'trip'));
    mounted = false;
    await watched.sees('trip/day/one.jpg');
    await watched.putAndSee('trip/two.jpg', 'trip/day/two.jpg');
  } finally {
    if (mounted) unmount(join(watched.root, 'trip'));
    await watched.end();
  }
});

test('WT-13: a folder that was moved to another disk, with a link left in its place, is looked through and watched', { skip }, async () => {
  const watched = new Watched();
  const disk = join(watched.outside, 'disk');
  mount(disk);
  try {
    mkdirSync(join(disk, 'trip'), { recursive: true });
    writeFileSync(join(disk, 'trip', 'one.jpg'), '');
    symlinkSync(disk, watched.root);
    await watched.start();
    const { files, unknown } = await walk(watched.root, '');
    assert.deepEqual([files.map(({ path }) => path), unknown], [['trip/one.jpg'], []]);
    await watched.putAndSee('trip/two.jpg', 'trip/day/three.jpg', 'trip/day/four.jpg');
  } finally {
    await watched.end(false);
    unmount(disk);
    rmSync(watched.outside, { recursive: true, force: true });
  }
});

const few = (command: string, ...args: string[]): ReturnType<typeof spawnSync> =>
  spawnSync('unshare', ['-Ur', 'sh', '-c', `echo 20 > /proc/sys/user/max_inotify_watches && exec ${command}`, ...args], {
    encoding: 'utf8',
  });

test(
  'WT-17: where the system watches no more folders it is said once, and those that it watches are',
  { skip: few('true').status !== 0 },
  () => {
    const watched = new Watched();
    for (let number = 0; number < 40; number += 1) watched.put(`${number}/one.jpg`);
    const program = `
    import { writeFileSync } from 'node:fs';
    import { keepWatching } from ${JSON.stringify(new URL('watch.ts', import.meta.url).href)};
    const root = ${JSON.stringify(watched.root)};
    const stop = new AbortController();
    const failed = [];
    const watching = keepWatching(root, stop.signal, {
      ready: () => true,
      changed: (paths) => {
        console.log(JSON.stringify({ paths, failed }));
        stop.abort();
      },
      begun: () => writeFileSync(root + '/new.jpg', ''),
      failed: (words) => failed.push(words),
    });
    await watching;
  `;
    const ended = few('"$0" --input-type=module -e "$1"', process.execPath, program);
    rmSync(watched.outside, { recursive: true });
    assert.equal(ended.status, 0, String(ended.stderr));
    const { paths, failed } = JSON.parse(String(ended.stdout)) as { paths: string[]; failed: string[] };
    assert.deepEqual(paths, ['new.jpg']);
    assert.equal(failed.length, 1);
    assert.match(failed[0] ?? '', /limit/);
  },
);
