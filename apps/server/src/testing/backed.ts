import { randomBytes } from 'node:crypto';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { checkBackup, type CheckedBackup } from '../backup/check.ts';
import { makeBackup, type BackupContext, type Made } from '../backup/make.ts';
import { SILENT } from '../backup/progress.ts';
import { prune, type Pruned } from '../backup/prune.ts';
import { restoreBackup, type RestoreContext, type Restored } from '../backup/restore.ts';
import { openVault, unlockVault } from '../backup/vault.ts';
import { setFact } from '../library/facts.ts';
import { KeptFolder, sha256 } from './kept.ts';

/** A data folder with photos, and a folder for its backups. */
export class Backed {
  readonly kept: KeptFolder;
  readonly library: string;
  readonly root: string;
  /** By hash. */
  readonly photos = new Map<string, Buffer>();

  private constructor(kept: KeptFolder, library: string, root: string) {
    this.kept = kept;
    this.library = library;
    this.root = root;
  }

  static async open(test: { after(work: () => Promise<void>): void }, photos = 3): Promise<Backed> {
    const kept = await KeptFolder.open(test);
    const root = await mkdtemp(join(tmpdir(), 'rollcall-backed-'));
    test.after(() => rm(root, { recursive: true }));
    setFact(kept.database, 'session-secret', randomBytes(20).toString('hex'));
    const backed = new Backed(kept, await kept.library(100_000_000), root);
    for (let n = 0; n < photos; n += 1) await backed.photo();
    return backed;
  }

  get to(): string {
    return join(this.root, 'backup');
  }
  get target(): string {
    return join(this.root, 'restored');
  }

  /** Adds one; its hash. */
  async photo(bytes = randomBytes(1000)): Promise<string> {
    await this.kept.add(this.library, bytes, 100_000_000);
    this.photos.set(sha256(bytes), bytes);
    return sha256(bytes);
  }

  async backup(more: Partial<BackupContext> = {}): Promise<Made> {
    const context = { data: this.kept.data, to: this.to, passphrase: null, cost: 4, version: '1.2.3', now: () => this.kept.now };
    const { made, vault } = await makeBackup({ ...context, signal: new AbortController().signal, progress: SILENT, ...more });
    vault.close();
    return made;
  }

  async check(passphrase: string | null = null): Promise<CheckedBackup> {
    const vault = await unlockVault(this.to, passphrase);
    try {
      return await checkBackup(vault, await vault.snapshots(), { signal: new AbortController().signal, progress: SILENT });
    } finally {
      vault.close();
    }
  }

  async prune(keep: Partial<Parameters<typeof prune>[1]['retention']>, dryRun = false): Promise<Pruned> {
    const vault = await openVault(this.to);
    const retention = { last: 0, daily: 0, weekly: 0, monthly: 0, yearly: 0, ...keep };
    try {
      return await prune(vault, { retention, dryRun, signal: new AbortController().signal });
    } finally {
      vault.close();
    }
  }

  restore(more: Partial<RestoreContext> = {}): Promise<Restored> {
    const context = { data: this.target, from: this.to, replace: false, passphrase: null, now: () => this.kept.now };
    return restoreBackup({ ...context, signal: new AbortController().signal, progress: SILENT, ...more });
  }

  /** Where the cloud keeps a photo. */
  stored(hash: string, data = this.kept.data): string {
    return join(data, 'blobs', hash.slice(0, 2), hash.slice(2, 4), hash);
  }
}

/** All files below a folder, by path, but for locks, and what SQLite has beside a database that is looked at. */
export function filesIn(folder: string): Map<string, Buffer> {
  const found = new Map<string, Buffer>();
  for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile() || /^lock\.sqlite|-(wal|shm)$/.test(entry.name)) continue;
    const path = join(entry.parentPath, entry.name);
    found.set(path.slice(folder.length + 1), readFileSync(path));
  }
  return found;
}

export function flip(path: string): void {
  const bytes = readFileSync(path);
  bytes[bytes.length >> 1] = (bytes[bytes.length >> 1] as number) ^ 1;
  writeFileSync(path, bytes);
}
