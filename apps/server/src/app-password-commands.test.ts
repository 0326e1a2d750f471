import assert from 'node:assert/strict';
import { test } from 'node:test';
import { appPasswordAdd, appPasswordList, appPasswordRemove } from './app-password-commands.ts';
import { DavClient } from './testing/dav-client.ts';
import { ran } from './testing/ran.ts';
import { Served } from './testing/served.ts';

test('DV-18: whoever looks after the data folder makes passwords for apps and takes them away, and the server that runs heeds it at once', async (t) => {
  const server = await Served.start();
  t.after(() => server.close());
  const browser = await server.account('anna@x.org');
  const of = { data: server.data, email: 'Anna@x.org' };
  assert.equal((await ran((io) => appPasswordList({ ...of, json: false }, io))).out, 'Anna@x.org has no app password.\n');
  const said = await ran((io) => appPasswordAdd({ ...of, name: 'Camera', json: false }, io));
  assert.match(said.out, /^([a-z2-9]{4}-){4}[a-z2-9]{4}\nThis is told once\./);
  const made = await ran((io) => appPasswordAdd({ ...of, name: 'My phone', json: true }, io));
  const { id, password, path } = JSON.parse(made.out) as { id: string; password: string; path: string };
  const app = new DavClient(() => server.url, 'anna@x.org', password);
  const photo = Buffer.from('ffd8ffe000104a46494600010100000100010000', 'hex');
  assert.equal((await app.put(`${path}Upload/a.jpg`, photo)).status, 201);
  const twice = await ran((io) => appPasswordAdd({ ...of, name: 'My phone', json: false }, io));
  assert.deepEqual([twice.code, /There is an app My phone already/.test(twice.err)], [1, true]);
  const listed = await ran((io) => appPasswordList({ ...of, json: true }, io));
  const { apps } = JSON.parse(listed.out) as { apps: { id: string; name: string; brought: number }[] };
  assert.deepEqual(
    apps.map(({ name, brought }) => [name, brought]),
    [
      ['My phone', 1],
      ['Camera', 0],
    ],
  );
  assert.ok(!listed.out.includes(password));
  assert.match((await ran((io) => appPasswordList({ ...of, json: false }, io))).out, /^My phone {2}1 photo brought {2}last heard \d{4}-/);
  assert.deepEqual(JSON.parse((await ran((io) => appPasswordRemove({ ...of, name: 'My phone', json: true }, io))).out), { removed: id });
  assert.equal((await app.ask('OPTIONS', path)).status, 401);
  assert.equal((await browser.ok('library', {})).assets, 1, 'what it brought stays');
  const gone = await ran((io) => appPasswordRemove({ ...of, name: 'My phone', json: false }, io));
  assert.deepEqual([gone.code, /rollcall app-password ls/.test(gone.err)], [1, true]);
  const nobody = await ran((io) => appPasswordList({ data: server.data, email: 'ben@x.org', json: false }, io));
  assert.equal(nobody.code, 1);
});
