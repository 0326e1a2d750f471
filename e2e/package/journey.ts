import assert from 'node:assert/strict';
import { API, BYTES } from '@rollcall/protocol';
import { once } from 'node:events';
import { until } from '../support/program.ts';
import { EMAIL, PASSWORD } from '../support/world.ts';
import type { As, Root } from './root.ts';

/** A server that runs in a root. */
export interface Served {
  readonly url: string;
  readonly setupToken: string;
  /** Asked to stop, as Docker and systemd do; its exit code. */
  stop(signal?: string): Promise<number | null>;
}

/** Runs a server there until it takes requests. */
export async function serveIn(root: Root, command: readonly string[], as: As): Promise<Served> {
  const child = root.start(['/bin/sh', '-c', 'echo "process $$"; exec "$0" "$@"', ...command], as);
  let said = '';
  child.stdout?.setEncoding('utf8').on('data', (text: string) => (said += text));
  child.stderr?.setEncoding('utf8').on('data', (text: string) => (said += text));
  const ended = once(child, 'close') as Promise<[number | null]>;
  const [, process = '', port = '', setupToken = ''] = await until(() => {
    assert.equal(child.exitCode, null, said);
    return /^process (\d+)$[^]*ready: http:\/\/[^:]+:(\d+)$[^]*#token=(\S+)$/m.exec(said);
  }, 'the server to be ready');
  return {
    url: `http://127.0.0.1:${port}`,
    setupToken,
    async stop(signal = 'SIGTERM') {
      await root.ok(['/bin/sh', '-c', `kill -${signal.replace(/^SIG/, '')} ${process}`]);
      return (await ended)[0];
    },
  };
}

/** Asks until the picture is made, then says what came; a program, since only what runs there reaches the server. */
const PICTURE = `
const [url, signIn, picture, email, password] = process.argv.slice(1);
const signedIn = await fetch(url + signIn, { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify({ email, password }) });
const cookie = signedIn.headers.get('set-cookie').split(';')[0];
for (let n = 0; n < 1200; n += 1) {
  const answer = await fetch(url + picture, { headers: { cookie } });
  if (answer.status === 200) {
    console.log(answer.headers.get('content-type'), (await answer.arrayBuffer()).byteLength);
    process.exit(0);
  }
  await new Promise((resolve) => setTimeout(resolve, 250));
}
process.exit(1);
`;

interface Device {
  readonly program: string;
  /** The Node.js of a package, and what it needs to find. */
  readonly node: string;
  readonly folder: string;
  readonly home: string;
  readonly as: As;
}

/** The owner's account, a device with the folder's photos, all of them in sync and proved, and a picture of one. */
export async function syncThere(
  root: Root,
  { url, setupToken }: Served,
  owner: readonly string[],
  ownerAs: As,
  device: Device,
): Promise<void> {
  const input = `${PASSWORD}\n`;
  await root.ok([...owner, 'account', 'create', '--server', url, '--email', EMAIL, '--password-stdin', '--setup-token', setupToken], {
    ...ownerAs,
    input,
  });
  const { program, folder, home, as } = device;
  const link = [
    'link',
    '--home',
    home,
    '--server',
    url,
    '--folder',
    folder,
    '--name',
    'Laptop',
    '--email',
    EMAIL,
    '--password-stdin',
    '--yes',
  ];
  await root.ok([program, ...link], { ...as, input });
  await root.ok([program, 'sync', '--once', '--home', home], as);
  const { items } = JSON.parse(await root.ok([program, 'ls', '--json', '--home', home], as)) as {
    items: { assetId: string; inSync: boolean }[];
  };
  assert.ok(items.length > 0 && items.every(({ inSync }) => inSync), JSON.stringify(items));
  const {
    ok,
    items: proved,
    missing,
  } = JSON.parse(await root.ok([program, 'verify', '--json', '--home', home], as)) as Record<string, unknown>;
  assert.deepEqual([ok, proved, missing], [true, items.length, []]);
  // A thread of the server's, from a file of its own.
  const { sections } = JSON.parse(await root.ok([program, 'cloud-space', '--json', '--home', home], as)) as { sections: object };
  assert.ok('exact' in sections);
  const picture = BYTES.rendition(items[0]?.assetId ?? '', 'thumbnail');
  const said = await root.ok([device.node, '--input-type=module', '-e', PICTURE, url, API.signIn.path, picture, EMAIL, PASSWORD], as);
  assert.match(said, /^image\/\w+ \d{3,}/);
}
