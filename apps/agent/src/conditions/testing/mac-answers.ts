import type { FactName } from '../probe.ts';

/** What a Mac answered, as somebody showed it. */
export interface MacAnswer {
  /** Where such an answer is shown. */
  readonly shownAt: string;
  /** What it is an answer to, and the text. The lines are those of the answer shown; charges, times, ids and addresses in them are ours. */
  readonly answers: Readonly<Record<string, string>>;
  /** What is to be seen by it; null: that this cannot be seen. */
  readonly seen: Partial<Readonly<Record<FactName, string | number | boolean | null>>>;
}

const BATT = '/usr/bin/pmset -g batt';
const SETTINGS = '/usr/bin/pmset -g';
const ROUTE = '/sbin/route -n get default';
const PORTS = '/usr/sbin/networksetup -listallhardwareports';

const battery = (shownAt: string, lines: readonly string[], charge: number | null, charging: boolean): MacAnswer => ({
  shownAt,
  answers: { [BATT]: `${lines.join('\n')}\n` },
  seen: { battery: charge, charging },
});

/** With the table below it, in which nothing is of use here. */
const route = (device: string): string => `   route to: default
destination: default
       mask: default
    gateway: 192.0.2.1
  interface: ${device}
      flags: <UP,GATEWAY,DONE,STATIC,PRCLONING,GLOBAL>
 recvpipe  sendpipe  ssthresh  rtt,msec    rttvar  hopcount      mtu     expire
       0         0         0         0         0         0      1500         0
`;
const ROUTE_SHOWN = 'github.com/dylanaraps/neofetch/pull/2361';

const port = (name: string, device: string, address = '02:00:5e:10:00:01'): string =>
  `Hardware Port: ${name}\nDevice: ${device}\nEthernet Address: ${address}\n`;

const link = (shownAt: string, ports: readonly string[], device: string, is: string | null): MacAnswer => ({
  shownAt: `${shownAt}, ${ROUTE_SHOWN}`,
  answers: { [ROUTE]: route(device), [PORTS]: ports.join('\n') },
  seen: { link: is },
});

/** A laptop of today, with a phone at its cable. */
const LAPTOP = [
  port('Wi-Fi', 'en0'),
  port('iPhone USB', 'en5'),
  port('Bluetooth PAN', 'en3'),
  port('Thunderbolt 1', 'en1'),
  port('Thunderbolt Bridge', 'bridge0'),
];
const LAPTOP_SHOWN = 'github.com/nonocast/me/issues/129';
/** Adapters by whatever name they have, and what follows the ports. */
const ADAPTERS = [
  port('Ethernet Adapter (en4)', 'en4'),
  port('AX88179A', 'en8'),
  port('Wi-Fi', 'en0'),
  'VLAN Configurations\n===================\n',
];
const ADAPTERS_SHOWN = 'github.com/mrodalgaard/alfred-network-workflow/issues/20';
/** A stick for mobile data, which is a modem and also an Ethernet adapter. */
const STICK = [
  port('HUAWEIMobile-', 'HUAWEIMobile-Modem', 'N/A'),
  port('Bluetooth DUN', 'Bluetooth-Modem', 'N/A'),
  port('Ethernet', 'en0'),
  port('MBBEthernet', 'en5'),
  port('Wi-Fi', 'en1'),
];
const STICK_SHOWN = 'superuser.com/questions/267660';

const settings = (shownAt: string, lines: readonly string[], lowPower: boolean | null): MacAnswer => ({
  shownAt,
  answers: { [SETTINGS]: `System-wide power settings:\n${lines.join('\n')}\n` },
  seen: { 'low-power': lowPower },
});

const BATTSTAT = 'github.com/imwally/battstat/issues/2';
const MODE_BY_NUMBER = 'github.com/alfredapp/low-power-mode-workflow/issues/4';

export const MAC_ANSWERS: readonly MacAnswer[] = [
  battery(
    'github.com/spaceship-prompt/spaceship-prompt/pull/640',
    ["Now drawing from 'Battery Power'", ' -InternalBattery-0 (id=1234567)\t62%; discharging; 2:41 remaining present: true'],
    62,
    false,
  ),
  battery(BATTSTAT, ["Now drawing from 'Battery Power'", ' -InternalBattery-0 \t71%; discharging; (no estimate) present: true'], 71, false),
  battery(BATTSTAT, ["Now drawing from 'AC Power'", ' -InternalBattery-0 \t83%; AC attached; not charging present: true'], 83, true),
  battery(BATTSTAT, ["Now drawing from 'AC Power'", ' -InternalBattery-0 \t97%; charging; 0:12 remaining present: true'], 97, true),
  // A desk machine has no second line.
  battery('github.com/liquidprompt/liquidprompt/pull/317', ["Now drawing from 'AC Power'"], null, true),
  ...[false, true].map((on) =>
    settings(
      'github.com/AppHouseKitchen/AlDente-Battery_Care_and_Monitoring/issues/603',
      [
        ' SleepDisabled\t\t0',
        'Currently in use:',
        ' standby              1',
        ' Sleep On Power Button 1',
        ' powernap             1',
        ' sleep                1 (sleep prevented by sharingd)',
        ` lowpowermode         ${on ? 1 : 0}`,
        ' womp                 1',
      ],
      on,
    ),
  ),
  // Told there in words: machines with several modes say `powermode`, 1 being the sparing one and 2 the fast one. The form is that of the other lines.
  ...[0, 1, 2].map((mode) => settings(MODE_BY_NUMBER, ['Currently in use:', ` powermode            ${mode}`], mode === 1)),
  // An older system has no such mode.
  settings(
    'real-world-systems.com/docs/pmset.1.html',
    ['Currently in use:', ' lidwake              1', ' powernap             1', ' tcpkeepalive         1'],
    null,
  ),
  link(LAPTOP_SHOWN, LAPTOP, 'en0', 'wifi'),
  link(LAPTOP_SHOWN, LAPTOP, 'en5', 'cellular'),
  link(LAPTOP_SHOWN, LAPTOP, 'en3', 'cellular'),
  link(LAPTOP_SHOWN, LAPTOP, 'bridge0', 'wired'),
  // The way out leads through a tunnel, of which nobody knows what is below it.
  link(LAPTOP_SHOWN, LAPTOP, 'utun3', null),
  link(ADAPTERS_SHOWN, ADAPTERS, 'en8', 'wired'),
  link(ADAPTERS_SHOWN, ADAPTERS, 'en4', 'wired'),
  link(STICK_SHOWN, STICK, 'en0', 'wired'),
  link(STICK_SHOWN, STICK, 'en1', 'wifi'),
  link(STICK_SHOWN, STICK, 'en5', 'cellular'),
];
