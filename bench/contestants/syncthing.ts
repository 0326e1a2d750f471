import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Program, run } from '../machine/program.ts';
import type { Contestant } from './contestant.ts';
import { folders, freePort, needs } from './folders.ts';

interface Peer {
  readonly name: string;
  readonly home: string;
  readonly folder: string;
  readonly id: string;
  readonly port: number;
  readonly pagePort: number;
  /** Of the form of settings that this program itself writes. */
  readonly version: string;
}

/** Three of them on the loopback address: A and B know only the one between. As it comes, but for what would leave the machine. */
export const syncthing: Contestant = {
  name: 'syncthing',
  live: true,
  missing: () => needs('syncthing'),
  async prepare(root) {
    const { a, hub, b } = folders(root);
    const [one, middle, two] = [await peer(root, 'a', a), await peer(root, 'hub', hub), await peer(root, 'b', b)];
    writeFileSync(join(one.home, 'config.xml'), configOf(one, [one, middle]));
    writeFileSync(join(middle.home, 'config.xml'), configOf(middle, [one, middle, two]));
    writeFileSync(join(two.home, 'config.xml'), configOf(two, [middle, two]));
    const programs = [start(root, middle)];
    await ready(middle);
    return {
      a,
      b,
      start: async () => void programs.push(start(root, one), start(root, two)),
      programs,
      stop: async () => void (await Promise.all(programs.map((program) => program.stop()))),
    };
  },
};

async function peer(root: string, name: string, folder: string): Promise<Peer> {
  const home = join(root, `${name}.home`);
  mkdirSync(join(folder, '.stfolder'), { recursive: true });
  await run('syncthing', ['generate', `--home=${home}`, '--no-default-folder', '--skip-port-probing']);
  const id = (await run('syncthing', [`--home=${home}`, '--device-id'])).trim();
  const version = /<configuration version="(\d+)"/.exec(readFileSync(join(home, 'config.xml'), 'utf8'))?.[1];
  if (version === undefined) throw new Error('syncthing wrote settings of an unknown form');
  return { name, home, folder, id, port: await freePort(), pagePort: await freePort(), version };
}

function start(root: string, { name, home }: Peer): Program {
  const args = [`--home=${home}`, '--no-browser', '--no-restart', '--no-upgrade'];
  return new Program(name, join(root, `${name}.log`), 'syncthing', args, { STNORESTART: '1' });
}

async function ready({ pagePort }: Peer): Promise<void> {
  for (let tries = 0; tries < 400; tries += 1) {
    const answer = await fetch(`http://127.0.0.1:${pagePort}/rest/system/ping`, { headers: { 'x-api-key': 'bench' } }).catch(() => null);
    if (answer?.ok) return;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  throw new Error('syncthing did not start');
}

function configOf(self: Peer, peers: readonly Peer[]): string {
  const devices = peers.map(
    ({ id, name, port }) => `<device id="${id}" name="${name}" compression="metadata"><address>tcp://127.0.0.1:${port}</address></device>`,
  );
  const off = ['globalAnnounceEnabled', 'localAnnounceEnabled', 'relaysEnabled', 'natEnabled', 'startBrowser', 'crashReportingEnabled'];
  return `<configuration version="${self.version}">
<folder id="photos" label="photos" path="${self.folder}" type="sendreceive" rescanIntervalS="3600" fsWatcherEnabled="true" fsWatcherDelayS="10">
${peers.map(({ id }) => `<device id="${id}"></device>`).join('\n')}
<minDiskFree unit="%">0</minDiskFree>
</folder>
${devices.join('\n')}
<gui enabled="true" tls="false"><address>127.0.0.1:${self.pagePort}</address><apikey>bench</apikey></gui>
<options>
<listenAddress>tcp://127.0.0.1:${self.port}</listenAddress>
${off.map((name) => `<${name}>false</${name}>`).join('\n')}
<urAccepted>-1</urAccepted>
<minHomeDiskFree unit="%">0</minHomeDiskFree>
</options>
</configuration>
`;
}
