import { assetName, sidecarMime, type RemoteAsset } from '@rollcall/core';
import { mintId, say, type Change, type NewResource } from '@rollcall/protocol';
import { attached, fillable, lackingParts, newThing, unsaid, type Standing } from '../changes.ts';
import type { FoundFile, ReadMedia, Thing } from '../found.ts';
import type { Platform } from '../platform.ts';
import type { Sources } from '../sources.ts';
import { apartChanges } from '../rollcall-export/apart.ts';
import { partsToCome, type PartsToCome } from './alone.ts';
import type { ByteBringer } from './bring-bytes.ts';
import type { Cloud, Heard } from './cloud.ts';
import { hashOf } from './hash.ts';
import { outcomeOf, type Entered, type Outcome } from './outcome.ts';
import { FileFailed } from './stopped.ts';

/** So many files beside photos are brought at once: each is small. */
const AT_ONCE = 32;
/** What the cloud lost between coming and being named is brought again, once. */
const TRIES = 2;

/** Puts things into the library: their parts, then the changes that make them photos. What one batch brought, the next ones know. */
export class Entering {
  readonly #cloud: Cloud;
  readonly #sources: Sources;
  readonly #bringer: ByteBringer;
  readonly #platform: Platform;
  /** Photos of this import by the bytes of their originals. */
  readonly #entered = new Map<string, string>();

  constructor(cloud: Cloud, sources: Sources, bringer: ByteBringer, platform: Platform) {
    this.#cloud = cloud;
    this.#sources = sources;
    this.#bringer = bringer;
    this.#platform = platform;
  }

  /** Whether the cloud has yet to get these bytes: not those of a photo that is there, nor what somebody deleted from the library. */
  isWanted(hash: string): boolean {
    return standingOf(this.#cloud, hash).is === 'new';
  }

  async enter(things: readonly Thing[], reads: ReadonlyMap<number, ReadMedia>): Promise<Map<Thing, Outcome>> {
    const outcomes = new Map<Thing, Outcome>();
    let open = things;
    for (let tries = 0; tries < TRIES && open.length > 0; tries += 1) open = await this.#attempt(open, reads, outcomes);
    for (const thing of open)
      outcomes.set(thing, { is: 'failed', words: say('The cloud lost its bytes before it was added; another import brings them.') });
    return outcomes;
  }

  /** Gives those of which the cloud has lost bytes. */
  async #attempt(things: readonly Thing[], reads: ReadonlyMap<number, ReadMedia>, outcomes: Map<Thing, Outcome>): Promise<Thing[]> {
    const entered: Entered[] = [];
    const queue = [...things];
    const prepared = new Map<Thing, Entered['resources']>();
    const one = async (): Promise<void> => {
      for (let thing = queue.shift(); thing !== undefined; thing = queue.shift()) {
        const original = reads.get(thing.parts[0].file.key)!;
        const standing = standingOf(this.#cloud, original.hash);
        if (standing.is === 'deleted') {
          outcomes.set(thing, { is: 'deleted-before' });
          continue;
        }
        try {
          prepared.set(thing, await this.#bringParts(thing, reads, standing));
        } catch (error) {
          if (!(error instanceof FileFailed)) throw error;
          outcomes.set(thing, { is: 'failed', words: error.message });
        }
      }
    };
    await Promise.all(Array.from({ length: AT_ONCE }, one));
    const originals = new Set([...prepared.values()].map(([first]) => first!.resource.hash));
    for (const thing of things) {
      const resources = prepared.get(thing);
      if (resources !== undefined) entered.push(await this.#planned(thing, resources, originals));
    }
    const changes = entered.flatMap((each) => each.changes);
    const results = await this.#cloud.carry(changes);
    const lost: Thing[] = [];
    let at = 0;
    for (const each of entered) {
      const its = results.slice(at, at + each.changes.length);
      at += each.changes.length;
      const outcome = outcomeOf(each, its, this.#cloud);
      if (outcome !== 'lost') outcomes.set(each.thing, outcome);
      else {
        for (const { resource } of each.resources) this.#bringer.forget(resource.hash);
        this.#entered.delete(each.resources[0]!.resource.hash);
        lost.push(each.thing);
      }
    }
    return lost;
  }

  async #bringParts(thing: Thing, reads: ReadonlyMap<number, ReadMedia>, standing: Standing): Promise<Entered['resources']> {
    const there = new Set(standing.is === 'here' ? standing.remote.resources.map(({ hash }) => hash) : []);
    const resources: { resource: NewResource; file: FoundFile }[] = [];
    for (const { file, role, told, name } of thing.parts) {
      const read = reads.get(file.key);
      const what =
        read === undefined
          ? { hash: await hashOf(this.#sources, file, this.#platform), size: file.size, mime: sidecarMime(file.path) }
          : { hash: read.hash, size: file.size, mime: read.mime };
      if (told !== undefined && told.hash !== what.hash) throw new FileFailed(`${file.path} was changed since it was exported.`);
      if (!there.has(what.hash)) await this.#bringer.bring(file, what);
      const fileName = assetName(name ?? file.path.slice(file.path.lastIndexOf('/') + 1));
      const modifiedAt = file.mtimeMs === null ? null : Math.round(file.mtimeMs);
      resources.push({
        file,
        resource: {
          role,
          ...what,
          fileName: role === 'original' && fileName === thing.fields.fileName ? null : fileName,
          modifiedAt,
          ...told,
        },
      });
    }
    return resources;
  }

  /** @param originals of what is entered with it */
  async #planned(thing: Thing, resources: Entered['resources'], originals: ReadonlySet<string>): Promise<Entered> {
    const cloud = this.#cloud;
    const named = resources.map(({ resource }) => resource);
    const [original] = named as [NewResource];
    const toCome = (parts: readonly NewResource[], assetId: string, remote: RemoteAsset | null): PartsToCome => {
      const isOwn = (hash: string): boolean => originals.has(hash) || this.#entered.has(hash);
      return partsToCome(parts, { assetId, remote, original, kind: thing.kind, isOwn }, cloud);
    };
    const before = this.#entered.get(original.hash);
    const remote = before === undefined ? null : cloud.remote(cloud.resolve(before));
    if (before !== undefined && remote === null) {
      // It came a moment ago, in the same batch: its other parts may be here.
      const others = named.filter(({ role }) => role !== 'original');
      return { thing, resources, standing: { is: 'of-this-import', assetId: before }, assetId: before, changes: attached(before, others) };
    }
    const standing: Standing = remote === null ? standingOf(this.#cloud, original.hash) : { is: 'here', remote };
    if (standing.is !== 'here') {
      const assetId = freshId();
      this.#entered.set(original.hash, assetId);
      // What goes to the trash, or comes as it was exported, comes with all that it has.
      const isWhole = thing.trashed || thing.exported !== undefined;
      const { added, joins } = isWhole ? { added: named, joins: [] } : toCome(named, assetId, null);
      // Only what is a photo of its own already can be taken apart without making another.
      const apart = (thing.exported?.apart ?? []).filter(
        ({ part }) => this.#entered.has(part.hash) || this.#cloud.match(part.hash) !== null,
      );
      const changes = [...newThing(thing, added, assetId), ...joins, ...apartChanges(assetId, apart, apart.map(freshId))];
      return { thing, resources, standing, assetId, changes };
    }
    const { asset } = standing.remote;
    this.#entered.set(original.hash, asset.id);
    const { added, joins } = toCome(lackingParts(standing.remote, named), asset.id, standing.remote);
    const changes = [...attached(asset.id, added), ...(await this.#filling(thing, standing)), ...joins];
    return { thing, resources, standing, assetId: asset.id, changes };
  }

  /** What nobody has said anything of is told now; where it cannot be asked who said what, nothing is. */
  async #filling(thing: Thing, { remote }: Extract<Standing, { is: 'here' }>): Promise<Change[]> {
    const { asset } = remote;
    const fill = fillable(asset, thing.told);
    if (Object.keys(fill).length === 0) return [];
    const history = await this.#cloud.historyOf(asset.id);
    if (history === null) return [];
    const fields = unsaid(fill, history);
    return Object.keys(fields).length === 0 ? [] : [{ name: 'asset.set', args: { assetId: asset.id, fields } }];
  }
}

function freshId(): string {
  return mintId(Date.now(), crypto.getRandomValues(new Uint8Array(10)));
}

/** What the library has of an original, as was heard last. */
export function standingOf(cloud: Heard, hash: string): Standing {
  const remote = cloud.match(hash);
  if (remote !== null) return remote.asset.state === 'live' ? { is: 'here', remote } : { is: 'deleted' };
  return cloud.purgedBefore(hash) ? { is: 'deleted' } : { is: 'new' };
}
