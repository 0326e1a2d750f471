import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { AskSystem } from './ask-system.ts';
import { Mac } from './mac.ts';
import { parseOverride, withOverrides, type Overrides } from './overrides.ts';
import { FACT_NAMES, unseen, type Facts, type Link, type Probe } from './probe.ts';
import { MAC_ANSWERS } from './testing/mac-answers.ts';
import { probeContract, type Stage } from './testing/probe.contract.ts';
import { WINDOWS_ANSWERS } from './testing/windows-answers.ts';
import { readWindows, Windows } from './windows.ts';

// No machine with macOS or Windows has run these. Of macOS, `MAC_ANSWERS` have the lines of answers that are shown publicly, each with where;
// those below, of a world that changes, are made up in the same form. Of Windows the answer about what a link costs is shown publicly
// (`WINDOWS_ANSWERS`); what else it prints is made up, with the names that the pages beside it give.

type World = Partial<Omit<Facts, 'battery'>> & { readonly battery?: number | null };

probeContract('macOS', () => Promise.resolve(staged((ask) => new Mac(ask), askMac, ['metered', 'roaming', 'portal'])));
probeContract('Windows', () => Promise.resolve(staged((ask) => new Windows(ask), askWindows, [])));
probeContract('what is simulated', () => Promise.resolve(simulatedStage()));

function staged(
  open: (ask: AskSystem) => Probe,
  answer: (world: World, program: string, args: readonly string[]) => string | null,
  cannot: (keyof Facts)[],
): Stage {
  let world: World | null = {};
  return {
    probe: open((program, args) => Promise.resolve(world === null ? null : answer(world, program, args))),
    show: (facts) => {
      world = { ...world, ...(facts as World) };
      return Promise.resolve();
    },
    fallSilent: () => {
      world = null;
      return Promise.resolve();
    },
    cannot: new Set(cannot),
    tells: false,
    close: () => Promise.resolve(),
  };
}

/** networksetup(8), -listallhardwareports: a block for each port. An answer of a Mac is shown at superuser.com/questions/267660. */
const PORTS = `
Hardware Port: Ethernet
Device: en0
Ethernet Address: 02:00:5e:10:00:01

Hardware Port: Wi-Fi
Device: en1
Ethernet Address: 02:00:5e:10:00:02

Hardware Port: iPhone USB
Device: en7
Ethernet Address: 02:00:5e:10:00:03

VLAN Configurations
===================
`;
const DEVICES: Record<Exclude<Link, 'none'>, string> = { wired: 'en0', wifi: 'en1', cellular: 'en7' };

function askMac(world: World, program: string, args: readonly string[]): string | null {
  const { link = 'wifi', battery = 80, charging = true } = world;
  switch (`${program} ${args.join(' ')}`) {
    // pmset(1), GETTING, -g batt (or ps): from where power is drawn, and a line for each battery with its charge and state.
    case '/usr/bin/pmset -g batt': {
      const from = `Now drawing from '${charging ? 'AC' : 'Battery'} Power'\n`;
      const state = charging ? 'charging; 1:02 remaining' : 'discharging; 4:31 remaining';
      return battery === null ? from : `${from} -InternalBattery-0 (id=1234567)\t${battery}%; ${state} present: true\n`;
    }
    // pmset(1), -g: the settings that are in use; SETTINGS names lowpowermode.
    case '/usr/bin/pmset -g':
      return `System-wide power settings:\nCurrently in use:\n standby              1\n lowpowermode         ${world['low-power'] ? 1 : 0}\n womp                 1\n`;
    // route(8), get: looks up the route to a destination, and names its interface.
    case '/sbin/route -n get default':
      // Its own words for a route that is not there, and it fails.
      return link === 'none'
        ? null
        : `   route to: default\ndestination: default\n       mask: default\n    gateway: 192.0.2.1\n  interface: ${DEVICES[link]}\n      flags: <UP,GATEWAY,DONE,STATIC>\n`;
    case '/usr/sbin/networksetup -listallhardwareports':
      return PORTS;
    default:
      throw new Error(`nobody asks ${program} ${args.join(' ')}`);
  }
}

/** learn.microsoft.com/uwp/api/windows.networking.connectivity.networkadapter.ianainterfacetype; 243 is wwanPP in IANA’s ianaiftype-mib. */
const INTERFACES: Record<Link, string> = { none: 'none', wired: '6', wifi: '71', cellular: '243' };

/**
 * A line for each property that our own script prints, with the names of the enumerations at learn.microsoft.com/uwp/api:
 * windows.networking.connectivity (networkconnectivitylevel, networkcosttype, connectioncost) and windows.system.power (powersupplystatus,
 * batterystatus, energysaverstatus; powermanager for the charge in percent).
 */
function askWindows(world: World): string {
  const { link = 'wifi', battery = 80, charging = true } = world;
  const lines = [
    `InterfaceType=${INTERFACES[link]}`,
    ...(link === 'none'
      ? []
      : [
          `Level=${world.portal ? 'ConstrainedInternetAccess' : 'InternetAccess'}`,
          // As in `WINDOWS_ANSWERS`.
          '',
          `NetworkCostType               : ${world.metered ? 'Fixed' : 'Unrestricted'}`,
          `Roaming                       : ${world.roaming ? 'True' : 'False'}`,
          '',
        ]),
    `PowerSupplyStatus=${charging ? 'Adequate' : 'NotPresent'}`,
    `BatteryStatus=${battery === null ? 'NotPresent' : charging ? 'Charging' : 'Discharging'}`,
    `RemainingChargePercent=${battery ?? 0}`,
    `EnergySaverStatus=${world['low-power'] ? 'On' : 'Off'}`,
  ];
  return `${lines.join('\r\n')}\r\n`;
}

function simulatedStage(): Stage {
  let overrides: Overrides = {};
  return {
    probe: {
      look: () => Promise.resolve(withOverrides(unseen('this machine has no battery'), overrides)),
      watch: () => undefined,
      close: () => undefined,
    },
    show: (facts) => {
      const { battery, ...others } = facts as World;
      const said = Object.entries({ ...others, ...(battery === null ? {} : { battery }) }).map(([name, is]) => [name, { is, since: 1 }]);
      const before = battery === null ? { ...overrides, battery: undefined } : overrides;
      overrides = Object.fromEntries(
        Object.entries({ ...before, ...(Object.fromEntries(said) as object) }).filter(([, value]) => value !== undefined),
      );
      return Promise.resolve();
    },
    fallSilent: () => {
      overrides = {};
      return Promise.resolve();
    },
    cannot: new Set(),
    tells: false,
    close: () => Promise.resolve(),
  };
}

for (const { shownAt, answers, seen } of MAC_ANSWERS)
  test(`CN-1: what a Mac answered, as it is shown at ${shownAt}, is seen as ${JSON.stringify(seen)}`, async () => {
    const mac = new Mac((program, args) => Promise.resolve(answers[`${program} ${args.join(' ')}`] ?? null));
    const found = await mac.look();
    for (const fact of FACT_NAMES) {
      const finding = found[fact];
      assert.equal('unseen' in finding ? null : finding.is, seen[fact] ?? null, fact);
    }
  });

for (const { shownAt, answer, seen } of WINDOWS_ANSWERS)
  test(`CN-1: what Windows answered, as it is shown at ${shownAt}, is seen as ${JSON.stringify(seen)}`, () => {
    // As its shell ends lines.
    const found = readWindows(answer.replaceAll('\n', '\r\n'));
    for (const fact of FACT_NAMES) {
      const finding = found[fact];
      assert.equal('unseen' in finding ? undefined : finding.is, seen[fact], fact);
    }
  });

test('CN-1: of what Windows leaves empty nothing is taken for it', () => {
  const found = readWindows(
    'InterfaceType=\r\nLevel=InternetAccess\r\nNetworkCostType               : \r\nRoaming                       : True\r\n',
  );
  assert.deepEqual([found.link, found.metered], [{ unseen: 'Windows does not tell' }, { unseen: 'Windows does not tell' }]);
  assert.deepEqual(
    [found.portal, found.roaming].map((finding) => 'is' in finding && finding.is),
    [false, true],
  );
});

test('CN-8: what is simulated is taken by its name and value, and anything else is refused in words', () => {
  assert.deepEqual(parseOverride('link=cellular'), { ok: true, name: 'link', is: 'cellular' });
  assert.deepEqual(parseOverride('metered=yes'), { ok: true, name: 'metered', is: true });
  assert.deepEqual(parseOverride('charging=no'), { ok: true, name: 'charging', is: false });
  assert.deepEqual(parseOverride('battery=15%'), { ok: true, name: 'battery', is: 15 });
  assert.deepEqual(parseOverride('free-space=10MB'), { ok: true, name: 'free-space', is: 10_000_000 });
  for (const wrong of [
    'link',
    '=',
    'link=fast',
    'battery=101',
    'battery=-1',
    'metered=perhaps',
    'free-space=much',
    'moon=full',
    '__proto__=1',
  ])
    assert.ok(!parseOverride(wrong).ok, wrong);
});
