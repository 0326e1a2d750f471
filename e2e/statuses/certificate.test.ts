import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, describe, test } from 'node:test';
import { getCACertificates, setDefaultCACertificates } from 'node:tls';
import { faults, doctor } from '../doctor/told.ts';
import { photo } from '../support/photos.ts';
import { rollcall, Running } from '../support/program.ts';
import { EMAIL, PASSWORD, World } from '../support/world.ts';
import { listens } from './page.ts';
import { HOME, isOver, isTold } from './told.ts';

/** What the programs of this test trust beside what their system does. */
const TRUSTED = 'NODE_EXTRA_CA_CERTS';

describe('check 2: a connection that is not safe', () => {
  const world = new World();
  after(async () => {
    delete process.env[TRUSTED];
    await world.end();
  });

  test('DR-51: a certificate that nobody vouches for stops all before a photo moves, is told as the server’s with the error, and is over when it is trusted', async () => {
    const [cert, key] = [join(world.root, 'tls.crt'), join(world.root, 'tls.key')];
    const names = ['-subj', '/CN=rollcall test', '-addext', 'subjectAltName=IP:127.0.0.1'];
    const kind = ['-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:prime256v1', '-nodes', '-days', '2'];
    execFileSync('openssl', ['req', '-x509', ...kind, ...names, '-keyout', key, '-out', cert], { stdio: 'pipe' });
    world.server = new Running(['serve', '--data', world.data, '--port', '0', '--tls-cert', cert, '--tls-key', key]);
    const [, url = ''] = await world.server.line(/^Rollcall is ready: (https:\/\/127\.0\.0\.1:\d+)$/m);
    world.url = url;
    process.env[TRUSTED] = cert;
    const setup = ['--setup-token', readFileSync(join(world.data, 'setup-token'), 'utf8').trim(), '--password-stdin'];
    assert.equal((await rollcall(['account', 'create', '--server', url, '--email', EMAIL, ...setup], { input: `${PASSWORD}\n` })).code, 0);
    const a = await world.device('Laptop');
    assert.equal((await a.run('conditions', 'set', ...HOME)).code, 0);
    await a.sync();
    a.start();
    // The page is opened by somebody who trusts it.
    setDefaultCACertificates([...getCACertificates('default'), readFileSync(cert, 'utf8')]);
    await listens(a);
    assert.equal(await a.agent?.stop(), 0);

    delete process.env[TRUSTED];
    a.put('one.jpg', await photo());
    a.start();
    await a.agent?.line(/Keeping/);
    await isTold(a, a.path('one.jpg'), {
      code: 'tls-failed',
      check: 2,
      class: 'failing',
      words: /^No safe connection to the server: its certificate is signed by itself \(DEPTH_ZERO_SELF_SIGNED_CERT\)\.$/,
      cure: /^Check the server’s certificate, or a network that puts itself in between\.$/,
      place: 'server',
      untold: 'silent',
    });
    assert.deepEqual(faults(await doctor(a)), ['server']);
    await a.agent?.stop();
    process.env[TRUSTED] = cert;
    await a.sync();
    await isOver(a, a.path('one.jpg'), 'tls-failed');
  });
});
