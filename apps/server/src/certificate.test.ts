import assert from 'node:assert/strict';
import { execFileSync, spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { chmodSync, copyFileSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { request } from 'node:https';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test, type TestContext } from 'node:test';
import type { TLSSocket } from 'node:tls';
import { fileURLToPath } from 'node:url';
import { API, ServerInfo } from '@rollcall/protocol';
import { CertificateTrouble, outOfTime, readCertificate, type CertificateFiles } from './certificate.ts';
import { makeCertificate } from './testing/certificates.ts';

function folder(t: TestContext): string {
  const made = mkdtempSync(join(tmpdir(), 'rollcall-tls-'));
  t.after(() => rmSync(made, { recursive: true, force: true }));
  return made;
}

/** The words of what is wrong; null when nothing is. */
function trouble(files: CertificateFiles): string | null {
  try {
    readCertificate(files);
    return null;
  } catch (error) {
    assert.ok(error instanceof CertificateTrouble, String(error));
    return error.message;
  }
}

test('TL-10: a certificate or key that is missing, unreadable, of another kind, swapped, locked or of another pair is told with what to do', (t) => {
  const root = folder(t);
  const pair = makeCertificate(root, 'one');
  const other = makeCertificate(root, 'two');
  const rubbish = join(root, 'rubbish.pem');
  writeFileSync(rubbish, '-----BEGIN CERTIFICATE-----\nbm8=\n-----END CERTIFICATE-----\n');
  mkdirSync(join(root, 'folder'));
  const locked = join(root, 'locked.key');
  execFileSync('openssl', ['pkcs8', '-topk8', '-in', pair.key, '-out', locked, '-passout', 'pass:secret'], { stdio: 'pipe' });
  const chain = join(root, 'chain.crt');
  writeFileSync(chain, readFileSync(pair.cert, 'utf8') + readFileSync(other.cert, 'utf8'));
  assert.equal(trouble(pair), null);
  assert.equal(trouble({ ...pair, cert: chain }), null, 'with its chain');
  const wrong: [CertificateFiles, RegExp][] = [
    [{ ...pair, cert: join(root, 'gone') }, /no file .*gone.*--tls-cert/],
    [{ ...pair, key: join(root, 'gone') }, /no file .*gone.*--tls-key/],
    [{ ...pair, key: join(root, 'folder') }, /folder cannot be read.*--tls-key/],
    [{ ...pair, cert: rubbish }, /rubbish\.pem does not hold a certificate.*--tls-cert/],
    [{ cert: pair.key, key: pair.cert }, /wrong way round/],
    [{ ...pair, key: pair.cert }, /does not hold a private key.*--tls-key/],
    [{ ...pair, key: locked }, /locked with a passphrase/],
    [{ ...pair, key: other.key }, /does not belong to the certificate/],
  ];
  for (const [files, words] of wrong) assert.match(trouble(files) ?? '', words);
});

test('TL-10: a key that the server’s user may not read is told so', (t) => {
  const root = folder(t);
  const pair = makeCertificate(root, 'one');
  chmodSync(pair.key, 0o000);
  if (process.getuid?.() !== 0) return assert.match(trouble(pair) ?? '', /may not be read.*--tls-key/);
  // The superuser reads everything: somebody else tries.
  chmodSync(root, 0o755);
  const script = `import { readCertificate } from ${JSON.stringify(new URL('./certificate.ts', import.meta.url).href)};
    process.setgid(65534); process.setuid(65534);
    try { readCertificate(${JSON.stringify(pair)}); console.log('read'); } catch (error) { console.log(error.message); }`;
  const said = execFileSync(process.execPath, ['--input-type=module', '-e', script], { encoding: 'utf8' });
  assert.match(said, /may not be read.*--tls-key/);
});

test('TL-11: a certificate that ran out, or does not count yet, is used and told', (t) => {
  const certificate = readCertificate(makeCertificate(folder(t), 'one'));
  assert.equal(outOfTime(certificate, Date.now()), null);
  assert.match(outOfTime(certificate, certificate.validTo + 1) ?? '', /ran out on \d{4}-\d\d-\d\d/);
  assert.match(outOfTime(certificate, certificate.validFrom - 1) ?? '', /not valid before \d{4}-\d\d-\d\d/);
});

interface Serving {
  readonly child: ChildProcess;
  readonly port: number;
  readonly err: () => string;
}

async function serving(t: TestContext, root: string, pair: CertificateFiles): Promise<Serving> {
  const main = fileURLToPath(new URL('./testing/serve-main.ts', import.meta.url));
  const child = spawn(process.execPath, [main, join(root, 'data'), '0', pair.cert, pair.key], { stdio: ['ignore', 'pipe', 'pipe'] });
  t.after(() => child.kill('SIGKILL'));
  let [out, err] = ['', ''];
  child.stderr.on('data', (chunk) => (err += String(chunk)));
  child.stdout.on('data', (chunk) => (out += String(chunk)));
  while (!out.includes('\n')) await Promise.race([once(child.stdout, 'data'), once(child, 'exit').then(() => assert.fail(err))]);
  const port = Number(/^Rollcall is ready: https:\/\/127\.0\.0\.1:(\d+)\n/.exec(out)?.[1]);
  assert.ok(port > 0, out);
  return { child, port, err: () => err };
}

/** What the server says of itself over https, and whose certificate it showed. */
function asked(port: number, ca: string): Promise<{ setupNeeded: boolean; subject: string; hsts: unknown }> {
  return new Promise((resolve, reject) => {
    const outgoing = request({ port, host: '127.0.0.1', path: API.server.path, ca: readFileSync(ca), agent: false }, (incoming) => {
      const subject = String((incoming.socket as TLSSocket).getPeerCertificate().subject.CN);
      let text = '';
      incoming.on('data', (chunk) => (text += String(chunk)));
      incoming.on('end', () => {
        const { setupNeeded } = ServerInfo.parse(JSON.parse(text));
        resolve({ setupNeeded, subject, hsts: incoming.headers['strict-transport-security'] });
      });
    });
    outgoing.on('error', reject).end();
  });
}

test('TL-12: with a certificate the server speaks https, and reads it again on SIGHUP; a bad one changes nothing', async (t) => {
  const root = folder(t);
  const [one, two] = [makeCertificate(root, 'one'), makeCertificate(root, 'two')];
  const pair = { cert: join(root, 'in-use.crt'), key: join(root, 'in-use.key') };
  const use = (from: CertificateFiles): void => {
    copyFileSync(from.cert, pair.cert);
    copyFileSync(from.key, pair.key);
  };
  use(one);
  const { child, port, err } = await serving(t, root, pair);
  const told = async (words: RegExp): Promise<void> => {
    while (!words.test(err())) await once(child.stderr!, 'data');
  };
  assert.deepEqual(await asked(port, one.cert), { setupNeeded: true, subject: 'one', hsts: undefined });
  await assert.rejects(fetch(`http://127.0.0.1:${port}/`), 'nothing is told in the clear');
  copyFileSync(two.key, pair.key);
  child.kill('SIGHUP');
  await told(/does not belong to the certificate.* The certificate from before stays in use\./);
  assert.equal((await asked(port, one.cert)).subject, 'one');
  use(two);
  child.kill('SIGHUP');
  await told(/read again; it is valid until/);
  assert.equal((await asked(port, two.cert)).subject, 'two');
  child.kill('SIGTERM');
  assert.deepEqual(await once(child, 'exit'), [0, null]);
});
