import assert from 'node:assert/strict';
import { existsSync, globSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { ROOT } from '../../tools/house.ts';
import { photo } from '../support/photos.ts';
import { rollcall } from '../support/program.ts';
import { EMAIL, PASSWORD, World } from '../support/world.ts';

const world = new World();
after(() => world.end());

/** The lines that the document has somebody type, but for those that start the cloud, which runs until it is ended. */
function typed(): string[] {
  const document = readFileSync(join(ROOT, 'docs', 'first-hour.md'), 'utf8');
  const lines = [...document.matchAll(/^```sh\n([^]*?)^```/gm)].flatMap(([, block]) => (block ?? '').trim().split('\n'));
  assert.equal(lines.shift(), 'npm ci && npm start');
  return lines;
}

test('CL-15: the commands of the first hour, typed in their order, lead from nothing to a library on two devices, proven and backed up', async () => {
  await world.serve();
  const home = join(world.root, 'home');
  const photos = new Map<string, Buffer>();
  mkdirSync(join(home, 'Pictures'), { recursive: true });
  for (const [name, taken] of [
    ['a.jpg', '2023:07:08 09:10:11'],
    ['b.jpg', '2022:01:02 03:04:05'],
  ] as const) {
    photos.set(name, await photo({ taken }));
    writeFileSync(join(home, 'Pictures', name), photos.get(name)!);
  }
  const backup = join(world.root, 'backup');
  /** What stands for something else on the machine of whoever reads it. */
  const here: readonly (readonly [string, string])[] = [
    ['"$(cat data/setup-token)"', readFileSync(join(world.data, 'setup-token'), 'utf8').trim()],
    ['http://127.0.0.1:2280', world.url],
    ['~/', `${home}/`],
    ['/mnt/backup', backup],
    ['--data data', `--data ${world.data}`],
  ];
  const heard = new Map<string, string>();
  for (const line of typed()) {
    assert.ok(line.startsWith('npx rollcall '), line);
    const args = here
      .reduce((text, [what, its]) => text.replaceAll(what, its), line)
      .split(' ')
      .slice(2);
    // What a person would answer on a terminal.
    const asks = line.includes(`--email ${EMAIL}`) ? ['--password-stdin'] : [];
    const agrees = line.includes(' link ') ? ['--yes'] : [];
    // Whoever tries it as root has to say so: the first hour is anybody's.
    const isRoot = line.includes(' service install ') && process.getuid?.() === 0 ? ['--as', 'root'] : [];
    const ended = await rollcall([...args, ...asks, ...agrees, ...isRoot], {
      input: `${PASSWORD}\n`,
      cwd: world.root,
      env: { HOME: home, XDG_STATE_HOME: join(home, '.state') },
    });
    assert.equal(ended.code, 0, `${line}\n${ended.err}${ended.out}`);
    heard.set(line, ended.out);
  }
  const said = (beginning: string): string => [...heard].find(([line]) => line.startsWith(`npx rollcall ${beginning}`))?.[1] ?? '';
  assert.match(said('status'), /2 photos/);
  assert.match(said('verify'), /All 2 files .* are in the cloud, byte for byte/);
  assert.match(said('devices'), /Desk/);
  assert.match(said('service install server'), /^ExecStart=/m);
  for (const [name, bytes] of photos) {
    const [found] = globSync(`Desk/**/${name}`, { cwd: home });
    assert.ok(found, `${name} is on the second device`);
    assert.ok(bytes.equals(readFileSync(join(home, found))));
  }
  assert.ok(existsSync(join(backup, 'snapshots')));
});
