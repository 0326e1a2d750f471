import { say } from '@rollcall/protocol';
import { askSystem, type AskSystem } from './ask-system.ts';
import type { Finding, Found, Link, Probe } from './probe.ts';

/**
 * One question for all: Windows PowerShell 5.1, which every Windows 10 and 11 brings, reads the system’s own classes and prints a
 * line `name=value` for each thing that it could read; what a link costs it lists itself, as `name : value`.
 */
const SCRIPT = `
$ErrorActionPreference = 'SilentlyContinue'
[void][Windows.Networking.Connectivity.NetworkInformation,Windows.Networking.Connectivity,ContentType=WindowsRuntime]
[void][Windows.System.Power.PowerManager,Windows.System.Power,ContentType=WindowsRuntime]
$profile = [Windows.Networking.Connectivity.NetworkInformation]::GetInternetConnectionProfile()
if ($profile) {
  "InterfaceType=" + $profile.NetworkAdapter.IanaInterfaceType
  "Level=" + $profile.GetNetworkConnectivityLevel()
  $profile.GetConnectionCost() | Format-List
} else { "InterfaceType=none" }
"PowerSupplyStatus=" + [Windows.System.Power.PowerManager]::PowerSupplyStatus
"BatteryStatus=" + [Windows.System.Power.PowerManager]::BatteryStatus
"RemainingChargePercent=" + [Windows.System.Power.PowerManager]::RemainingChargePercent
"EnergySaverStatus=" + [Windows.System.Power.PowerManager]::EnergySaverStatus
`;

/** What Windows tells (Windows.Networking.Connectivity and Windows.System.Power). */
export class Windows implements Probe {
  readonly #ask: AskSystem;

  constructor(ask: AskSystem = askSystem) {
    this.#ask = ask;
  }

  async look(): Promise<Found> {
    const out = await this.#ask('powershell.exe', ['-NoProfile', '-NonInteractive', '-Command', SCRIPT]);
    return readWindows(out ?? '');
  }

  watch(): void {}

  close(): void {}
}

const source = 'Windows';

export function readWindows(text: string): Found {
  const said = new Map([...text.matchAll(/^(\w+) *[=:] *(.*?)\s*$/gm)].map(([, name = '', value = '']) => [name, value]));
  const read = <T>(name: string, values: Readonly<Record<string, T>>): Finding<T> => {
    const value = said.get(name);
    const is = value === undefined ? undefined : values[value];
    return is === undefined
      ? { unseen: value ? say('Windows says {name} {value}', { name, value }) : say('Windows does not tell') }
      : { is, source };
  };
  const level = said.get('RemainingChargePercent');
  const none = said.get('BatteryStatus') === 'NotPresent';
  const battery: Finding<number> = none
    ? { unseen: say('this machine has no battery') }
    : /^\d{1,3}$/.test(level ?? '')
      ? { is: Number(level), source }
      : { unseen: say('Windows does not tell') };
  return {
    link: read<Link>('InterfaceType', { none: 'none', 6: 'wired', 71: 'wifi', 243: 'cellular', 244: 'cellular' }),
    metered: read('NetworkCostType', { Unrestricted: false, Fixed: true, Variable: true }),
    roaming: read('Roaming', { True: true, False: false }),
    portal: read('Level', { ConstrainedInternetAccess: true, InternetAccess: false, LocalAccess: false, None: false }),
    battery,
    // “Inadequate”: a supply that is too weak still feeds it.
    charging: none ? { is: true, source } : read('PowerSupplyStatus', { NotPresent: false, Inadequate: true, Adequate: true }),
    'low-power': read('EnergySaverStatus', { On: true, Off: false, Disabled: false }),
  };
}
