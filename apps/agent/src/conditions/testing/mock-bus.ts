import { spawn, spawnSync, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { createClient, Variant, type MessageBus } from 'dbus-native';
import type { Facts, Link } from '../probe.ts';

const MOCK = 'org.freedesktop.DBus.Mock';
const NM = 'org.freedesktop.NetworkManager';
const UPOWER = 'org.freedesktop.UPower';
const PPD = 'net.hadess.PowerProfiles';
const MODEMS = 'org.freedesktop.ModemManager1';
const TYPES: Record<Exclude<Link, 'none'>, string> = { wifi: '802-11-wireless', wired: '802-3-ethernet', cellular: 'gsm' };

/** The system's own Python first: Debian's packages are there, whatever else is called python3. */
const PYTHON = ['/usr/bin/python3', 'python3'].find((python) => spawnSync(python, ['-c', 'import dbusmock']).status === 0);

/** Null: all that the private bus needs is here; else what is missing, in words. */
export function whyNoMockBus(): string | null {
  if (process.platform !== 'linux') return 'D-Bus services are of Linux';
  if (spawnSync('dbus-daemon', ['--version']).status !== 0) return 'dbus-daemon is not installed';
  if (PYTHON === undefined) return 'python3-dbusmock is not installed (Debian: apt-get install python3-dbusmock)';
  return null;
}

/** A private message bus with made-up services that behave as the real ones, by python3-dbusmock. */
export class MockBus {
  readonly address: string;
  readonly #daemon: ChildProcess;
  readonly #services: ChildProcess[] = [];
  readonly #bus: MessageBus;

  private constructor(address: string, daemon: ChildProcess) {
    this.address = address;
    this.#daemon = daemon;
    this.#bus = createClient({ busAddress: address, authMethods: ['EXTERNAL'] });
  }

  static async open(): Promise<MockBus> {
    const daemon = spawn('dbus-daemon', ['--session', '--nofork', '--nosyslog', '--print-address'], {
      stdio: ['ignore', 'pipe', 'ignore'],
    });
    const [line] = (await once(daemon.stdout as NodeJS.ReadableStream, 'data')) as [Buffer];
    const bus = new MockBus(line.toString('utf8').trim(), daemon);
    await Promise.all([
      bus.#serve(NM, ['--template', 'networkmanager']),
      bus.#serve(UPOWER, ['--template', 'upower']),
      bus.#serve(PPD, ['--template', 'power_profiles_daemon']),
    ]);
    await bus.#serve(MODEMS, [MODEMS, '/org/freedesktop/ModemManager1', MODEMS, '-m']);
    const manager = [NM, '/org/freedesktop/NetworkManager'] as const;
    // The template knows nothing of these; the real service has them.
    await bus.#call(manager, MOCK, 'AddProperty', 'ssv', [NM, 'Metered', new Variant('u', 2)]);
    await bus.#call(manager, MOCK, 'AddProperty', 'ssv', [NM, 'PrimaryConnectionType', new Variant('s', '802-11-wireless')]);
    const modem = [{ RegistrationState: new Variant('u', 1) }];
    await bus.#call([MODEMS, '/org/freedesktop/ModemManager1'], MOCK, 'AddObject', 'ssa{sv}a(ssss)', [
      '/org/freedesktop/ModemManager1/Modem/0',
      `${MODEMS}.Modem.Modem3gpp`,
      modem[0],
      [],
    ]);
    return bus;
  }

  async show(facts: Partial<Facts> | { readonly battery: null }): Promise<void> {
    for (const [name, value] of Object.entries(facts)) await this.#show(name as keyof Facts, value as never);
  }

  async #show(name: keyof Facts, value: never): Promise<void> {
    const to = value as string | number | boolean | null;
    switch (name) {
      case 'link':
        await this.#network('State', 'u', to === 'none' ? 20 : 70);
        return this.#network('PrimaryConnectionType', 's', to === 'none' ? '' : TYPES[to as Exclude<Link, 'none'>]);
      case 'metered':
        return this.#network('Metered', 'u', to === true ? 1 : 2);
      case 'portal':
        return this.#network('Connectivity', 'u', to === true ? 2 : 4);
      case 'roaming':
        return this.#set(
          [MODEMS, '/org/freedesktop/ModemManager1/Modem/0'],
          `${MODEMS}.Modem.Modem3gpp`,
          'RegistrationState',
          'u',
          to === true ? 5 : 1,
        );
      case 'charging':
        return this.#set([UPOWER, '/org/freedesktop/UPower'], UPOWER, 'OnBattery', 'b', to !== true);
      case 'battery': {
        const device = [UPOWER, '/org/freedesktop/UPower/devices/DisplayDevice'] as const;
        await this.#set(device, `${UPOWER}.Device`, 'Type', 'u', to === null ? 0 : 2);
        await this.#set(device, `${UPOWER}.Device`, 'IsPresent', 'b', to !== null);
        return this.#set(device, `${UPOWER}.Device`, 'Percentage', 'd', to === null ? 0 : Number(to));
      }
      case 'low-power':
        return this.#set([PPD, '/net/hadess/PowerProfiles'], PPD, 'ActiveProfile', 's', to === true ? 'power-saver' : 'balanced');
      default:
        name satisfies never;
    }
  }

  /** The services go; the bus stays. */
  async stopServices(): Promise<void> {
    await Promise.all(
      this.#services.splice(0).map(async (service) => {
        service.kill('SIGKILL');
        if (service.exitCode === null && service.signalCode === null) await once(service, 'close');
      }),
    );
  }

  async close(): Promise<void> {
    await this.stopServices();
    this.#bus.connection.on('error', () => undefined);
    this.#bus.connection.stream.destroy();
    this.#daemon.kill('SIGKILL');
  }

  async #serve(name: string, args: readonly string[]): Promise<void> {
    const env = { ...process.env, DBUS_SYSTEM_BUS_ADDRESS: this.address, DBUS_SESSION_BUS_ADDRESS: this.address };
    const service = spawn(PYTHON ?? 'python3', ['-m', 'dbusmock', '--system', ...args], { env, stdio: ['ignore', 'ignore', 'inherit'] });
    this.#services.push(service);
    const end = Date.now() + 30_000;
    for (;;) {
      const owned = await this.#call<boolean>(
        ['org.freedesktop.DBus', '/org/freedesktop/DBus'],
        'org.freedesktop.DBus',
        'NameHasOwner',
        's',
        [name],
      );
      if (owned) return;
      if (Date.now() > end || service.exitCode !== null) throw new Error(`the mock of ${name} did not start`);
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
  }

  /** As NetworkManager says it: by its property, and its signal. */
  #network(name: string, signature: string, value: unknown): Promise<void> {
    return this.#set([NM, '/org/freedesktop/NetworkManager'], NM, name, signature, value);
  }

  async #set([service, path]: readonly [string, string], its: string, name: string, signature: string, value: unknown): Promise<void> {
    await this.#call([service, path], MOCK, 'UpdateProperties', 'sa{sv}', [its, { [name]: new Variant(signature, value) }]);
  }

  #call<T>(
    [destination, path]: readonly [string, string],
    its: string,
    member: string,
    signature: string,
    body: readonly unknown[],
  ): Promise<T> {
    return this.#bus.invoke<T>({ destination, path, interface: its, member, signature, body: [...body] }) as unknown as Promise<T>;
  }
}
