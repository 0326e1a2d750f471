import type { Device } from '../device/device.ts';
import { goodLink, type Link } from '../network/network.ts';
import type { Fault } from '../play/plan.ts';
import type { World } from '../play/world.ts';
import type { Chance } from '../world/chance.ts';

export type LinkFault = Extract<Fault, `link-${string}` | 'reply-lost' | 'requests-lost' | 'body-cut' | 'portal' | 'proxy'>;

/** Something goes wrong between a device and the cloud. */
export function linkFault(world: World, device: Device, chance: Chance, does: LinkFault, lasts: number): void {
  switch (does) {
    case 'link-down':
      return change(world, device, lasts, 'has no link', { online: false });
    case 'link-loses':
      return change(world, device, lasts, 'loses messages', { loseRequests: 0.3, loseReplies: 0.3 });
    case 'reply-lost':
      return change(world, device, Math.min(lasts, 6000), 'hears no answers', { loseReplies: 1 });
    case 'requests-lost':
      return change(world, device, Math.min(lasts, 20_000), 'hears, and is not heard', { loseRequests: 1 });
    case 'link-duplicates':
      return change(world, device, lasts, 'sends things twice', { duplicate: 0.5 });
    case 'link-reorders':
      return change(world, device, lasts, 'has a link on which messages overtake each other', {
        latency: 100,
        jitter: 3000,
        duplicate: 0.2,
      });
    case 'body-cut':
      return change(world, device, lasts, 'has connections that break in the middle', { cut: 0.6 });
    case 'portal':
      return change(world, device, lasts, 'is behind a portal', { portal: true });
    case 'proxy':
      return change(world, device, lasts, 'is behind a proxy', {
        proxy: { most: chance.pick([300_000, 1_000_000]), status: chance.pick([413, 502] as const) },
      });
    case 'link-flips':
      return flipLink(world, device, lasts);
    default:
      return does satisfies never;
  }
}

function change(world: World, device: Device, lasts: number, words: string, to: Partial<Link>): void {
  world.tell(`the ${device.name} ${words}`);
  Object.assign(device.link, to);
  world.timeline.after(lasts, `the link of the ${device.name} is good again`, () => void Object.assign(device.link, goodLink()));
}

/** In the middle of whatever runs the link is another one. */
export function flipLink(world: World, device: Device, lasts: number): void {
  world.tell(`the ${device.name} is on mobile data`);
  device.link.kind = 'mobile';
  device.agent?.surroundingsChanged();
  world.timeline.after(lasts, `the ${device.name} is on Wi-Fi`, () => {
    device.link.kind = 'wifi';
    device.agent?.surroundingsChanged();
  });
}
