import { message, momentWords, retell, say, sizeWords, UNLIMITED, type Check } from '@rollcall/protocol';
import { fromAfar } from '../history/index.ts';
import { isAway, type CheckFacts, type Sighting } from './facts.ts';
import type { ServiceFact } from './service.ts';

/** What a check could be answered from: what was seen, in words, and what could not be. */
export interface Looked {
  readonly seen: readonly string[];
  readonly cannotSee: readonly string[];
}

/** A thing that bears on a check: what it is called, and what was seen of it. */
type Thing = { readonly name: string; readonly seen: string } | { readonly name: string; readonly unseen: string };

const NOT_TOLD = message('it was not told');

/** What can be seen for one check. The planner's own word counts for each: a device that tells its reasons was seen. */
export function lookedAt(check: Check, facts: CheckFacts): Looked {
  const { afar } = facts;
  const things = thingsOf(check, facts);
  const blind = 'unseen' in facts.reasons ? [say('how its photos stand: {unseen}', { unseen: retell(facts.reasons.unseen) })] : [];
  return {
    seen: things.flatMap((thing) => ('seen' in thing ? [afar === null ? thing.seen : fromAfar(thing.seen, afar)] : [])),
    cannotSee: [...blind, ...things.flatMap((thing) => ('unseen' in thing ? [`${thing.name}: ${retell(thing.unseen)}`] : []))],
  };
}

function thingsOf(check: Check, facts: CheckFacts): Thing[] {
  const { readings } = facts;
  switch (check) {
    case 1:
      return [
        thing(say('the account'), facts.account, ({ email, server }) => say('signed in as {email} at {server}', { email, server })),
        facts.policy === null
          ? { name: say('its settings'), unseen: NOT_TOLD }
          : { name: say('its settings'), seen: facts.policy.sync ? say('sync is on') : say('sync is off') },
      ];
    case 2:
      return [
        thing(say('the link'), readings.link, (link) => say(LINKS[link])),
        thing(say('whether the link is metered'), readings.metered, (metered) => (metered ? say('metered') : say('not metered'))),
        thing(say('whether the server answers'), readings.server, (answers) =>
          answers ? say('the server answers') : say('the server does not answer'),
        ),
        ...(readings['round-trip'] && 'is' in readings['round-trip']
          ? [
              thing('', readings['round-trip'], (milliseconds) =>
                say('an answer takes {milliseconds} ms', { milliseconds: String(milliseconds) }),
              ),
            ]
          : []),
        thing(say('when it and the cloud last spoke'), facts.heard, (heard) =>
          say('it and the cloud last spoke at {heard}', { heard: momentWords(heard) }),
        ),
      ];
    case 3:
      return [
        thing(say('the room in the cloud'), facts.quota, ({ used, quota }) =>
          quota >= UNLIMITED
            ? say('no limit in the cloud')
            : say('{used} of {quota} free in the cloud', { used: sizeWords(Math.max(0, quota - used)), quota: sizeWords(quota) }),
        ),
      ];
    case 4:
      return [
        thing(say('the room on its disk'), readings['free-space'], (free) => say('{free} free on its disk', { free: sizeWords(free) })),
      ];
    case 5:
      return [
        isAway(facts)
          ? { name: say('whether Rollcall runs there'), unseen: say('it is not connected') }
          : thing(say('whether Rollcall runs there'), facts.agent, (state) => say(AGENTS[state])),
        // Elsewhere nobody sees it, and nobody misses it.
        ...(facts.afar === null ? [thing(say('whether a service runs it'), facts.service, serviceWords)] : []),
        thing(say('when it was last heard of'), facts.heard, (heard) => say('last heard of at {heard}', { heard: momentWords(heard) })),
      ];
    case 6:
      return [
        thing(say('the versions'), facts.versions, ({ device, server, deviceProtocol, serverProtocol, serverTakes }) =>
          say('here {device}, the server {server}, which takes protocol {oldest} and newer', {
            device: versionWords(device, deviceProtocol),
            server: versionWords(server, serverProtocol),
            oldest: String(serverTakes),
          }),
        ),
      ];
    case 7:
      return [
        thing(say('whether it has power'), readings.charging, (charging) =>
          charging ? say('it has power') : say('it runs on its battery'),
        ),
        thing(say('the battery'), readings.battery, (percent) => say('battery at {percent} %', { percent: String(percent) })),
        thing(say('low-power mode'), readings['low-power'], (on) => (on ? say('low-power mode is on') : say('low-power mode is off'))),
        // A system that is hot slows all down, and says so to nobody.
        { name: say('how hot it is'), unseen: say('no system tells Rollcall, and it never waits for that') },
      ];
    default:
      return check satisfies never;
  }
}

const LINKS = { none: message('no link'), wifi: message('Wi-Fi'), wired: message('a cable'), cellular: message('mobile data') } as const;
const AGENTS = {
  running: message('Rollcall runs here'),
  stopped: message('Rollcall does not run just now'),
  ended: message('Rollcall ended without stopping'),
  stuck: message('Rollcall runs, and shows no sign of life'),
  away: message('it is not connected'),
} as const;

function serviceWords(service: ServiceFact | 'none'): string {
  if (service === 'none') return say('no service starts it: it runs while somebody has it run');
  return service.atBoot
    ? say('the service {unit} starts it', { unit: service.unit })
    : say('the service {unit} runs it, and does not start by itself', { unit: service.unit });
}

/** `0.1.0 (protocol 2)`, as far as it is known. */
function versionWords(version: string, protocol: number | null): string {
  return protocol === null ? version : say('{version} (protocol {protocol})', { version, protocol: String(protocol) });
}

function thing<T>(name: string, sighting: Sighting<T> | undefined, words: (is: T) => string): Thing {
  if (sighting === undefined) return { name, unseen: NOT_TOLD };
  if ('unseen' in sighting) return { name, unseen: sighting.unseen };
  return { name, seen: words(sighting.is) + (sighting.source === 'simulated' ? ` (${say('simulated')})` : '') };
}
