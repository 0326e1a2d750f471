import type { LocalFile } from '../plan/index.ts';
import { isRenamed, mayBeChanged, mtimeMsOf, spelling, stampOf, type FileStats, type NameRules } from '../scan/index.ts';
import { fileName, folderOf, nameOf, type Form } from './names.ts';
import { bearsOwnName } from './own-name.ts';
import { sidecarsBeside } from './sidecar.ts';
import type { DeviceStore } from './store.ts';
import type { Unit } from './unit.ts';

/** What becomes of a file whose photo was renamed elsewhere. */
export type Renaming =
  /** A copy that a person keeps under another name keeps it. */
  | { readonly renames: false }
  | {
      readonly renames: true;
      readonly folder: string;
      readonly form: Form;
      /** The path that the name makes. */
      readonly path: string;
      /** Only its spelling changes: it is the same file, and nothing else can be there. */
      readonly respelled: boolean;
    };

export function judgeRenaming(file: LocalFile, name: string, names: NameRules): Renaming {
  const form = file.standIn == null ? 'original' : 'compressed';
  const wanted = fileName(name, form);
  if (!isRenamed(wanted, file.writtenName, names) || !bearsOwnName(file)) return { renames: false };
  const folder = folderOf(file.path);
  const own = nameOf(file.path);
  return {
    renames: true,
    folder,
    form,
    path: folder === '' ? wanted : `${folder}/${wanted}`,
    respelled: wanted !== own && spelling(wanted, names) === spelling(own, names),
  };
}

/** The file has its new path. A look may have seen it there already, and even have taken it for moved. Gives the units that need a new plan. */
export function noteRenamed(store: DeviceStore, file: LocalFile, path: string, wantedName: string, stats: FileStats): Unit[] {
  const current = store.file(file.key);
  if (current === null) return [];
  const watched = store.fileAt(path);
  if (watched && watched.key !== file.key) store.dropFile(watched.key);
  store.patchFile(file.key, {
    path,
    stamp: stampOf(stats),
    size: Number(stats.size),
    mtimeMs: mtimeMsOf(stats),
    // Its person changed it in this very moment: what is known of its bytes is over.
    ...(mayBeChanged(current.stamp, stats) ? { hash: null } : {}),
    wantedName,
    writtenName: nameOf(path),
    missingSince: null,
    gone: false,
  });
  store.clearPlacing(path);
  return sidecarsBeside(store, file.path);
}
