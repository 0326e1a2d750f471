import { message, say } from '@rollcall/protocol';
import type { createClient, Message, MessageBus, messageType } from 'dbus-native';
import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Finding, Found, Link, Probe } from './probe.ts';
import { unseen } from './probe.ts';

/** The system's message bus, where nothing else is said. */
const SYSTEM_BUS = 'unix:path=/var/run/dbus/system_bus_socket';
/** How long a service may take to answer; milliseconds. */
const PATIENCE_MS = 2000;
/** A connection that was there, and is no more. */
const ENDED = message('it ended');
/** Several changes come at once; one look sees them all. */
const GATHER_MS = 50;
/** What speaks to a bus is loaded when there is one: on many machines there is none, and loading it is a tenth of what a command takes. */
const library = (): Library => createRequire(import.meta.url)('dbus-native');
interface Library {
  readonly createClient: typeof createClient;
  readonly messageType: typeof messageType;
}
/** A question must not start a service that nobody wanted: DBus flag NO_AUTO_START. */
const AS_IT_IS = 2;

const NM = 'org.freedesktop.NetworkManager';
const UPOWER = 'org.freedesktop.UPower';
const MODEMS = 'org.freedesktop.ModemManager1';
/** The name of power-profiles-daemon, and its older one. */
const PROFILES = [
  { service: 'org.freedesktop.UPower.PowerProfiles', path: '/org/freedesktop/UPower/PowerProfiles' },
  { service: 'net.hadess.PowerProfiles', path: '/net/hadess/PowerProfiles' },
] as const;

type Values = Readonly<Record<string, unknown>>;

/**
 * What NetworkManager, UPower, ModemManager and power-profiles-daemon say, over D-Bus. A bus that is not there, does not answer or breaks
 * off is one of which nothing can be seen; the next look tries again.
 */
export class LinuxBus implements Probe {
  readonly #address: string;
  #bus: MessageBus | null = null;
  #broken: string | null = null;
  /** The bus has taken us in, on this connection. */
  #stood = false;
  #watched = false;
  readonly #listeners = new Set<() => void>();
  #timer: NodeJS.Timeout | null = null;

  constructor(address: string | undefined = process.env['DBUS_SYSTEM_BUS_ADDRESS']) {
    this.#address = address ?? SYSTEM_BUS;
  }

  async look(): Promise<Found> {
    const bus = this.#connect();
    if (bus === null) return this.#unreached();
    const [network, power, profile] = await Promise.all([
      properties(bus, NM, '/org/freedesktop/NetworkManager', NM),
      this.#power(bus),
      this.#profile(bus),
    ]);
    const link = await linkOf(bus, network);
    const roaming = await roamingOf(bus, link);
    if (this.#bus !== bus) return this.#unreached();
    return { ...powerOf(power), ...networkOf(network), link, roaming, 'low-power': profile };
  }

  #unreached(): Found {
    return unseen(say('the system’s message bus cannot be reached ({why})', { why: this.#broken ?? ENDED }));
  }

  watch(changed: () => void): void {
    this.#listeners.add(changed);
    this.#connect();
  }

  close(): void {
    this.#listeners.clear();
    if (this.#timer) clearTimeout(this.#timer);
    if (this.#bus) this.#lose(this.#bus, ENDED);
  }

  /** Null: there is no bus. */
  #connect(): MessageBus | null {
    this.#bus ??= this.#open();
    const bus = this.#bus;
    if (bus !== null && !this.#watched && this.#listeners.size > 0) this.#listen(bus);
    return bus;
  }

  #open(): MessageBus | null {
    this.#broken = whyNot(this.#address);
    if (this.#broken !== null) return null;
    let bus: MessageBus;
    try {
      // “Direct”: the library’s own greeting ends the program where nobody answers it.
      bus = library().createClient({ busAddress: this.#address, authMethods: ['EXTERNAL'], timeout: PATIENCE_MS, direct: true });
    } catch (error) {
      this.#broken = (error as Error).message;
      return null;
    }
    this.#watched = false;
    this.#stood = false;
    const lost = (error: Error): void => this.#lose(bus, error.message);
    bus.connection.on('error', lost);
    bus.connection.on('handlerError', lost);
    bus.connection.on('close', () => this.#lose(bus, ENDED));
    // A bus carries nothing of one that has not greeted it.
    bus.invokeDbus({ member: 'Hello' }).then(
      () => {
        if (this.#bus === bus) this.#stood = true;
      },
      (error: Error) => this.#lose(bus, 'code' in error && error.code === 'ETIMEDOUT' ? say('it does not answer') : error.message),
    );
    return bus;
  }

  /** The next look connects again. */
  #lose(bus: MessageBus, why: string): void {
    if (this.#bus !== bus) return;
    this.#bus = null;
    this.#broken = why;
    bus.connection.stream.destroy();
    // Where none was reached nothing has changed: whoever were told would look again at once, and so on for ever.
    if (this.#stood) this.#tell();
  }

  #listen(bus: MessageBus): void {
    const { signal } = library().messageType;
    this.#watched = true;
    const senders = [NM, UPOWER, MODEMS, ...PROFILES.map(({ service }) => service)];
    const rules = senders.flatMap((sender) => [
      `type='signal',sender='${sender}'`,
      `type='signal',sender='org.freedesktop.DBus',member='NameOwnerChanged',arg0='${sender}'`,
    ]);
    // A bus that refuses is looked at now and then all the same.
    for (const rule of rules) bus.watch(rule).catch(() => undefined);
    bus.connection.on('message', (message: Message) => {
      if (message.type === signal) this.#tell();
    });
  }

  #tell(): void {
    if (this.#timer !== null || this.#listeners.size === 0) return;
    this.#timer = setTimeout(() => {
      this.#timer = null;
      for (const listener of this.#listeners) listener();
    }, GATHER_MS);
    this.#timer.unref();
  }

  async #power(bus: MessageBus): Promise<{ readonly all: Values | null; readonly battery: Values | null }> {
    const [all, battery] = await Promise.all([
      properties(bus, UPOWER, '/org/freedesktop/UPower', UPOWER),
      properties(bus, UPOWER, '/org/freedesktop/UPower/devices/DisplayDevice', `${UPOWER}.Device`),
    ]);
    return { all, battery };
  }

  async #profile(bus: MessageBus): Promise<Finding<boolean>> {
    for (const { service, path } of PROFILES) {
      const profile = (await properties(bus, service, path, service))?.['ActiveProfile'];
      if (typeof profile === 'string') return { is: profile === 'power-saver', source: `power-profiles-daemon (${profile})` };
    }
    return { unseen: say('power-profiles-daemon does not run here') };
  }
}

/** Why an address leads to no bus, as far as that shows before one connects; null: it may lead to one. */
function whyNot(address: string): string | null {
  // Others begin a program of their own.
  if (!address.split(';').every((each) => /^(unix|tcp):./.test(each)))
    return say('{address} is no address of one', { address: address === '' ? 'nothing' : address });
  const [, path] = /^unix:path=([^,;%]+)$/.exec(address) ?? [];
  return path === undefined || existsSync(path) ? null : say('there is no {path}', { path });
}

/** All properties of an object; null: the service does not run, or does not answer. */
async function properties(bus: MessageBus, destination: string, path: string, its: string): Promise<Values | null> {
  const message = {
    destination,
    path,
    interface: 'org.freedesktop.DBus.Properties',
    member: 'GetAll',
    signature: 's',
    body: [its],
    flags: AS_IT_IS,
  };
  return bus.invoke<Values>(message, { timeout: PATIENCE_MS }).then(
    (values) => values,
    () => null,
  );
}

/** By NetworkManager’s names of connection types. What is not here says nothing of the link below it. */
const LINKS: Readonly<Record<string, Link>> = {
  '802-11-wireless': 'wifi',
  '802-11-olpc-mesh': 'wifi',
  '802-3-ethernet': 'wired',
  infiniband: 'wired',
  pppoe: 'wired',
  adsl: 'wired',
  gsm: 'cellular',
  cdma: 'cellular',
  // A phone that lends its link.
  bluetooth: 'cellular',
};
/** NMState: nothing is connected, not even to other machines nearby. */
const CONNECTED_LOCAL = 50;

async function linkOf(bus: MessageBus, network: Values | null): Promise<Finding<Link>> {
  if (network === null) return { unseen: say('NetworkManager does not run here') };
  const state = Number(network['State']);
  if (state > 0 && state < CONNECTED_LOCAL) return { is: 'none', source: 'NetworkManager' };
  const primary = LINKS[String(network['PrimaryConnectionType'])];
  if (primary) return { is: primary, source: 'NetworkManager' };
  // Through a VPN or a bridge: what is below it counts.
  const paths = Array.isArray(network['ActiveConnections']) ? network['ActiveConnections'].map(String) : [];
  const active = await Promise.all(paths.map((path) => properties(bus, NM, path, `${NM}.Connection.Active`)));
  const links = active.flatMap((each) => LINKS[String(each?.['Type'])] ?? []);
  const first = links.find((link) => link === 'cellular') ?? links[0];
  return first ? { is: first, source: 'NetworkManager' } : { unseen: say('NetworkManager names no connection that it knows the kind of') };
}

function networkOf(network: Values | null): Pick<Found, 'metered' | 'portal'> {
  const not = { unseen: say('NetworkManager does not run here') };
  if (network === null) return { metered: not, portal: not };
  const portal = { 1: false, 2: true, 3: false, 4: false }[Number(network['Connectivity'])];
  return {
    metered: meteredOf(Number(network['Metered'])),
    portal: portal === undefined ? { unseen: say('NetworkManager does not look for it') } : { is: portal, source: 'NetworkManager' },
  };
}

/** NMMetered: 1 yes, 2 no, 3 and 4 are its guesses. */
function meteredOf(value: number): Finding<boolean> {
  if (value === 1 || value === 2) return { is: value === 1, source: 'NetworkManager' };
  if (value === 3 || value === 4) return { is: value === 3, source: say('NetworkManager (its guess)') };
  return { unseen: say('NetworkManager does not know') };
}

/** MMModem3gppRegistrationState: 1 home, 5 roaming, and the same without data. */
const HOME = new Set([1, 6, 9]);
const ROAMING = new Set([5, 7, 10]);

async function roamingOf(bus: MessageBus, link: Finding<Link>): Promise<Finding<boolean>> {
  if ('is' in link && link.is !== 'cellular') return { is: false, source: link.source };
  const message = {
    destination: MODEMS,
    path: '/org/freedesktop/ModemManager1',
    interface: 'org.freedesktop.DBus.ObjectManager',
    member: 'GetManagedObjects',
    flags: AS_IT_IS,
  };
  type Tree = Readonly<Record<string, Readonly<Record<string, Values>>>>;
  const tree = await bus.invoke<Tree>(message, { timeout: PATIENCE_MS }).then(
    (values) => values,
    () => null,
  );
  if (tree === null) return { unseen: say('ModemManager does not run here') };
  const states = Object.values(tree).map((each) => Number(each[`${MODEMS}.Modem.Modem3gpp`]?.['RegistrationState']));
  if (states.some((state) => ROAMING.has(state))) return { is: true, source: 'ModemManager' };
  return states.some((state) => HOME.has(state))
    ? { is: false, source: 'ModemManager' }
    : { unseen: say('ModemManager knows of no network') };
}

/** UPDeviceKind of a battery. */
const BATTERY = 2;

function powerOf({ all, battery }: { readonly all: Values | null; readonly battery: Values | null }): Pick<Found, 'battery' | 'charging'> {
  const not = { unseen: say('UPower does not run here') };
  const onBattery = all?.['OnBattery'];
  const charging = typeof onBattery === 'boolean' ? { is: !onBattery, source: 'UPower' } : not;
  if (battery === null) return { battery: not, charging };
  const level = Number(battery['Percentage']);
  const present = battery['IsPresent'] === true && Number(battery['Type']) === BATTERY && Number.isFinite(level);
  return { battery: present ? { is: Math.round(level), source: 'UPower' } : { unseen: say('this machine has no battery') }, charging };
}
