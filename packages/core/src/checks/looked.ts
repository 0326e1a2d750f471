import { momentWords, sizeWords, UNLIMITED, type Check } from '@rollcall/protocol';
import { fromAfar } from '../history/index.ts';
import { isAway, type CheckFacts, type Sighting } from './facts.ts';

/** What a check could be answered from: what was seen, in words, and what could not be. */
export interface Looked {
  readonly seen: readonly string[];
  readonly cannotSee: readonly string[];
}

/** A thing that bears on a check: what it is called, and what was seen of it. */
type Thing = { readonly name: string; readonly seen: string } | { readonly name: string; readonly unseen: string };

const NOT_TOLD = 'it was not told';

/** What can be seen for one check. The planner's own word counts for each: a device that tells its reasons was seen. */
export function lookedAt(check: Check, facts: CheckFacts): Looked {
  const { afar } = facts;
  const things = thingsOf(check, facts);
  const blind = 'unseen' in facts.reasons ? [`how its photos stand: ${facts.reasons.unseen}`] : [];
  return {
    seen: things.flatMap((thing) => ('seen' in thing ? [afar === null ? thing.seen : fromAfar(thing.seen, afar)] : [])),
    cannotSee: [...blind, ...things.flatMap((thing) => ('unseen' in thing ? [`${thing.name}: ${thing.unseen}`] : []))],
  };
}

function thingsOf(check: Check, facts: CheckFacts): Thing[] {
  const { readings } = facts;
  switch (check) {
    case 1:
      return [
        thing('the account', facts.account, ({ email, server }) => `signed in as ${email} at ${server}`),
        facts.policy === null
          ? { name: 'its settings', unseen: NOT_TOLD }
          : { name: 'its settings', seen: `sync is ${facts.policy.sync ? 'on' : 'off'}` },
      ];
    case 2:
      return [
        thing('the link', readings.link, (link) => LINKS[link]),
        thing('whether the link is metered', readings.metered, (metered) => (metered ? 'metered' : 'not metered')),
        thing('whether the server answers', readings.server, (answers) => (answers ? 'the server answers' : 'the server does not answer')),
        ...(readings['round-trip'] && 'is' in readings['round-trip']
          ? [thing('', readings['round-trip'], (milliseconds) => `an answer takes ${milliseconds} ms`)]
          : []),
        thing('when it and the cloud last spoke', facts.heard, (heard) => `it and the cloud last spoke at ${momentWords(heard)}`),
      ];
    case 3:
      return [
        thing('the room in the cloud', facts.quota, ({ used, quota }) =>
          quota >= UNLIMITED ? 'no limit in the cloud' : `${sizeWords(Math.max(0, quota - used))} of ${sizeWords(quota)} free in the cloud`,
        ),
      ];
    case 4:
      return [thing('the room on its disk', readings['free-space'], (free) => `${sizeWords(free)} free on its disk`)];
    case 5:
      return [
        isAway(facts)
          ? { name: 'whether Rollcall runs there', unseen: 'it is not connected' }
          : thing('whether Rollcall runs there', facts.agent, (state) => AGENTS[state]),
        thing('when it was last heard of', facts.heard, (heard) => `last heard of at ${momentWords(heard)}`),
      ];
    case 6:
      return [
        thing(
          'the versions',
          facts.versions,
          ({ device, server, deviceProtocol, serverProtocol }) =>
            `here ${device}${deviceProtocol === null ? '' : ` (protocol ${deviceProtocol})`}, the server ${server} (protocol ${serverProtocol})`,
        ),
      ];
    case 7:
      return [
        thing('whether it has power', readings.charging, (charging) => (charging ? 'it has power' : 'it runs on its battery')),
        thing('the battery', readings.battery, (percent) => `battery at ${percent} %`),
        thing('low-power mode', readings['low-power'], (on) => (on ? 'low-power mode is on' : 'low-power mode is off')),
        // A system that is hot slows all down, and says so to nobody.
        { name: 'how hot it is', unseen: 'no system tells Rollcall, and it never waits for that' },
      ];
    default:
      return check satisfies never;
  }
}

const LINKS = { none: 'no link', wifi: 'Wi-Fi', wired: 'a cable', cellular: 'mobile data' } as const;
const AGENTS = {
  running: 'Rollcall runs there',
  stopped: 'Rollcall does not run just now',
  ended: 'Rollcall ended without stopping',
  stuck: 'Rollcall runs, and shows no sign of life',
  away: 'it is not connected',
} as const;

function thing<T>(name: string, sighting: Sighting<T> | undefined, words: (is: T) => string): Thing {
  if (sighting === undefined) return { name, unseen: NOT_TOLD };
  if ('unseen' in sighting) return { name, unseen: sighting.unseen };
  return { name, seen: words(sighting.is) + (sighting.source === 'simulated' ? ' (simulated)' : '') };
}
