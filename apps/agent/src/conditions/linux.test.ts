import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { LinuxBus } from './linux-bus.ts';
import { LinuxFiles } from './linux-files.ts';
import { Linux } from './linux.ts';
import type { Facts, Probe } from './probe.ts';
import { MockBus, whyNoMockBus } from './testing/mock-bus.ts';
import { probeContract, type Stage } from './testing/probe.contract.ts';

const missing = whyNoMockBus();
if (missing === null) {
  probeContract('NetworkManager, UPower, ModemManager and power-profiles-daemon, over D-Bus', () => openBus((bus) => bus));
  probeContract('the services and the files together, as the agent looks', openBoth);
} else test('CN-1: the services of Linux', { skip: missing }, () => undefined);
probeContract('the kernel’s files', () => Promise.resolve(openFiles()));

async function openBus(probeOf: (bus: LinuxBus) => Probe): Promise<Stage> {
  const bus = await MockBus.open();
  const probe = probeOf(new LinuxBus(bus.address));
  return {
    probe,
    show: (facts) => bus.show(facts),
    fallSilent: () => bus.stopServices(),
    cannot: new Set(),
    tells: true,
    close: async () => {
      probe.close();
      await bus.close();
    },
  };
}

/** What is seen is the services’: the files tell only that there is no battery. */
async function openBoth(): Promise<Stage> {
  const files = new Files();
  files.show({ battery: null });
  const stage = await openBus((bus) => new Linux(bus, new LinuxFiles(files.root)));
  const remove = (): void => rmSync(files.root, { recursive: true, force: true });
  return { ...stage, fallSilent: () => stage.fallSilent().then(remove), close: () => stage.close().then(remove) };
}

/** A tree as the kernel shows one: interfaces, routes and power supplies. */
class Files {
  readonly root = mkdtempSync(join(tmpdir(), 'rollcall-sys-'));

  write(path: string, text: string): void {
    mkdirSync(dirname(join(this.root, path)), { recursive: true });
    writeFileSync(join(this.root, path), `${text}\n`);
  }

  remove(path: string): void {
    rmSync(join(this.root, path), { recursive: true, force: true });
  }

  show(facts: Partial<Facts> | { readonly battery: null }): void {
    const { link, battery, charging } = facts as Partial<Facts> & { battery?: number | null };
    const head = 'Iface\tDestination\tGateway \tFlags\tRefCnt\tUse\tMetric\tMask\t\tMTU\tWindow\tIRTT';
    const names = { wifi: 'wlp2s0', wired: 'enp3s0', cellular: 'wwan0', none: null };
    if (link !== undefined) {
      this.remove('sys/class/net');
      this.write('sys/class/net/lo/operstate', 'unknown');
      const name = names[link];
      if (name !== null) {
        this.write(`sys/class/net/${name}/operstate`, 'up');
        this.write(`sys/class/net/${name}/type`, link === 'cellular' ? '65534' : '1');
        this.write(`sys/class/net/${name}/uevent`, link === 'wifi' ? 'DEVTYPE=wlan\nINTERFACE=wlp2s0' : `INTERFACE=${name}`);
      }
      const route = name === null ? '' : `\n${name}\t00000000\t0101A8C0\t0003\t0\t0\t600\t00000000\t0\t0\t0`;
      this.write('proc/net/route', `${head}${route}`);
    }
    this.remove('sys/class/power_supply');
    this.write('sys/class/power_supply/AC/type', 'Mains');
    this.write('sys/class/power_supply/AC/online', charging === false ? '0' : '1');
    this.write('sys/class/power_supply/mouse/type', 'Battery');
    this.write('sys/class/power_supply/mouse/scope', 'Device');
    this.write('sys/class/power_supply/mouse/capacity', '3');
    if (battery !== null && battery !== undefined) {
      this.write('sys/class/power_supply/BAT0/type', 'Battery');
      this.write('sys/class/power_supply/BAT0/capacity', String(battery));
      this.write('sys/class/power_supply/BAT0/status', charging === false ? 'Discharging' : 'Charging');
    }
    this.write('sys/firmware/acpi/platform_profile', facts['low-power' as never] === true ? 'low-power' : 'balanced');
  }
}

function openFiles(): Stage {
  const files = new Files();
  const probe = new LinuxFiles(files.root);
  return {
    probe,
    show: (facts) => Promise.resolve(files.show(facts)),
    fallSilent: () => {
      files.remove('sys');
      files.remove('proc');
      return Promise.resolve();
    },
    cannot: new Set(['metered', 'roaming', 'portal']),
    tells: false,
    close: () => {
      probe.close();
      rmSync(files.root, { recursive: true, force: true });
      return Promise.resolve();
    },
  };
}

test(
  'CN-6: what the services of Linux do not tell is read from the kernel’s files, and a link that something else keeps is one',
  { skip: missing ?? false },
  async () => {
    const bus = await MockBus.open();
    const files = new Files();
    const linux = new Linux(new LinuxBus(bus.address), new LinuxFiles(files.root));
    try {
      files.show({ link: 'wired', battery: 40, charging: false });
      await bus.show({ link: 'none', metered: true, battery: 60, charging: true });
      const both = await linux.look();
      assert.deepEqual(both.link, { is: 'wired', source: 'the kernel’s routes (/proc/net)' });
      assert.deepEqual(
        [both.metered, both.battery],
        [
          { is: true, source: 'NetworkManager' },
          { is: 60, source: 'UPower' },
        ],
      );
      await bus.stopServices();
      const alone = await linux.look();
      assert.deepEqual(alone.battery, { is: 40, source: '/sys/class/power_supply' });
      assert.deepEqual(alone.charging, { is: false, source: '/sys/class/power_supply' });
      assert.deepEqual(alone.metered, { unseen: 'NetworkManager does not run here' });
    } finally {
      linux.close();
      rmSync(files.root, { recursive: true, force: true });
      await bus.close();
    }
  },
);

test('CN-7: a bus that is not there, or ends, is told as such, and looked for again', { skip: missing ?? false }, async () => {
  const nobody = new LinuxBus('unix:path=/nonexistent/rollcall-bus');
  const { link } = await nobody.look();
  assert.ok('unseen' in link && /cannot be reached/.test(link.unseen));
  nobody.close();
  const bus = await MockBus.open();
  const probe = new LinuxBus(bus.address);
  assert.ok('is' in (await probe.look()).link);
  await bus.close();
  const gone = (await probe.look()).link;
  assert.ok('unseen' in gone, JSON.stringify(gone));
  probe.close();
});

test('SZ-8: a bus that cannot be reached is looked for now and then, and not again and again: who watches is told nothing', async (t) => {
  t.mock.timers.enable({ apis: ['setTimeout'] });
  const folder = mkdtempSync(join(tmpdir(), 'rollcall-no-bus-'));
  // One that is not there, and one at which nobody answers as a bus does.
  writeFileSync(join(folder, 'file'), '');
  try {
    for (const name of ['nothing', 'file']) {
      const probe = new LinuxBus(`unix:path=${join(folder, name)}`);
      let told = 0;
      probe.watch(() => (told += 1));
      for (let looks = 0; looks < 3; looks += 1) {
        const { link } = await probe.look();
        assert.ok('unseen' in link && /cannot be reached/.test(link.unseen), JSON.stringify(link));
        await new Promise((resolve) => setImmediate(resolve));
        t.mock.timers.tick(1000);
      }
      assert.equal(told, 0, name);
      probe.close();
    }
  } finally {
    rmSync(folder, { recursive: true });
  }
});

test('SZ-8: a bus that ends is told of', { skip: missing ?? false }, async () => {
  const bus = await MockBus.open();
  const probe = new LinuxBus(bus.address);
  const told = new Promise<void>((resolve) => probe.watch(resolve));
  assert.ok('is' in (await probe.look()).link);
  await bus.close();
  await told;
  probe.close();
});
