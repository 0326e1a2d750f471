import { LIMITS } from '@rollcall/protocol';
import { doFault, endFaults, letTimePass } from '../faults/faults.ts';
import { atRest, CHECKS, checkStep } from '../invariants/index.ts';
import { closeFor } from '../people/closing.ts';
import { doDeed, fillFolder } from '../people/deeds.ts';
import { inTheMoment, onTheWay, slowReading } from '../people/moment.ts';
import type { Device } from '../device/device.ts';
import { DEEDS, FAULTS, ROOM_DEEDS, type Deed, type Fault, type Item, type Plan } from '../play/plan.ts';
import { World, wordsOf, type Violation } from '../play/world.ts';

export interface Outcome {
  readonly steps: number;
  readonly hash: string;
  readonly violation: Violation | null;
  /** How often originals gave way, and photos were fetched. */
  readonly evictions: number;
  readonly fetches: number;
  readonly story: readonly string[];
}

export interface RunOptions {
  /** False: nothing is told, which is faster. */
  readonly story: boolean;
  /** True: the story has every step. */
  readonly trace?: boolean;
  /** Told after each step, when all is checked. */
  readonly looking?: ((world: World) => void) | null;
}

/** Steps that a run may have while things happen to it, and to come to rest afterwards. */
const MOST_STEPS = 6000;
const MOST_QUIET_STEPS = 12_000;
/** In this time each device looks at its whole folder and asks the cloud, even if nobody tells it anything. */
const ALL_LOOKED_MS = 62_000;
/** The longest that it may take to come to rest, in the world's own time. */
const MOST_QUIET_MS = 6 * 3_600_000;

/** Runs one plan from its beginning to its rest. What throws on the way, wherever it is, is a promise broken like any other: *crash*. */
export function run(plan: Plan, { story, trace = false, looking = null }: RunOptions): Outcome {
  let world: World | null = null;
  try {
    world = new World(plan, CHECKS, story ? [] : null);
    world.tracing = trace;
    world.looking = looking;
    play(world);
  } catch (error) {
    const violation: Violation = { invariant: 'crash', words: `the run ends by itself: ${wordsOf(error)}` };
    if (world === null) return { steps: 0, hash: '', violation, evictions: 0, fetches: 0, story: [] };
    world.violate(violation.invariant, violation.words);
  }
  const { steps, digest, violation, touched, story: told } = world;
  const moved = { evictions: touched.evict, fetches: touched.replace + touched.place };
  return { steps, hash: digest.text, violation, ...moved, story: told ?? [] };
}

function play(world: World): void {
  begin(world);
  while (world.violation === null && world.steps < MOST_STEPS && world.toCome > 0) if (!step(world)) break;
  const end = world.timeline.now + 2000;
  while (world.violation === null && world.steps < MOST_STEPS && world.timeline.now < end) if (!step(world)) break;
  if (world.violation === null) quiet(world);
}

function begin(world: World): void {
  const { plan, timeline } = world;
  const { closes } = plan;
  if (closes) timeline.after(closes.at, 'somebody has a library closed', () => closeFor(world, closes.lasts));
  if (plan.busy === true) {
    world.laid = (device, path) => inTheMoment(world, device, path);
    world.queued = (device, change) => onTheWay(world, device, change);
    world.slower = (device, path) => slowReading(world, device, path);
  }
  for (const [at, planned] of plan.devices.entries()) {
    const device = world.devices[at];
    if (!device) continue;
    const chance = world.chance.fork(`folder ${at}`);
    fillFolder(world, device, planned.photos, chance);
    timeline.after(at === 0 ? 0 : chance.between(0, 20_000), `the ${device.name} is linked`, () => {
      world.link(device, planned.library);
      world.tell(`the ${device.name} is linked, with ${planned.photos} photos in its folder`);
      device.start();
      world.toCome -= 1;
    });
  }
  for (const item of plan.items) timeline.after(item.at, item.does, () => happen(world, item));
}

function happen(world: World, item: Item): void {
  if (world.quiet) return;
  world.toCome -= 1;
  if (isDeed(item)) doDeed(world, item);
  else if (isFault(item)) doFault(world, item);
}

const isDeed = (item: Item): item is Item & { readonly does: Deed } => ([...DEEDS, ...ROOM_DEEDS] as readonly string[]).includes(item.does);
const isFault = (item: Item): item is Item & { readonly does: Fault } => (FAULTS as readonly string[]).includes(item.does);

function step(world: World): boolean {
  const what = world.timeline.step();
  if (what === null) return false;
  world.steps += 1;
  world.digest.add(`${world.timeline.now} ${what}`);
  if (world.tracing) world.tell(`  · ${what}`);
  checkStep(world);
  world.looking?.(world);
  return true;
}

/** Nothing goes wrong any more, and nobody does anything: all must come to rest, and then all must be right. */
function quiet(world: World): void {
  world.witness.actor = 'fault';
  endFaults(world);
  world.witness.actor = 'machine';
  world.quiet = true;
  world.tell('from here on nothing goes wrong any more');
  const began = world.timeline.now;
  const limit = world.steps + MOST_QUIET_STEPS;
  let scrubbed = false;
  let aged = false;
  let since = began;
  while (world.violation === null) {
    // Everybody looks around and asks at least once, whatever they were told.
    if (world.timeline.now - since > ALL_LOOKED_MS && (!scrubbed || isAtRest(world))) {
      if (aged) break;
      since = world.timeline.now;
      if (scrubbed) {
        // A day later nothing is set aside any more for what nobody brings.
        aged = true;
        letTimePass(world, LIMITS.uploadIdle + 2 * 3_600_000);
        continue;
      }
      // At night the cloud looks for what its disk forgot, and the devices read everything again.
      scrubbed = true;
      night(world);
    }
    if (world.steps > limit || world.timeline.now - began > MOST_QUIET_MS + (aged ? LIMITS.uploadIdle + 2 * 3_600_000 : 0)) {
      world.violate('V1', `it does not come to rest: ${restless(world)}`);
      return;
    }
    if (!step(world)) break;
  }
  if (world.violation === null) atRest(world);
}

function isAtRest(world: World): boolean {
  return (
    !world.cloud.busy &&
    world.devices.every((device) => {
      const { agent } = device;
      if (device.store.identity() === null) return true;
      return agent !== null && agent.idle && agent.reached && agent.due.every((unit) => isHopeless(world, device, unit));
    })
  );
}

/** It is tried again for ever, for the only bytes that are left of it are damaged. */
function isHopeless(world: World, { store }: Device, unit: string): boolean {
  const file = unit.startsWith('f:') ? store.file(Number(unit.slice(2))) : null;
  const remote = store.remote(file?.assetId ?? unit.slice(2));
  const isLost = (hash: string): boolean => world.witness.isRotted(hash) && !world.isWithinReach(hash, store.identity()?.libraryId);
  return remote?.resources.some(({ hash, removed }) => !removed && isLost(hash)) ?? false;
}

function restless(world: World): string {
  return world.devices
    .map((device) => {
      const { agent } = device;
      const open =
        agent === null ? [] : [...agent.reasonsOpen()].map(([unit, reasons]) => `${unit} ${reasons.map(({ code }) => code).join('+')}`);
      return `${device.name}: ${agent === null ? 'not running' : agent.idle ? 'idle' : 'busy'}, ${agent?.reached === true ? 'reached' : 'not reached'}, next try ${agent?.nextTry ?? 'none'}, outbox ${device.store.outboxSize()}; ${open.join(', ')}`;
    })
    .join(' | ');
}

function night(world: World): void {
  world.cloud.beatNow();
  world.cloud.scrub();
  world.timeline.after(200, 'the cloud asks for what it lacks', () => {
    for (const device of world.devices) device.agent?.mendCloud();
  });
  for (const device of world.devices)
    for (const file of device.store.files()) if (file.hash !== null && file.missingSince === null) device.agent?.rehash(file);
}
