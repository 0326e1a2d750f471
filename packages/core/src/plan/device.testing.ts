import type { AssetFields } from '@rollcall/protocol';
import { createOf, FIELDS, id, resource, type ModelLibrary } from '../library/model.testing.ts';
import { isKeptBeside } from './kept.ts';
import { judgeOverwrite } from './overwrite.ts';
import { hasBytes, lackingHere, partName, partOf, samePart } from './pair.ts';
import { planFile, planIncoming, type Action, type Plan } from './plan.ts';
import { shownResource, type Conditions, type LocalFile, type RemoteAsset } from './rows.ts';

const CALM: Conditions = { now: 1_000_000_000, server: [], folder: [] };

export interface Turn {
  readonly what: string;
  readonly plan: Plan;
  readonly run: (action: Action) => void;
}

/** A device in memory whose server answers at once: what it plans is done, so that it can be seen where planning ends. */
export class ModelDevice {
  readonly library: ModelLibrary;
  /** What each path holds: its bytes by their hash, and what they tell of themselves. */
  readonly disk = new Map<string, { readonly hash: string; readonly fields: AssetFields }>();
  readonly rows = new Map<number, LocalFile>();
  /** Ids of photos that this device mints. */
  #minted = 500;
  #keys = 0;

  constructor(library: ModelLibrary) {
    this.library = library;
  }

  /** A file that the last look saw; what is not given is as for a file that nobody has read yet. */
  see(path: string, known: Partial<LocalFile> = {}): LocalFile {
    const name = nameOf(path);
    const file: LocalFile = {
      key: (this.#keys += 1),
      path,
      size: 100,
      mtimeMs: 0,
      stamp: 's',
      hash: null,
      kind: 'photo',
      mime: 'image/jpeg',
      excluded: null,
      missingSince: null,
      gone: false,
      held: false,
      newHere: true,
      firstSeen: 1,
      assetId: null,
      baseHash: null,
      agreedAt: null,
      wantedName: name,
      writtenName: name,
      fields: null,
      trouble: null,
      ...known,
    };
    this.rows.set(file.key, file);
    return file;
  }

  /** Everything that there is to plan, each with its plan. */
  turns(): Turn[] {
    const files = [...this.rows.values()].map((file): Turn => ({
      what: `file ${file.path}`,
      plan: this.#planFile(file),
      run: (action) => this.#doFile(file, action),
    }));
    const incoming = this.library.assets().flatMap((rows): Turn[] => {
      const here = this.#filesOf(rows.asset.id).filter(({ missingSince }) => missingSince === null);
      const lacking = lackingHere(rows, here);
      if (here.length > 0 && lacking.length === 0) return [];
      const settling = [...this.rows.values()].some(({ assetId, hash }) => assetId === null && hash !== null && hash === lacking[0]?.hash);
      const missing = this.#filesOf(rows.asset.id).length - here.length;
      const plan = planIncoming({ remote: rows, lacking, settling, transfer: null, queued: [], trouble: null, missing, since: 0 }, CALM);
      return [{ what: `asset ${rows.asset.id}`, plan, run: (action) => this.#fetchNew(rows, action) }];
    });
    return [...files, ...incoming];
  }

  #filesOf(assetId: string): LocalFile[] {
    return [...this.rows.values()].filter((file) => file.assetId !== null && this.library.resolve(file.assetId) === assetId);
  }

  #remote(assetId: string | null): RemoteAsset | null {
    return assetId === null ? null : (this.library.asset(this.library.resolve(assetId)) ?? null);
  }

  /** The asset, not purged, that has these bytes as its original, an edit or a companion; a live one first. */
  #match(hash: string): RemoteAsset | null {
    const holding = this.library
      .assets()
      .filter(({ asset, resources }) => asset.state !== 'purged' && resources.some((each) => each.hash === hash && !each.removed));
    const original = ({ resources }: RemoteAsset): boolean => resources.some((each) => each.hash === hash && each.role === 'original');
    const live = holding.filter(({ asset }) => asset.state === 'live');
    return live.find(original) ?? live[0] ?? holding.find(original) ?? holding[0] ?? null;
  }

  #planFile(file: LocalFile): Plan {
    const { hash } = file;
    const remote = this.#remote(file.assetId);
    const unbound = file.assetId === null && hash !== null;
    const strange = remote !== null && hash !== null && hash === file.baseHash && !hasBytes(hash, remote);
    const others = remote === null ? [] : this.#filesOf(remote.asset.id).filter(({ key }) => key !== file.key);
    const shown = remote === null ? undefined : shownResource(remote)?.hash;
    return planFile(
      {
        file,
        remote,
        match: hash !== null && (unbound || strange) ? this.#match(hash) : null,
        purgedBefore: unbound && !file.newHere && this.library.purged.has(hash),
        word: null,
        queued: [],
        transfer: null,
        vanished: [],
        siblings:
          file.missingSince === null || remote === null
            ? 0
            : others.filter((each) => each.missingSince === null && samePart(partOf(each, remote), partOf(file, remote))).length,
        shownBeside: remote !== null && hash !== null && shown !== undefined && shown !== hash && isKeptBeside(file, others, remote),
        held: null,
      },
      CALM,
    );
  }

  #patch(file: LocalFile, patch: Partial<LocalFile>): void {
    this.rows.set(file.key, { ...file, ...patch });
  }

  #letGo(file: LocalFile): void {
    const name = nameOf(file.path);
    const newHere = file.newHere || file.hash !== file.baseHash;
    this.#patch(file, { assetId: null, baseHash: null, agreedAt: null, newHere, wantedName: name, writtenName: name });
  }

  #doFile(file: LocalFile, action: Action): void {
    const there = this.disk.get(file.path);
    const hash = file.hash ?? '';
    switch (action.do) {
      case 'hash':
        if (there) this.#patch(file, { hash: there.hash, fields: there.fields });
        else this.#patch(file, { missingSince: 1, gone: true });
        return;
      case 'bind': {
        const remote = this.#remote(action.assetId);
        if (!remote) throw new Error('bound to an asset that is not there');
        const part = partOf({ hash, baseHash: hash }, remote);
        const moved = this.#filesOf(action.assetId).find(({ key, missingSince }) => key !== file.key && missingSince !== null);
        if (moved) this.rows.delete(moved.key);
        const wantedName = moved?.wantedName ?? partName(remote, part);
        return this.#patch(file, {
          assetId: action.assetId,
          baseHash: hash,
          agreedAt: 1,
          wantedName,
          writtenName: moved?.writtenName ?? nameOf(file.path),
        });
      }
      case 'send-new':
        return this.#sendNew(file, hash);
      case 'send-change':
        return this.#sendChange(file, action.assetId, hash);
      case 'trash':
        this.library.apply({ name: 'asset.trash', args: { assetId: action.assetId } });
        return;
      case 'rename-asset':
        this.library.apply({ name: 'asset.set', args: { assetId: action.assetId, fields: { fileName: action.name } } });
        return this.#patch(file, { wantedName: action.name, writtenName: action.name });
      case 'rename-file': {
        const path = this.#freePath(action.name);
        this.disk.delete(file.path);
        if (there) this.disk.set(path, there);
        return this.#patch(file, { path, wantedName: action.name, writtenName: nameOf(path) });
      }
      case 'fetch':
        this.disk.set(file.path, { hash: action.resource.hash, fields: FIELDS });
        return this.#patch(file, { hash: action.resource.hash, baseHash: action.resource.hash });
      case 'remove-file':
        // What is here must be in the cloud before it goes.
        if (!this.library.stored.has(hash)) throw new Error('bytes that are nowhere else were removed');
        this.disk.delete(file.path);
        this.rows.delete(file.key);
        return;
      case 'forget-file':
        this.rows.delete(file.key);
        return;
      case 'let-go':
        return this.#letGo(file);
      case 'take-over':
      case 'mend':
      case 'send-sidecar':
      case 'drop-stand-in':
        throw new Error(`${action.do} is not planned here`);
      default:
        action satisfies never;
    }
  }

  #sendNew(file: LocalFile, hash: string): void {
    const assetId = file.assetId ?? id((this.#minted += 1));
    const made = { ...resource('original', 0), hash };
    this.library.store(made);
    const fields = { ...(file.fields ?? FIELDS), fileName: nameOf(file.path) };
    const { result } = this.library.apply(createOf(assetId, [made], { newHere: file.newHere && file.agreedAt === null, fields }));
    if (result.status === 'rejected') {
      const code = result.code === 'deleted-before' ? 'deleted-before' : 'refused';
      return this.#patch(file, { assetId: null, trouble: { code, evidence: {}, tries: 1, nextTry: null, since: 1 } });
    }
    this.#patch(file, { assetId, baseHash: hash, agreedAt: 1, wantedName: fields.fileName, writtenName: nameOf(file.path) });
  }

  #sendChange(file: LocalFile, assetId: string, hash: string): void {
    const remote = this.#remote(assetId);
    if (!remote) return;
    const elsewhere = this.#match(hash);
    const verdict = judgeOverwrite({ oldIsPrefix: false, sinceAgreed: 0, old: remote.asset, now: file.fields ?? FIELDS });
    const known = hash === file.baseHash;
    if ((elsewhere && elsewhere.asset.id !== remote.asset.id) || (!known && verdict === 'another-photo'))
      return this.#patch(file, { assetId: null, baseHash: null, agreedAt: null, newHere: true });
    const rendering = { ...resource('edited', 0), hash };
    this.library.store(rendering);
    const { result } = this.library.apply({ name: 'asset.edit', args: { assetId, rendering }, expect: remote.asset.rendering });
    if (result.status === 'rejected')
      return this.#patch(file, { trouble: { code: 'refused', evidence: {}, tries: 4, nextTry: null, since: 1 } });
    this.#patch(file, { baseHash: hash });
  }

  #fetchNew(remote: RemoteAsset, action: Action): void {
    if (action.do !== 'fetch') throw new Error(`${action.do} for an asset without a file`);
    const { hash } = action.resource;
    const name = partName(remote, partOf({ hash, baseHash: hash }, remote));
    const path = this.#freePath(name);
    this.disk.set(path, { hash, fields: FIELDS });
    const agreed = { hash, baseHash: hash, assetId: remote.asset.id, agreedAt: 1, newHere: false };
    this.see(path, { ...agreed, wantedName: name, writtenName: nameOf(path) });
  }

  #freePath(name: string): string {
    for (let n = 1; ; n += 1) {
      const path = n === 1 ? name : `${name} (${n})`;
      if (!this.disk.has(path) && ![...this.rows.values()].some((row) => row.path === path)) return path;
    }
  }
}

function nameOf(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1);
}
