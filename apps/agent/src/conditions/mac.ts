import { say } from '@rollcall/protocol';
import { askSystem, type AskSystem } from './ask-system.ts';
import type { Finding, Found, Link, Probe } from './probe.ts';

/** What macOS’ own commands tell. It offers no word to such programs about what a link costs (Low Data Mode) or about portals. */
export class Mac implements Probe {
  readonly #ask: AskSystem;

  constructor(ask: AskSystem = askSystem) {
    this.#ask = ask;
  }

  async look(): Promise<Found> {
    const [battery, power, route, ports] = await Promise.all([
      this.#ask('/usr/bin/pmset', ['-g', 'batt']),
      this.#ask('/usr/bin/pmset', ['-g']),
      this.#ask('/sbin/route', ['-n', 'get', 'default']),
      this.#ask('/usr/sbin/networksetup', ['-listallhardwareports']),
    ]);
    const silent = { unseen: say('macOS does not tell it on the command line') };
    return {
      ...readBattery(battery),
      'low-power': readLowPower(power),
      link: readLink(route, ports),
      metered: silent,
      roaming: silent,
      portal: silent,
    };
  }

  watch(): void {}

  close(): void {}
}

function readBattery(text: string | null): Pick<Found, 'battery' | 'charging'> {
  const source = 'pmset -g batt';
  const from = /Now drawing from '([^']+)'/.exec(text ?? '')?.[1];
  const level = /InternalBattery[^\n]*?(\d{1,3})%/.exec(text ?? '')?.[1];
  const not = { unseen: say('{source} does not tell', { source }) };
  return {
    charging: from === undefined ? not : { is: from !== 'Battery Power', source },
    battery:
      level === undefined ? (from === undefined ? not : { unseen: say('this machine has no battery') }) : { is: Number(level), source },
  };
}

/** Newer machines name all their modes by a number, of which 1 is the sparing one. */
function readLowPower(text: string | null): Finding<boolean> {
  const mode = /^\s*(?:lowpowermode|powermode)\s+(\d)/m.exec(text ?? '')?.[1];
  return mode === undefined
    ? { unseen: say('this macOS has no low-power mode that pmset shows') }
    : { is: mode === '1', source: 'pmset -g' };
}

function readLink(route: string | null, ports: string | null): Finding<Link> {
  const source = 'route, networksetup';
  const device = /^\s*interface:\s*(\S+)/m.exec(route ?? '')?.[1];
  // Without a default route the one command fails, and the other does not.
  if (ports === null) return { unseen: say('networksetup does not answer') };
  if (device === undefined) return { is: 'none', source };
  const block = ports.split(/\n\s*\n/).find((each) => new RegExp(`^Device: ${device.replace(/\W/g, '\\$&')}$`, 'm').test(each));
  const port = /^Hardware Port: (.*)$/m.exec(block ?? '')?.[1]?.trim();
  if (port === undefined) return { unseen: say('the way out is {device}, which does not show what is below it', { device }) };
  if (/^(wi-fi|airport)$/i.test(port)) return { is: 'wifi', source };
  // A stick for mobile data (mobile broadband) names itself so, and is an Ethernet adapter to the system.
  if (/^(iphone|ipad|bluetooth pan|mbb|huaweimobile)/i.test(port)) return { is: 'cellular', source };
  return { is: 'wired', source };
}
