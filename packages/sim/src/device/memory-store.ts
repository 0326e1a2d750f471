import {
  HOLD_DAY_MS,
  isBelow,
  isSidecar,
  partsAlone,
  type DeletedBefore,
  type DeviceIdentity,
  type DeviceStore,
  type FileKnown,
  type FilePatch,
  type GivingWay,
  type HoldFacts,
  type LetThrough,
  type LocalFile,
  type NewFile,
  type OutboxEntry,
  type Placing,
  type PullEffect,
  type QueuedChange,
  type RemoteAsset,
  type Reread,
  type Trouble,
} from '@rollcall/core';
import { CHAIN_START, entityKey, isCompanion, LIMITS, mutationHash, planted, subjectOf } from '@rollcall/protocol';
import type { Acknowledged, Asset, Change, Entity, FeedEntry, Lost, Mutation, MutationResult, Resource } from '@rollcall/protocol';
import { Database, Derived, type Table } from '../database/database.ts';

interface FileRow extends LocalFile {
  readonly racy: boolean;
  readonly hashedAt: number | null;
}
interface RemoteRow {
  readonly seq: number;
  readonly entity: Entity;
  readonly assetId: string;
}
interface OutboxRow extends OutboxEntry {
  readonly link: string;
  readonly madeAt: number;
}
interface ForgottenRow {
  readonly original: string;
  readonly size: number;
  readonly asset: Asset;
  readonly since: number;
}

const isHere = ({ missingSince, excluded }: LocalFile): boolean => missingSince === null && excluded === null;

/** What a device keeps, in memory; it means what the SQLite store means, and passes the same contract. */
export class MemoryDeviceStore implements DeviceStore {
  readonly database = new Database();
  readonly #meta: Table<string, string> = this.database.table('meta');
  readonly #local: Table<number, FileRow> = this.database.table('local');
  readonly #remote: Table<string, RemoteRow> = this.database.table('remote');
  readonly #incoming: Table<string, { readonly since: number; readonly trouble: Trouble | null }> = this.database.table('incoming');
  readonly #base: Table<string, string> = this.database.table('base');
  readonly #placing: Table<string, Placing> = this.database.table('placing');
  readonly #givingWay: Table<number, GivingWay> = this.database.table('giving-way');
  readonly #outbox: Table<number, OutboxRow> = this.database.table('outbox');
  readonly #letThrough: Table<string, LetThrough> = this.database.table('let-through');
  readonly #words: Table<string, DeletedBefore> = this.database.table('words');
  readonly #forgotten: Table<string, ForgottenRow> = this.database.table('forgotten');
  /** Told of each entry that leaves the outbox because the server took it. */
  onTaken: ((entry: OutboxEntry) => void) | null = null;
  /** Told of each change that is queued. */
  onQueued: ((change: Change) => void) | null = null;
  readonly #reread: Table<string, true> = this.database.table('reread');
  readonly #resources = new Derived([this.#remote], () => resourcesOf(this.#remote.values()));

  transact<T>(step: () => T): T {
    return this.database.transact(step);
  }

  identity(): DeviceIdentity | null {
    const text = this.note('identity');
    return text === null ? null : (JSON.parse(text) as DeviceIdentity);
  }

  setIdentity(identity: DeviceIdentity): void {
    this.setNote('identity', JSON.stringify(identity));
  }

  note(key: string): string | null {
    return this.#meta.get(key) ?? null;
  }

  setNote(key: string, value: string | null): void {
    if (value === null) this.#meta.delete(key);
    else this.#meta.set(key, value);
  }

  known(): Map<string, FileKnown> {
    return new Map([...this.#local.values()].map(({ path, stamp, racy }) => [path, { stamp, racy }]));
  }

  knownBelow(path: string): Map<string, FileKnown> {
    const below = [...this.#local.values()].filter((file) => isBelow(file.path, path));
    return new Map(below.map((file) => [file.path, { stamp: file.stamp, racy: file.racy }]));
  }

  #where(holds: (file: FileRow) => boolean): FileRow[] {
    const found: FileRow[] = [];
    for (const file of this.#local.values()) if (holds(file)) found.push(file);
    return found.length > 1 ? found.sort((a, b) => a.key - b.key) : found;
  }

  #any(holds: (file: FileRow) => boolean): boolean {
    for (const file of this.#local.values()) if (holds(file)) return true;
    return false;
  }

  missing(): LocalFile[] {
    return this.#where(({ missingSince }) => missingSince !== null);
  }

  held(): LocalFile[] {
    return this.#where(({ held, missingSince }) => held && missingSince !== null).sort((a, b) => (a.path < b.path ? -1 : 1));
  }

  here(): Pick<HoldFacts, 'here' | 'hereByTop'> {
    const all = new Set<string>();
    const tops = new Map<string, Set<string>>();
    for (const file of this.#local.values()) {
      if (file.assetId === null || !isHere(file)) continue;
      all.add(file.assetId);
      const end = file.path.indexOf('/');
      if (end === -1) continue;
      const top = file.path.slice(0, end);
      tops.set(top, (tops.get(top) ?? new Set()).add(file.assetId));
    }
    return { here: all.size, hereByTop: new Map([...tops].map(([top, assets]) => [top, assets.size])) };
  }

  hasUnbound(hash: string): boolean {
    return this.#any((file) => file.hash === hash && file.assetId === null && isHere(file));
  }

  letThrough(now: number): LetThrough[] {
    for (const removal of Array.from(this.#letThrough.values()))
      if (removal.at <= now - HOLD_DAY_MS) this.#letThrough.delete(removal.assetId);
    return [...this.#letThrough.values()].sort((a, b) => (a.assetId < b.assetId ? -1 : 1));
  }

  addLetThrough(removal: LetThrough): void {
    this.#letThrough.set(removal.assetId, removal);
  }

  clearLetThrough(): void {
    this.#letThrough.clear();
  }

  unread(): number {
    return this.#where((file) => file.hash === null && isHere(file) && file.trouble === null).length;
  }

  unsettled(): number {
    const changing = ({ trouble }: FileRow): boolean => trouble?.code === 'file-changing' && trouble.nextTry !== null;
    return this.#where((file) => file.hash === null && isHere(file) && changing(file)).length;
  }

  unreadable(): LocalFile[] {
    return this.#where((file) => file.hash === null && isHere(file) && file.trouble !== null && file.size > 0);
  }

  unseen(): LocalFile[] {
    return this.#where(({ trouble }) => trouble?.evidence['unseen'] != null);
  }

  hashedLongestAgo(): { file: LocalFile; hashedAt: number | null } | null {
    const [first] = this.#where((file) => file.hash !== null && isHere(file) && file.trouble === null).sort(
      (a, b) => (a.hashedAt ?? -1) - (b.hashedAt ?? -1),
    );
    return first ? { file: first, hashedAt: first.hashedAt } : null;
  }

  holds(hash: string): boolean {
    return this.#any((file) => file.hash === hash && isHere(file) && (file.assetId === null || file.baseHash !== hash));
  }

  agreedOn(hash: string, key: number): boolean {
    return this.#any((file) => file.baseHash === hash && file.key !== key && file.assetId !== null);
  }

  twin(hash: string, key: number): LocalFile | null {
    return this.#where((file) => file.hash === hash && file.key !== key && file.assetId !== null && file.missingSince === null)[0] ?? null;
  }

  settlingHere(hash: string): boolean {
    return this.#any(
      (file) =>
        file.hash === hash &&
        isHere(file) &&
        (file.assetId === null || !this.#remote.has(`asset:${file.assetId}`)) &&
        (file.trouble === null || file.trouble.code === 'deleted-before'),
    );
  }

  partingHere(hash: string): boolean {
    const has = (assetId: string): boolean =>
      (this.#resources.get().byHash.get(hash) ?? []).some((each) => each.assetId === assetId && !each.removed);
    return this.#any(
      (file) =>
        file.baseHash === hash &&
        (file.hash === null || file.hash === hash || file.standIn != null) &&
        isHere(file) &&
        file.trouble === null &&
        file.assetId !== null &&
        this.#remote.has(`asset:${file.assetId}`) &&
        !has(file.assetId),
    );
  }

  file(key: number): LocalFile | null {
    return this.#local.get(key) ?? null;
  }

  fileAt(path: string): LocalFile | null {
    for (const file of this.#local.values()) if (file.path === path) return file;
    return null;
  }

  files(): LocalFile[] {
    return [...this.#local.values()].sort((a, b) => (a.path < b.path ? -1 : 1));
  }

  filesOf(assetId: string): LocalFile[] {
    return this.#where((file) => file.assetId === assetId);
  }

  photosBeginning(beginning: string, most: number): LocalFile[] {
    return this.#where((file) => isHere(file) && file.kind !== null && file.path.startsWith(beginning)).slice(0, most);
  }

  sidecarsBeginning(beginning: string, most: number): LocalFile[] {
    return this.#where((file) => isSidecar(file) && file.path.startsWith(beginning)).slice(0, most);
  }

  sidecarsWith(hash: string): LocalFile[] {
    return this.#where((file) => isSidecar(file) && file.hash === hash);
  }

  countFiles(): number {
    return this.#local.size;
  }

  addFile(file: NewFile): number {
    if (this.fileAt(file.path) !== null) throw new Error(`${file.path} is known already`);
    const key = Number(this.note('next-key') ?? '1');
    this.setNote('next-key', String(key + 1));
    const name = file.path.slice(file.path.lastIndexOf('/') + 1);
    const row: FileRow = {
      hash: null,
      kind: null,
      mime: '',
      excluded: null,
      missingSince: null,
      gone: false,
      held: false,
      assetId: null,
      baseHash: null,
      agreedAt: null,
      wantedName: name,
      writtenName: name,
      fields: null,
      trouble: null,
      rotted: null,
      racy: false,
      hashedAt: null,
      ...named(file),
      key,
      path: file.path,
      size: file.size,
      mtimeMs: file.mtimeMs,
      stamp: file.stamp,
      newHere: file.newHere,
      firstSeen: file.firstSeen,
    };
    this.#local.set(key, row);
    return key;
  }

  patchFile(key: number, patch: FilePatch): void {
    const file = this.#local.get(key);
    if (!file) return;
    const path = patch.path ?? file.path;
    const other = path === file.path ? null : this.fileAt(path);
    if (other !== null) throw new Error(`${path} is known already`);
    // Whoever notes that a file is there ends what was asked about its deletion.
    this.#local.set(key, { ...file, ...named(patch), ...(patch.missingSince === null ? { held: false } : {}) });
  }

  dropFile(key: number): void {
    this.#local.delete(key);
  }

  cursor(): string | null {
    return this.note('cursor');
  }

  epoch(): string | null {
    return this.note('epoch');
  }

  forgetAnswers(): void {
    for (const row of Array.from(this.#outbox.values())) this.#outbox.set(row.n, { ...row, result: null, answered: false });
  }

  restartFeed(why: Reread): void {
    this.transact(() => {
      this.setNote('cursor', null);
      if (this.note('reread') !== 'put-back') this.setNote('reread', why);
      this.#reread.clear();
    });
  }

  applyPage(changes: readonly FeedEntry[], cursor: string, complete: boolean, acknowledged: Acknowledged | null, now: number): PullEffect {
    return this.transact(() => {
      const assets = new Set<string>();
      const files = new Set<number>();
      const reread = this.note('reread');
      const rereading = reread !== null;
      for (const { seq, entity } of changes) {
        if (reread === 'put-back' && entity.type === 'asset') this.#compareAgain(seq, entity, now);
        if (reread === 'put-back' && entity.type === 'alias') this.#noteJoined(entity.from, now);
        this.#putRemote(seq, entity, now, assets, files);
        if (entity.type === 'resource') for (const { key } of this.#unboundWith(entity.hash)) files.add(key);
        if (rereading) this.#reread.set(entityKey(entity), true);
      }
      this.setNote('cursor', cursor);
      if (complete && reread === 'put-back') {
        this.#noteForgotten(now);
        this.#releaseParts(files);
      }
      if (complete && rereading) this.#dropUntold(assets, files);
      if (complete) this.#tidyForgotten();
      if (complete && acknowledged) this.#settleTaken(this.#taken(acknowledged.n), now, assets, files);
      return { assets, files };
    });
  }

  #putRemote(seq: number, entity: Entity, now: number, assets: Set<string>, files: Set<number>): void {
    const assetId = ownerOf(entity);
    this.#remote.set(entityKey(entity), { seq, entity, assetId });
    if (entity.type === 'alias') {
      for (const file of this.#where((each) => each.assetId === entity.from)) {
        files.add(file.key);
        this.patchFile(file.key, { assetId: entity.to });
      }
      for (const row of Array.from(this.#outbox.values()))
        if (row.assetId === entity.from) this.#outbox.set(row.n, { ...row, assetId: entity.to });
      this.#incoming.delete(entity.from);
      // What was joined is an asset of its own no longer.
      this.#remote.delete(`asset:${entity.from}`);
      this.#remote.delete(`rendition:${entity.from}`);
      assets.add(entity.to);
    }
    if (entity.type === 'asset') {
      // A server that was put back to before it was joined has it as a photo of its own again.
      this.#remote.delete(`alias:${entity.id}`);
      if (entity.state === 'live') {
        if (!this.#incoming.has(assetId)) this.#incoming.set(assetId, { since: now, trouble: null });
        for (const { key } of this.#waitingFor(assetId)) files.add(key);
      } else this.#incoming.delete(assetId);
    }
    if (entity.type !== 'rendition' && entity.type !== 'album' && entity.type !== 'album-item') assets.add(assetId);
  }

  #unboundWith(hash: string): FileRow[] {
    return this.#where((file) => file.hash === hash && file.assetId === null);
  }

  /** Files here that show no asset yet and have bytes of this one. */
  #waitingFor(assetId: string): FileRow[] {
    const unbound = this.#where((file) => file.assetId === null && file.hash !== null && file.excluded === null);
    if (unbound.length === 0) return [];
    const hashes = new Set<string | null>(
      this.#resources
        .get()
        .byAsset.get(assetId)
        ?.map(({ hash }) => hash),
    );
    return unbound.filter(({ hash }) => hashes.has(hash));
  }

  /** The server tells of an older state than it told before. A photo that was live and is here was taken out of Recently Deleted since, and is so again. */
  #compareAgain(seq: number, told: Asset, now: number): void {
    const before = this.#remote.get(`asset:${told.id}`);
    if (!before || seq >= before.seq) return;
    this.setNote('server-put-back', String(now));
    const wasLive = (before.entity as Asset).state === 'live';
    const here = this.filesOf(told.id).some((file) => file.missingSince === null);
    if (wasLive && told.state === 'trashed' && here) this.queue({ name: 'asset.restore', args: { assetId: told.id } }, null, now);
  }

  /** Its row goes with the join. Whether its original came along is known when all is told: then what did is forgotten no more. */
  #noteJoined(assetId: string, now: number): void {
    const before = this.remote(assetId);
    const original = before?.resources.find(({ role, removed }) => role === 'original' && !removed);
    if (before?.asset.state !== 'live' || original === undefined || this.#forgotten.has(assetId)) return;
    this.#forgotten.set(assetId, { original: original.hash, size: original.size, asset: before.asset, since: now });
  }

  #noteForgotten(now: number): void {
    const untold = [...this.#resources.get().all].filter(({ id }) => !this.#reread.has(`resource:${id}`));
    const ofRole = (original: boolean): Resource[] => untold.filter(({ role }) => (role === 'original') === original);
    for (const resource of [...ofRole(true), ...ofRole(false)]) {
      const row = this.#remote.get(`asset:${resource.assetId}`);
      if (!row || resource.removed) continue;
      this.setNote('server-put-back', String(now));
      if (resource.role !== 'original' && !isCompanion(resource.role)) continue;
      const asset = row.entity as Asset;
      if (asset.state !== 'live' || this.#forgotten.has(asset.id)) continue;
      this.#forgotten.set(asset.id, { original: resource.hash, size: resource.size, asset, since: now });
    }
  }

  /** A part of a pair that the server tells of no more is no edit of what the pair shows: its file is offered as what it is. */
  #releaseParts(files: Set<number>): void {
    const untold = [...this.#resources.get().all].filter(({ id }) => !this.#reread.has(`resource:${id}`));
    const alone = new Set(partsAlone(untold).map(({ hash, assetId }) => `${hash} ${this.resolve(assetId)}`));
    const parted = this.#where(({ baseHash, assetId }) => alone.has(`${baseHash} ${assetId}`));
    for (const { key } of parted) {
      this.patchFile(key, { assetId: null, baseHash: null, agreedAt: null, newHere: false });
      files.add(key);
    }
  }

  /** The whole feed was read again: what the server did not tell of is no longer known as *remote*. */
  #dropUntold(assets: Set<string>, files: Set<number>): void {
    for (const [key, row] of Array.from(this.#remote.rows)) {
      if (this.#reread.has(key)) continue;
      assets.add(row.assetId);
      const { entity } = row;
      if (entity.type === 'resource') for (const file of this.#unboundWith(entity.hash)) files.add(file.key);
      if (planted('absence-removes') && entity.type === 'asset') this.#remote.set(key, { ...row, entity: { ...entity, state: 'trashed' } });
      else if (!planted('absence-removes') || entity.type !== 'resource') this.#remote.delete(key);
    }
    for (const assetId of Array.from(this.#incoming.rows.keys())) if (!this.#remote.has(`asset:${assetId}`)) this.#incoming.delete(assetId);
    this.setNote('reread', null);
    this.#reread.clear();
  }

  #taken(upTo: number): OutboxRow[] {
    return this.#entries().filter(({ n, answered }) => n <= upTo && answered);
  }

  /** One without an answer was taken all the same; what it came to is told by the feed. */
  #settleTaken(taken: readonly OutboxRow[], now: number, assets: Set<string>, files: Set<number>): void {
    for (const row of taken) {
      assets.add(row.assetId);
      for (const file of this.filesOf(row.assetId)) {
        files.add(file.key);
        if (planted('base-not-agreed')) continue;
        if (row.result?.status !== 'rejected' && row.hash !== null && file.hash === row.hash)
          this.patchFile(file.key, { baseHash: row.hash, agreedAt: file.agreedAt ?? now, trouble: null });
      }
      this.#outbox.delete(row.n);
      if (!this.database.doomed) this.onTaken?.(row);
    }
  }

  remote(assetId: string): RemoteAsset | null {
    const row = this.#remote.get(`asset:${assetId}`);
    return row ? this.#remoteOf(row) : null;
  }

  #remoteOf({ seq, entity }: RemoteRow): RemoteAsset {
    const asset = entity as Asset;
    return { asset, seq, resources: this.#resources.get().byAsset.get(asset.id) ?? [] };
  }

  *remotes(): IterableIterator<RemoteAsset> {
    for (const row of Array.from(this.#remote.values())) if (row.entity.type === 'asset') yield this.#remoteOf(row);
  }

  resolve(assetId: string): string {
    let id = assetId;
    for (let step = 0; step < 1000; step += 1) {
      const row = this.#remote.get(`alias:${id}`);
      if (row?.entity.type !== 'alias') return id;
      id = row.entity.to;
    }
    return id;
  }

  match(hash: string): RemoteAsset | null {
    const rank = ({ role }: Resource): number => (role === 'original' ? 0 : role === 'edited' ? 1 : 2);
    const holding = (this.#resources.get().byHash.get(hash) ?? []).filter((each) => !each.removed && isShownOrPart(each));
    let trashed: RemoteAsset | null = null;
    for (const resource of [...holding].sort((a, b) => rank(a) - rank(b) || (a.id < b.id ? -1 : 1))) {
      const remote = this.remote(this.resolve(resource.assetId));
      if (remote?.asset.state === 'live') return remote;
      if (remote?.asset.state === 'trashed') trashed ??= remote;
    }
    return trashed;
  }

  purgedBefore(hash: string): boolean {
    const rows = (this.#resources.get().byHash.get(hash) ?? []).filter((each) => each.removed && isShownOrPart(each));
    return rows.some((row) => this.remote(row.assetId)?.asset.state === 'purged');
  }

  wasTold(hash: string, assetId: string): boolean {
    return (this.#resources.get().byHash.get(hash) ?? []).some((each) => this.resolve(each.assetId) === assetId);
  }

  word(hash: string): DeletedBefore | null {
    return this.#words.get(hash) ?? null;
  }

  setWord(hash: string, word: DeletedBefore | null, _now: number): void {
    if (word === null) this.#words.delete(hash);
    else this.#words.set(hash, word);
  }

  incoming(): string[] {
    const here = new Map<string, Set<string | null>>();
    for (const { assetId, hash, baseHash, standIn } of this.#local.values())
      if (assetId !== null) here.set(assetId, (here.get(assetId) ?? new Set()).add(standIn == null ? (hash ?? baseHash) : baseHash));
    const { byAsset } = this.#resources.get();
    const companions = (assetId: string): ReadonlySet<string> =>
      new Set((byAsset.get(assetId) ?? []).filter((each) => !each.removed && isCompanion(each.role)).map(({ hash }) => hash));
    return [...this.#incoming.rows.keys()]
      .filter((assetId) => {
        const files = here.get(assetId);
        if (!files) return true;
        const count = [...files].filter((hash) => hash !== null).length;
        const parts = companions(assetId);
        return parts.size > 0 && (count <= parts.size || [...parts].some((hash) => !files.has(hash)));
      })
      .sort();
  }

  incomingState(assetId: string): { readonly since: number; readonly trouble: Trouble | null } | null {
    return this.#incoming.get(assetId) ?? null;
  }

  setIncomingTrouble(assetId: string, trouble: Trouble | null, now: number): void {
    this.#incoming.set(assetId, { since: this.#incoming.get(assetId)?.since ?? now, trouble });
  }

  lastPath(assetId: string): string | null {
    return this.#base.get(assetId) ?? null;
  }

  setLastPath(assetId: string, path: string, _hash: string, _now: number): void {
    this.#base.set(assetId, path);
  }

  placing(path: string): Placing | null {
    return this.#placing.get(path) ?? null;
  }

  placings(assetId: string): Placing[] {
    return [...this.#placing.values()].filter((placing) => placing.assetId === assetId).sort((a, b) => (a.path < b.path ? -1 : 1));
  }

  setPlacing(placing: Placing): void {
    this.#placing.set(placing.path, placing);
  }

  clearPlacing(path: string): void {
    this.#placing.delete(path);
  }

  givingWay(): GivingWay[] {
    return [...this.#givingWay.values()].sort((a, b) => a.key - b.key);
  }

  setGivingWay(intent: GivingWay): void {
    this.#givingWay.set(intent.key, intent);
  }

  clearGivingWay(key: number): void {
    this.#givingWay.delete(key);
  }

  queue(change: Change, hash: string | null, now: number): number {
    return this.transact(() => {
      const deviceId = this.identity()?.deviceId;
      const epoch = this.epoch();
      if (deviceId === undefined || epoch === null) throw new Error('a device that is not linked cannot queue a change');
      if (!this.database.doomed) this.onQueued?.(change);
      const end = this.chainEnd();
      this.#putOutbox({ deviceId, epoch, n: end.n + 1, previous: end.hash, ...change }, subjectOf(change), hash, now);
      return end.n + 1;
    });
  }

  #putOutbox(mutation: Mutation, assetId: string, hash: string | null, madeAt: number): void {
    const link = mutationHash(mutation);
    this.#outbox.set(mutation.n, {
      n: mutation.n,
      name: mutation.name,
      assetId,
      hash,
      mutation,
      result: null,
      answered: false,
      link,
      madeAt,
    });
    this.setNote('next-n', String(mutation.n + 1));
    this.setNote('chain-end', link);
  }

  #entries(): OutboxRow[] {
    return [...this.#outbox.values()].sort((a, b) => a.n - b.n);
  }

  outbox(): OutboxEntry[] {
    return this.#entries();
  }

  /** A loss of power would not make the device forget that it queued this change. */
  isQueuedOnDisk(n: number): boolean {
    return this.database.isOnDisk(this.#outbox, n);
  }

  outboxSize(): number {
    return this.#outbox.size;
  }

  unanswered(limit: number): OutboxEntry[] {
    return this.#entries()
      .filter(({ answered }) => !answered)
      .slice(0, limit);
  }

  queuedFor(assetId: string): QueuedChange[] {
    if (this.#outbox.size === 0) return [];
    return this.#entries().filter((row) => row.assetId === assetId);
  }

  answer(n: number, result: MutationResult): void {
    const row = this.#outbox.get(n);
    if (row) this.#outbox.set(n, { ...row, result, answered: true });
  }

  rechain(epoch: string, from: Acknowledged): void {
    this.transact(() => {
      const entries = this.#entries();
      this.#outbox.clear();
      this.setNote('epoch', epoch);
      this.setNote('next-n', String(from.n + 1));
      this.setNote('chain-end', from.hash);
      for (const entry of entries) {
        const { n, hash: previous } = this.chainEnd();
        const deviceId = this.identity()?.deviceId ?? entry.mutation.deviceId;
        this.#putOutbox({ ...entry.mutation, deviceId, epoch, n: n + 1, previous }, entry.assetId, entry.hash, entry.madeAt);
      }
    });
  }

  chainEnd(): Acknowledged {
    return { n: Number(this.note('next-n') ?? '1') - 1, hash: this.note('chain-end') ?? CHAIN_START };
  }

  dropTaken(link: string, now: number): void {
    const last = this.#entries().find((row) => row.link === link);
    if (!last) return;
    this.#settleTaken(
      this.#entries().filter(({ n }) => n <= last.n),
      now,
      new Set(),
      new Set(),
    );
  }

  fork(identity: DeviceIdentity, epoch: string, now: number): void {
    this.transact(() => {
      this.setIdentity(identity);
      this.#settleTaken(this.#taken(Number.POSITIVE_INFINITY), now, new Set(), new Set());
      this.rechain(epoch, { n: 0, hash: CHAIN_START });
    });
  }

  forgotten(assetId: string): Asset | null {
    return this.#forgotten.get(assetId)?.asset ?? null;
  }

  #isKnown(hash: string): boolean {
    return (this.#resources.get().byHash.get(hash) ?? []).some(({ removed }) => !removed);
  }

  #tidyForgotten(): void {
    for (const [assetId, { original }] of Array.from(this.#forgotten.rows)) if (this.#isKnown(original)) this.#forgotten.delete(assetId);
  }

  lost(): Lost {
    if (this.#forgotten.size === 0) return { count: 0, photos: [] };
    const nowhere = [...this.#forgotten.rows]
      .filter(([, { original }]) => !this.#isKnown(original) && !this.#any((file) => file.hash === original && file.missingSince === null))
      .sort(([a], [b]) => (a < b ? -1 : 1));
    const photos = nowhere.slice(0, LIMITS.rollEntries).map(([assetId, { asset, size, since }]) => ({
      assetId,
      fileName: asset.fileName,
      capturedAt: asset.capturedAt,
      size,
      part: this.#any((file) => file.assetId === assetId && file.missingSince === null) ? ('original' as const) : ('photo' as const),
      since,
    }));
    return { count: nowhere.length, photos };
  }

  forgetLost(assetId: string): boolean {
    return this.#forgotten.delete(assetId);
  }

  close(): void {
    // There is nothing to let go of.
  }

  /** What the server told, for whoever compares. */
  told(): ReadonlyMap<string, RemoteRow> {
    return this.#remote.rows;
  }
}

/** Whose row an entity is: an asset's, or an album's. */
function ownerOf(entity: Entity): string {
  switch (entity.type) {
    case 'asset':
    case 'album':
      return entity.id;
    case 'alias':
      return entity.from;
    case 'album-item':
      return entity.albumId;
    case 'resource':
    case 'rendition':
      return entity.assetId;
    default:
      return entity satisfies never;
  }
}

/** Without fields that are undefined: they say nothing. */
function named(patch: FilePatch): FilePatch {
  const fields: Record<string, unknown> = {};
  for (const [key, value] of Object.entries(patch)) if (value !== undefined) fields[key] = value;
  return fields;
}

function isShownOrPart({ role }: Resource): boolean {
  return role === 'original' || role === 'edited' || isCompanion(role);
}

interface Resources {
  readonly all: readonly Resource[];
  readonly byAsset: ReadonlyMap<string, readonly Resource[]>;
  readonly byHash: ReadonlyMap<string, readonly Resource[]>;
}

function resourcesOf(rows: Iterable<RemoteRow>): Resources {
  const all: Resource[] = [];
  const byAsset = new Map<string, Resource[]>();
  const byHash = new Map<string, Resource[]>();
  const put = (map: Map<string, Resource[]>, key: string, resource: Resource): void => {
    const list = map.get(key);
    if (list) list.push(resource);
    else map.set(key, [resource]);
  };
  for (const { entity } of rows) {
    if (entity.type !== 'resource') continue;
    all.push(entity);
    put(byAsset, entity.assetId, entity);
    put(byHash, entity.hash, entity);
  }
  return { all, byAsset, byHash };
}
