import type { BatchPlan } from '../batches.ts';
import type { FoundFile, Left, LeftWhy, Thing } from '../found.ts';
import type { Proof } from '../proof/proof.ts';
import { missingParts } from '../parts.ts';
import type { Sources } from '../sources.ts';
import type { Survey } from '../survey.ts';
import { addToAlbums, type Placed } from './into-albums.ts';
import { addToShelves, type OnShelf } from './into-shelves.ts';
import type { Outcome } from './outcome.ts';
import type { Claim } from './verify.ts';

const UNDATED: ReadonlySet<string> = new Set(['file-time', 'unknown']);

type Sums = { -readonly [K in keyof Proof['things']]: number };

/** Counts what an import finds and does, for its proof. */
export class Tally {
  readonly claims: Claim[] = [];
  readonly albums = new Map<string, Placed[]>();
  /** Photos of exports of Rollcall: what they are called there, and here. */
  readonly exported = new Map<string, string>();
  readonly shelved = new Map<string, OnShelf[]>();
  readonly #sources: Sources;
  readonly #surveyed: Survey;
  readonly #begunAt = new Date().toISOString();
  readonly #left: Left[];
  readonly #failed: Proof['failed'][number][] = [];
  readonly #withoutData: string[] = [];
  readonly #otherDates: string[] = [];
  readonly #disagree: string[] = [];
  readonly #told = { all: 0, matched: 0 };
  readonly #lines = { lines: 0, found: 0 };
  readonly #files = { media: 0, bytes: 0, fresh: 0, freshBytes: 0 };
  /** Things of this import, each once: a photo may lie in several folders. */
  readonly #seen = new Map<string, { readonly is: Outcome['is'] | 'look' }>();
  #agree = 0;
  readonly #things: Sums = {
    all: 0,
    added: 0,
    alreadyThere: 0,
    deletedBefore: 0,
    failed: 0,
    livePhotos: 0,
    withRaw: 0,
    edited: 0,
    favourites: 0,
    hidden: 0,
    trashed: 0,
    leftInTrash: 0,
    undated: 0,
  };

  constructor(sources: Sources, surveyed: Survey) {
    this.#sources = sources;
    this.#surveyed = surveyed;
    this.#left = [...surveyed.left];
  }

  media({ size }: FoundFile): void {
    this.#files.media += 1;
    this.#files.bytes += size;
  }

  leftOut(file: FoundFile, why: LeftWhy): void {
    this.#left.push({ path: this.#sources.nameOf(file), why });
  }

  failed(file: FoundFile, words: string): void {
    this.#failed.push({ path: this.#sources.nameOf(file), words });
  }

  planned({ left, withoutData, told, checksums, otherDates, albumLines }: BatchPlan): void {
    this.#left.push(...left);
    this.#withoutData.push(...withoutData);
    this.#otherDates.push(...otherDates);
    this.#disagree.push(...checksums.disagree);
    this.#agree += checksums.agree;
    this.#told.all += told.all;
    this.#told.matched += told.matched;
    this.#lines.lines += albumLines.all;
    this.#lines.found += albumLines.found;
  }

  leftInTrash(): void {
    this.#things.all += 1;
    this.#things.leftInTrash += 1;
  }

  /** @param hash of its original */
  ended(thing: Thing, hash: string, outcome: Outcome): void {
    switch (outcome.is) {
      case 'added':
      case 'already-there':
        this.#files.fresh += outcome.fresh;
        this.#files.freshBytes += outcome.freshBytes;
        this.claims.push(...outcome.lines.map((line) => ({ ...line, assetId: outcome.assetId })));
        if (thing.exported !== undefined) this.exported.set(thing.exported.id, outcome.assetId);
        addToAlbums(this.albums, thing.albums, { assetId: outcome.assetId, capturedAt: thing.fields.capturedAt });
        addToShelves(this.shelved, thing, outcome.assetId);
        break;
      case 'failed':
        this.failed(thing.parts[0].file, outcome.words);
        break;
      case 'deleted-before':
        break;
      default:
        outcome satisfies never;
    }
    if (this.#seen.has(hash)) return;
    this.#seen.set(hash, outcome);
    this.#describe(thing);
    const key = { added: 'added', 'already-there': 'alreadyThere', 'deleted-before': 'deletedBefore', failed: 'failed' } as const;
    this.#things[key[outcome.is]] += 1;
  }

  /** As `ended`, of what was only looked at. @param fresh the library has nothing of it @param bytes of all parts that the library lacks */
  looked(
    thing: Thing,
    hash: string,
    standing: 'new' | 'here' | 'deleted',
    lacks: { readonly files: number; readonly bytes: number },
  ): void {
    addToAlbums(this.albums, thing.albums, { assetId: hash, capturedAt: thing.fields.capturedAt });
    addToShelves(this.shelved, thing, hash);
    this.#files.fresh += lacks.files;
    this.#files.freshBytes += lacks.bytes;
    if (this.#seen.has(hash)) return;
    this.#seen.set(hash, { is: 'look' });
    this.#describe(thing);
    this.#things[standing === 'new' ? 'added' : standing === 'here' ? 'alreadyThere' : 'deletedBefore'] += 1;
  }

  /** Albums into which photos come. */
  get albumCount(): number {
    return this.albums.size + this.shelved.size;
  }

  get freshBytes(): number {
    return this.#files.freshBytes;
  }

  proof(
    end: Pick<Proof, 'dryRun' | 'folder' | 'complete' | 'importedAt' | 'stopped' | 'verified' | 'room'> & {
      readonly albums: Pick<Proof['albums'], 'all' | 'placed' | 'deleted'>;
    },
  ): Proof {
    const { all } = this.#sources;
    return {
      version: 1,
      ...end,
      begunAt: this.#begunAt,
      endedAt: new Date().toISOString(),
      sources: all.map(({ label, kind, files }, at) => ({ name: label, kind, origin: this.#surveyed.originOf(at), files: files.length })),
      missingParts: missingParts(this.#sources.all),
      files: { ...this.#files, found: all.reduce((sum, { files }) => sum + files.length, 0) },
      told: this.#told,
      things: this.#things,
      albums: { ...this.#lines, ...end.albums },
      checksums: { agree: this.#agree, disagree: this.#disagree },
      withoutData: this.#withoutData,
      otherDates: this.#otherDates,
      left: this.#left,
      failed: this.#failed,
    };
  }

  #describe({ parts, fields, trashed }: Thing): void {
    const roles = new Set(parts.map(({ role }) => role));
    const sums = this.#things;
    sums.all += 1;
    sums.livePhotos += roles.has('live-video') ? 1 : 0;
    sums.withRaw += roles.has('raw') ? 1 : 0;
    sums.edited += roles.has('edited') ? 1 : 0;
    sums.favourites += fields.favourite ? 1 : 0;
    sums.hidden += fields.hidden ? 1 : 0;
    sums.trashed += trashed ? 1 : 0;
    sums.undated += UNDATED.has(fields.capturedSource) ? 1 : 0;
  }
}
