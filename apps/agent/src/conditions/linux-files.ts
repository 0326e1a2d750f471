import { message, say } from '@rollcall/protocol';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Finding, Found, Link, Probe } from './probe.ts';

/** What the kernel tells in files, where no service does. */
export class LinuxFiles implements Probe {
  readonly #root: string;

  /** @param root where `sys` and `proc` are */
  constructor(root = '/') {
    this.#root = root;
  }

  look(): Promise<Found> {
    return Promise.resolve({
      link: this.#link(),
      metered: { unseen: message('the kernel does not know what a link costs') },
      roaming: { unseen: message('the kernel does not know whose network it is') },
      portal: { unseen: message('the kernel does not look for it') },
      ...this.#power(),
      'low-power': this.#lowPower(),
    });
  }

  /** The kernel’s files tell nobody that they changed. */
  watch(): void {}

  close(): void {}

  #link(): Finding<Link> {
    const source = say('the kernel’s routes (/proc/net)');
    const routes = this.#routes();
    if (routes === null) return { unseen: say('the kernel’s routes cannot be read') };
    const [route] = routes;
    if (route !== undefined) return this.#kindOf(route, source);
    // Without a way out there may still be a server nearby.
    const up = this.#list('sys/class/net').filter((name) => name !== 'lo' && this.#read(`sys/class/net/${name}/operstate`) === 'up');
    return up[0] === undefined ? { is: 'none', source } : this.#kindOf(up[0], say('the kernel’s interfaces (/sys/class/net)'));
  }

  #kindOf(name: string, source: string): Finding<Link> {
    const folder = `sys/class/net/${name}`;
    const device = /^DEVTYPE=(.*)$/m.exec(this.#read(`${folder}/uevent`) ?? '')?.[1];
    if (device === 'wlan' || this.#has(`${folder}/wireless`) || this.#has(`${folder}/phy80211`)) return { is: 'wifi', source };
    if (device === 'wwan' || name.startsWith('ww')) return { is: 'cellular', source };
    // ARPHRD_ETHER; a tunnel has another number.
    if (this.#read(`${folder}/type`) === '1') return { is: 'wired', source };
    return { unseen: say('the way out is {name}, which does not show what is below it', { name }) };
  }

  /** Interfaces of the default routes, the one that is used first; null: it cannot be read. */
  #routes(): string[] | null {
    const four = this.#read('proc/net/route');
    if (four === null) return null;
    const found = four
      .split('\n')
      .slice(1)
      .map((line) => line.split(/\s+/))
      .filter(([, to, , flags, , , , mask]) => to === '00000000' && mask === '00000000' && (Number.parseInt(flags ?? '0', 16) & 1) === 1)
      .map(([name, , , , , , metric]) => ({ name: name ?? '', metric: Number(metric) }));
    const six = (this.#read('proc/net/ipv6_route') ?? '')
      .split('\n')
      .map((line) => line.trim().split(/\s+/))
      .filter(([to, length, , , , , , , flags, name]) => /^0+$/.test(to ?? 'x') && length === '00' && isUsable(flags) && name !== 'lo')
      .map(([, , , , , metric, , , , name]) => ({ name: name ?? '', metric: Number.parseInt(metric ?? '0', 16) }));
    return [...found.toSorted((a, b) => a.metric - b.metric), ...six.toSorted((a, b) => a.metric - b.metric)].map(({ name }) => name);
  }

  #power(): Pick<Found, 'battery' | 'charging'> {
    const folder = 'sys/class/power_supply';
    const source = `/${folder}`;
    if (!this.#has(folder))
      return {
        battery: { unseen: say('{source} is not there', { source }) },
        charging: { unseen: say('{source} is not there', { source }) },
      };
    const supplies = this.#list(folder).map((name) => ({
      type: this.#read(`${folder}/${name}/type`),
      // A mouse or a pen has a battery, too.
      own: this.#read(`${folder}/${name}/scope`) !== 'Device',
      online: this.#read(`${folder}/${name}/online`) === '1',
      level: Number(this.#read(`${folder}/${name}/capacity`) ?? Number.NaN),
      status: this.#read(`${folder}/${name}/status`),
    }));
    const batteries = supplies.filter(({ type, own }) => type === 'Battery' && own);
    if (batteries.length === 0)
      return {
        battery: { unseen: say('this machine has no battery') },
        charging: { is: true, source: say('{source} (it has no battery)', { source }) },
      };
    const levels = batteries.map(({ level }) => level).filter(Number.isFinite);
    const sum = levels.reduce((all, level) => all + level, 0);
    const mains = supplies.some(({ type, online }) => type !== 'Battery' && online);
    const fed = batteries.some(({ status }) => status === 'Charging' || status === 'Full' || status === 'Not charging');
    return {
      battery:
        levels.length === 0
          ? { unseen: say('{source} does not tell its level', { source }) }
          : { is: Math.round(sum / levels.length), source },
      charging: { is: mains || fed, source },
    };
  }

  #lowPower(): Finding<boolean> {
    const profile = this.#read('sys/firmware/acpi/platform_profile');
    if (profile === null) return { unseen: say('neither power-profiles-daemon nor the firmware tells') };
    return { is: profile === 'low-power', source: `/sys/firmware/acpi/platform_profile (${profile})` };
  }

  #has(path: string): boolean {
    return existsSync(join(this.#root, path));
  }

  #read(path: string): string | null {
    try {
      return readFileSync(join(this.#root, path), 'utf8').trim();
    } catch {
      // Not there, or not for this user: both mean that nothing can be seen.
      return null;
    }
  }

  #list(path: string): string[] {
    try {
      return readdirSync(join(this.#root, path)).sort();
    } catch {
      return [];
    }
  }
}

/** A route that is up and does not lead into nothing (RTF_UP, RTF_REJECT). */
function isUsable(flags: string | undefined): boolean {
  const bits = Number.parseInt(flags ?? '0', 16);
  return (bits & 1) === 1 && (bits & 0x200) === 0;
}
