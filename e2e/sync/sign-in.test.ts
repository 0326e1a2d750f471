import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, describe, test } from 'node:test';
import { photo } from '../support/photos.ts';
import { rollcall, Running } from '../support/program.ts';
import { signInByPassword, type Session } from '../support/session.ts';
import { Device, EMAIL, PASSWORD, World } from '../support/world.ts';

describe('a device signs in by a code', () => {
  const world = new World();
  let browser: Session;
  before(async () => {
    await world.serve();
    assert.equal((await world.account()).code, 0);
    browser = await signInByPassword(world.url);
  });
  after(() => world.end());

  /** `link` without an e-mail address, up to where it shows its code. */
  async function asking(device: Device): Promise<{ link: Running; userCode: string }> {
    mkdirSync(device.folder, { recursive: true });
    const args = ['link', '--home', device.home, '--server', world.url, '--folder', device.folder, '--name', device.name, '--yes'];
    const link = new Running(args);
    world.adopt(link);
    const [, page, userCode] = await link.line(/Open (\S+) and enter ([A-Z]{4}-[A-Z]{4})/);
    assert.equal(page, `${world.url}/link`);
    await link.line(new RegExp(`or open ${world.url}/link#code=${userCode}`));
    return { link, userCode: userCode as string };
  }

  test('SI-15: link without a password shows a code, goes on once it is approved, and syncs', async () => {
    const laptop = new Device(world, 'Laptop');
    laptop.put('IMG_1.jpg', await photo());
    const { link, userCode } = await asking(laptop);
    const seen = await browser.ok('deviceCode', { params: { userCode } });
    assert.deepEqual([seen.name, seen.kind, seen.address], ['Laptop', 'folder', '127.0.0.1']);
    await browser.ok('approveDeviceCode', { params: { userCode }, body: {} });
    await link.ended();
    assert.equal(link.child.exitCode, 0, link.err);
    assert.match(
      link.out,
      /Approved by ann@example\.org\.\n1 photo or video here, 0 already in the cloud, 1 to send.*\n.* is now a device called Laptop/,
    );
    assert.equal(statSync(join(laptop.home, 'token')).mode & 0o777, 0o600);
    await laptop.sync();
    assert.equal((await browser.ok('library', {})).assets, 1);
    assert.equal((await laptop.run('unlink')).code, 0);
    assert.equal(existsSync(join(laptop.home, 'token')), false);
  });

  test('SI-16: a denied device, and one whose person gave up, change nothing and say so', async () => {
    const phone = new Device(world, 'Stranger');
    const denied = await asking(phone);
    await browser.ok('denyDeviceCode', { params: { userCode: denied.userCode }, body: {} });
    await denied.link.ended();
    assert.equal(denied.link.child.exitCode, 3);
    assert.match(denied.link.err, /was denied\. Nothing was changed/);
    const stopped = await asking(phone);
    assert.equal(await stopped.link.stop(), 3);
    assert.match(stopped.link.err, /Stopped\. Nothing was changed/);
    assert.equal(existsSync(join(phone.home, 'token')), false);
    assert.equal(existsSync(join(phone.folder, '.rollcall')), false);
    assert.ok(!(await browser.ok('devices', {})).devices.some(({ name }) => name === 'Stranger'));
  });
});

test('SI-14: a device whose key store is closed says so and does nothing; it can be unlinked all the same', async () => {
  const world = new World();
  try {
    await world.serve();
    assert.equal((await world.account()).code, 0);
    const laptop = await world.device('Laptop');
    laptop.put('IMG_1.jpg', await photo());
    // As it stands where a key store has the token; here there is none that could give it.
    writeFileSync(join(laptop.home, 'token'), `key-store ${'0'.repeat(32)}\n`);
    for (const command of [['status'], ['sync', '--once'], ['trash', 'ls']]) {
      const ended = await laptop.run(...command);
      assert.equal(ended.code, 3, command.join(' '));
      assert.match(ended.err, /^rollcall: The key store of this system does not give the token/, command.join(' '));
    }
    const unlinked = await laptop.run('unlink');
    assert.equal(unlinked.code, 0);
    assert.match(unlinked.err, /Remove it there as well/);
    assert.equal(existsSync(join(laptop.home, 'token')), false);
    assert.ok(laptop.files().has('IMG_1.jpg'));
  } finally {
    await world.end();
  }
});

test('TL-13: over https an account is created, a folder linked and synced, with the certificate that the machine was told to trust and no other', async () => {
  const world = new World();
  try {
    const [cert, key] = [join(world.root, 'tls.crt'), join(world.root, 'tls.key')];
    const names = ['-subj', '/CN=rollcall test', '-addext', 'subjectAltName=IP:127.0.0.1'];
    const kind = ['-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:prime256v1', '-nodes', '-days', '2'];
    execFileSync('openssl', ['req', '-x509', ...kind, ...names, '-keyout', key, '-out', cert], { stdio: 'pipe' });
    world.server = new Running(['serve', '--data', world.data, '--port', '0', '--tls-cert', cert, '--tls-key', key]);
    const [, url = ''] = await world.server.line(/^Rollcall is ready: (https:\/\/127\.0\.0\.1:\d+)$/m);
    const setupToken = readFileSync(join(world.data, 'setup-token'), 'utf8').trim();
    const create = ['account', 'create', '--server', url, '--email', EMAIL, '--setup-token', setupToken, '--password-stdin'];
    const input = `${PASSWORD}\n`;
    const trusting = { NODE_EXTRA_CA_CERTS: cert };
    const untrusted = await rollcall(create, { input });
    assert.equal(untrusted.code, 1);
    assert.match(untrusted.err, /self-signed certificate/);
    assert.equal((await rollcall(create, { input, env: trusting })).code, 0);

    const laptop = new Device(world, 'Laptop');
    laptop.put('IMG_1.jpg', await photo());
    const link = ['link', '--home', laptop.home, '--server', url, '--folder', laptop.folder, '--email', EMAIL, '--password-stdin', '--yes'];
    const refused = await rollcall(link, { input });
    assert.equal(refused.code, 5);
    assert.match(refused.err, /safe connection/);
    const linked = await rollcall(link, { input, env: trusting });
    assert.equal(linked.code, 0, linked.err);
    const sync = ['sync', '--home', laptop.home, '--once', '--wait', '20', '--json'];
    const synced = await rollcall(sync, { env: trusting });
    assert.equal(synced.code, 0, synced.err + synced.out);
    const other = await rollcall(['status', '--home', laptop.home, '--json']);
    const { device } = JSON.parse(other.out) as { device: { conditions: { code: string }[] } };
    assert.deepEqual(
      device.conditions.map(({ code }) => code),
      ['tls-failed'],
    );
  } finally {
    await world.end();
  }
});
