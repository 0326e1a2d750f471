import assert from 'node:assert/strict';
import { randomBytes } from 'node:crypto';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, describe, test } from 'node:test';
import { mediaIn } from '../support/media.ts';
import { rollcall, until } from '../support/program.ts';
import { signInByPassword, type Session } from '../support/session.ts';
import { EMAIL, hashOf, World } from '../support/world.ts';
import { asPictures } from './as-pictures.ts';
import { lacking, say, type Said } from './client.ts';

const live = mediaIn('live');
const PICTURE = Buffer.from('ffd8ffe000104a46494600010100000100010000', 'hex');
const picture = (size = 2000): Buffer => Buffer.concat([PICTURE, randomBytes(size - PICTURE.length)]);
/** The beginning of a film as phones make it. */
const FILM = Buffer.from('0000001466747970717420200000000071742020', 'hex');
/** Pictures are made, and files read, when nothing else is to be done. */
const READ_MS = 240_000;

describe('programs that speak WebDAV', () => {
  const world = new World();
  let session: Session;
  let password = '';
  const home = join(world.root, 'client');
  const run = (name: string, args: readonly string[], input = ''): Promise<Said> => say(home, name, args, input);
  const ok = async (name: string, args: readonly string[]): Promise<string> => {
    const { code, out } = await run(name, args);
    assert.equal(code, 0, `${name} ${args.join(' ')}: ${out}`);
    return out;
  };
  const newPassword = async (app: string): Promise<string> => {
    const made = await rollcall(['app-password', 'add', EMAIL, app, '--data', world.data, '--json']);
    assert.equal(made.code, 0, made.err);
    return (JSON.parse(made.out) as { password: string }).password;
  };
  const photos = async (): Promise<number> => (await session.ok('library', {})).assets;

  before(async () => {
    mkdirSync(join(home, 'phone/2024'), { recursive: true });
    await world.serve();
    assert.equal((await world.account(EMAIL, ['--quota', '200MB'])).code, 0);
    session = await signInByPassword(world.url);
    password = await newPassword('rclone');
  });
  after(() => world.end());

  const remote = async (name: string, pass: string): Promise<void> =>
    void (await ok('rclone', [
      'config',
      'create',
      name,
      'webdav',
      `url=${world.url}/dav`,
      'vendor=owncloud',
      `user=${EMAIL}`,
      `pass=${pass}`,
      '--obscure',
    ]));

  test('DV-21: rclone copies a folder of photos in, finds it the same, sends nothing twice, and moves what had another name', async (t) => {
    const lacks = await lacking('rclone');
    if (lacks !== false) return t.skip(lacks);
    await remote('r', password);
    for (let n = 0; n < 12; n += 1) writeFileSync(join(home, 'phone/2024', `IMG_${n} ä&.jpg`), picture());
    writeFileSync(join(home, 'phone/film.mov'), Buffer.concat([FILM, randomBytes(50_000_000)]));
    writeFileSync(join(home, 'phone/notes.txt'), 'no photo');
    const first = await run('rclone', ['copy', 'phone', 'r:Upload/phone', '--retries', '1', '--low-level-retries', '1']);
    assert.match(first.out, /notes\.txt[^]*415 Unsupported Media Type/, 'what is no photo is named with its reason');
    assert.equal(await photos(), 13);
    assert.match(await ok('rclone', ['check', 'phone', 'r:Upload/phone', '--exclude', 'notes.txt', '--download']), /13 matching files/);
    const again = await ok('rclone', ['copy', 'phone', 'r:Upload/phone', '--exclude', 'notes.txt', '-v']);
    assert.doesNotMatch(again, /Copied/);
    assert.equal((await ok('rclone', ['lsf', '-R', 'r:Upload/phone'])).trim().split('\n').length, 14);
    const partial = picture();
    writeFileSync(join(home, 'new.jpg.partial'), partial);
    await ok('rclone', ['copyto', 'new.jpg.partial', 'r:Upload/new.jpg.partial']);
    assert.equal(await photos(), 13, 'it is not done');
    await ok('rclone', ['moveto', 'r:Upload/new.jpg.partial', 'r:Upload/new.jpg']);
    assert.equal(await photos(), 14);
    await ok('rclone', ['purge', 'r:Upload/phone']);
    assert.equal(await photos(), 14, 'no photo goes with its name');
    const { devices } = await session.ok('devices', {});
    const app = devices.find(({ name }) => name === 'rclone');
    assert.deepEqual([app?.app, app?.roll?.counts.inSync, app?.roll?.reasons.map(({ code }) => code)], ['webdav', 14, ['not-a-photo']]);
    const month = new Date().toISOString().slice(0, 7).replace('-', '/');
    assert.match(await ok('rclone', ['lsf', `r:Library/${month}`]), /new\.jpg/);
    await ok('rclone', ['copyto', `r:Library/${month}/new.jpg`, 'back.jpg']);
    assert.deepEqual(readFileSync(join(home, 'back.jpg')), partial);
    const write = await run('rclone', ['copyto', 'back.jpg', `r:Library/${month}/other.jpg`, '--retries', '1', '--low-level-retries', '1']);
    assert.match(write.out, /403 Forbidden/);
  });

  test('DV-22: a wrong password, one that was taken away, and a cloud that is full are told to rclone in words', async (t) => {
    const lacks = await lacking('rclone');
    if (lacks !== false) return t.skip(lacks);
    await remote('wrong', 'not-the-password');
    const wrong = await run('rclone', ['lsf', 'wrong:', '--retries', '1']);
    assert.match(wrong.out, /This needs an app password.*401/);
    await remote('gone', await newPassword('gone'));
    await ok('rclone', ['lsf', 'gone:']);
    assert.equal((await rollcall(['app-password', 'rm', EMAIL, 'gone', '--data', world.data])).code, 0);
    assert.match((await run('rclone', ['lsf', 'gone:', '--retries', '1'])).out, /was taken away.*401/);
    assert.equal((await rollcall(['account', 'quota', EMAIL, '1kB', '--data', world.data])).code, 0);
    writeFileSync(join(home, 'large.jpg'), picture(100_000));
    const full = await run('rclone', ['copyto', 'large.jpg', 'r:Upload/large.jpg', '--retries', '1', '--low-level-retries', '1']);
    assert.match(full.out, /no room in the cloud for this: it needs 100 kB.*507/);
    assert.equal((await rollcall(['account', 'quota', EMAIL, '1GB', '--data', world.data])).code, 0);
    await ok('rclone', ['copyto', 'large.jpg', 'r:Upload/large.jpg']);
  });

  test('DV-23: cadaver makes folders, locks, sends, moves and reads', async (t) => {
    const lacks = await lacking('cadaver');
    if (lacks !== false) return t.skip(lacks);
    const cadaver = await newPassword('cadaver');
    writeFileSync(join(home, '.netrc'), `machine 127.0.0.1 login ${EMAIL} password ${cadaver}\n`, { mode: 0o600 });
    writeFileSync(join(home, 'c.jpg'), picture());
    const before = await photos();
    const { out } = await run(
      'cadaver',
      [`${world.url}/dav/Upload/`],
      'mkcol trip\ncd trip\nput c.jpg\nlock c.jpg\nunlock c.jpg\nmove c.jpg d.jpg\nls\nget d.jpg e.jpg\nls /dav/Library\nquit\n',
    );
    assert.doesNotMatch(out, /failed|denied|Could not/i);
    assert.match(out, /Locking `c\.jpg': succeeded/);
    assert.match(out, /d\.jpg +2000/);
    assert.deepEqual(readFileSync(join(home, 'e.jpg')), readFileSync(join(home, 'c.jpg')));
    assert.equal(await photos(), before + 1);
  });

  test('DV-24: what curl sends and breaks off leaves nothing, also when the server ends meanwhile; sent again it is there', async (t) => {
    const lacks = await lacking('curl');
    if (lacks !== false) return t.skip(lacks);
    const before = await photos();
    const bytes = Buffer.concat([FILM, randomBytes(20_000_000)]);
    writeFileSync(join(home, 'large.mov'), bytes);
    const curl = ['-sS', '-u', `${EMAIL}:${password}`, '-T', 'large.mov', `${world.url}/dav/Upload/large.mov`];
    const broken = run('curl', ['--limit-rate', '5M', ...curl]);
    await until(async () => (await session.ok('library', {})).reserved > 0, 'some of it is there');
    await world.server?.kill();
    await broken;
    await world.serveAgain();
    session = await signInByPassword(world.url);
    assert.deepEqual([(await session.ok('library', {})).reserved, await photos()], [0, before]);
    assert.match(await ok('curl', [...curl, '-v', '-H', 'Expect: 100-continue']), /100 Continue[^]*201 Created/);
    assert.equal(await photos(), before + 1);
    assert.equal(hashOf(bytes), hashOf(Buffer.from(await fetchAs(`${world.url}/dav/Upload/large.mov`))));
  });

  const fetchAs = async (url: string): Promise<ArrayBuffer> => {
    const headers = { authorization: `Basic ${Buffer.from(`${EMAIL}:${password}`).toString('base64')}` };
    return (await fetch(url, { headers })).arrayBuffer();
  };

  test('DV-25: the halves of a Live Photo that an app puts become one photo', { skip: live.missing, timeout: 2 * READ_MS }, async (t) => {
    const lacks = await lacking('curl');
    if (lacks !== false) return t.skip(lacks);
    const before = await photos();
    for (const name of ['IMG_4580.HEIC', 'IMG_4580.MOV'])
      await ok('curl', ['-sSf', '-u', `${EMAIL}:${password}`, '-T', join(live.folder, name), `${world.url}/dav/Upload/`]);
    await until(async () => (await photos()) === before + 1, 'they are one', READ_MS);
  });

  test('DV-26: litmus finds the drop box as RFC 4918 has it, but for properties that nobody keeps', async (t) => {
    const lacks = await lacking('litmus');
    if (lacks !== false) return t.skip(lacks);
    const proxy = await asPictures(world.url);
    t.after(() => proxy.close());
    const { out } = await run('litmus', ['-k', `${proxy.url}/dav/Upload/`, EMAIL, password]);
    const told = Object.fromEntries(
      [...out.matchAll(/summary for `(\w+)': of (\d+) tests run: (\d+) passed/g)].map(([, name, all, passed]) => [
        name,
        [Number(passed), Number(all)],
      ]),
    );
    // Properties of a client's own making are refused, so that what tests them, or writes one to a locked file, fails or is left out.
    assert.deepEqual(told, { basic: [16, 16], copymove: [13, 13], props: [11, 14], locks: [38, 41], http: [4, 4] });
    const failed = [...out.matchAll(/^\s*\d+\. (\w+)\.* FAIL/gm)].map(([, name]) => name);
    assert.deepEqual(new Set(failed), new Set(['propset', 'propmanyns', 'propget', 'owner_modify']));
    assert.doesNotMatch(out, /WARNING/);
  });
});
