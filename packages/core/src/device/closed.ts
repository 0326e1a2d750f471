import { message, say } from '@rollcall/protocol';
import type { LocalFile, Trouble } from '../plan/index.ts';
import type { Closed } from './listing.ts';
import type { DeviceStore } from './store.ts';
import { assetUnit, fileUnit, type Unit } from './unit.ts';

/**
 * Notes where nobody could look. What is known to be below says why it cannot be seen, and is never missing; a part that
 * holds nothing known is told as one thing, so that nobody waits for photos in it without knowing.
 */
export function noteClosed(store: DeviceStore, closed: readonly Closed[], unseen: readonly string[], now: number): Unit[] {
  const touched: Unit[] = [];
  for (const each of closed)
    if (each.path !== '' && each.why !== 'hidden' && each.why !== 'link') touched.push(...standIn(store, each, now));
  for (const path of unseen) {
    const file = store.fileAt(path);
    const above = closed.find((each) => each.path === '' || path === each.path || path.startsWith(`${each.path}/`));
    if (file === null || above === undefined || file.excluded !== null || above.why === 'hidden') continue;
    const trouble = troubleOf(above, now);
    if (file.trouble?.code === trouble.code && file.trouble.evidence['unseen'] === above.path) continue;
    store.patchFile(file.key, { missingSince: null, gone: false, trouble });
    touched.push(fileUnit(file.key), ...photoOf(file));
  }
  return touched;
}

/** The photo of a file that was missing until now: another part of it may be lacking here. */
export function photoOf({ assetId, missingSince }: LocalFile): Unit[] {
  return assetId === null || missingSince === null ? [] : [assetUnit(assetId)];
}

/** What is seen again is no longer kept from being looked at. */
export function noteOpen(store: DeviceStore, sees: (path: string) => boolean): Unit[] {
  const open = store.unseen().filter((file) => sees(file.path));
  for (const file of open) store.patchFile(file.key, { trouble: null });
  return open.map((file) => fileUnit(file.key));
}

const PART = 'closed-';
/** A file whose name is no text: nobody can read it, and it may be a photo. */
const NAMELESS = 'nameless';

/** It stands for a part of the tree that cannot be looked into, and is no photo itself. */
export function isPart({ stamp }: Pick<LocalFile, 'stamp'>): boolean {
  return stamp.startsWith(PART);
}

/** One item for a part of the tree that cannot be looked into. */
function standIn(store: DeviceStore, closed: Closed, now: number): Unit[] {
  if (store.fileAt(closed.path) !== null) return [];
  const left = leftOut(closed);
  const key = store.addFile({
    path: closed.path,
    size: 0,
    mtimeMs: 0,
    stamp: closed.why === 'no-text' && closed.file ? NAMELESS : `${PART}${closed.why}`,
    newHere: true,
    firstSeen: now,
    excluded: left === null ? null : 'excluded-by-rule',
    mime: left ?? '',
    trouble: left === null ? troubleOf(closed, now) : null,
  });
  return [fileUnit(key)];
}

/** By which rule it is left out; null: it is not, somebody has to do something. */
function leftOut({ why }: Closed): string | null {
  switch (why) {
    case 'another-disk':
      return message('another disk is mounted there; link it by itself');
    case 'too-deep':
      return message('too many folders within folders');
    case 'unreadable':
    case 'no-text':
    case 'hidden':
    case 'link':
      return null;
    default:
      return why satisfies never;
  }
}

/** Why what is below cannot be seen. */
export function troubleOf(closed: Closed, since: number): Trouble {
  const { path, why, error } = closed;
  const lasting = { tries: 0, nextTry: null, since };
  switch (why) {
    case 'another-disk':
      return { code: 'folder-missing', evidence: { why: say('another disk lies over {path}', { path }), unseen: path }, ...lasting };
    case 'link':
      return { code: 'folder-missing', evidence: { why: say('a link has taken the place of {path}', { path }), unseen: path }, ...lasting };
    case 'no-text':
      return { code: 'file-unreadable', evidence: { error: message('its name is no valid text: rename it'), unseen: path }, ...lasting };
    case 'too-deep':
      return { code: 'file-unreadable', evidence: { error: message('too many folders within folders'), unseen: path }, ...lasting };
    case 'unreadable':
    case 'hidden':
      if (error === 'EACCES' || error === 'EPERM') {
        return {
          code: 'permission-missing',
          evidence: { needed: message('read'), path: path === '' ? null : path, error, unseen: path },
          ...lasting,
        };
      }
      return { code: 'file-unreadable', evidence: { error, unseen: path }, ...lasting };
    default:
      return why satisfies never;
  }
}
