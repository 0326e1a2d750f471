import { resourceId, type Asset, type Resource } from '@rollcall/protocol';
import type { FileRows } from './plan.ts';
import type { Conditions, LocalFile } from './rows.ts';

/** Rows for tests of the planner: each builder gives what is usual, and takes what a test is about. */
export const A = '01900000-0000-7000-8000-000000000001';
export const calm: Conditions = { now: 1_000_000, server: [], folder: [] };

const NAME = 'IMG_1.JPG';

/** A photo that was read and shows no asset yet. */
export function fileRow(over: Partial<LocalFile> = {}): LocalFile {
  return {
    key: 1,
    path: NAME,
    size: 10,
    mtimeMs: 0,
    stamp: 's',
    hash: '1'.repeat(64),
    kind: 'photo',
    mime: 'image/jpeg',
    excluded: null,
    missingSince: null,
    gone: false,
    held: false,
    newHere: true,
    firstSeen: 500,
    assetId: null,
    baseHash: null,
    agreedAt: null,
    wantedName: NAME,
    writtenName: NAME,
    fields: null,
    trouble: null,
    ...over,
  };
}

/** A live photo, `A`. */
export function assetRow(over: Partial<Asset> = {}): Asset {
  return {
    type: 'asset',
    id: A,
    kind: 'photo',
    state: 'live',
    trashedAt: null,
    addedAt: 1,
    addedBy: null,
    rendering: null,
    fileName: NAME,
    capturedAt: '2024-05-06T10:00:00',
    capturedSource: 'exif',
    width: 1,
    height: 1,
    duration: null,
    camera: null,
    exposure: null,
    place: null,
    title: null,
    caption: null,
    favourite: false,
    hidden: false,
    rating: null,
    keywords: [],
    ...over,
  };
}

/** A part of the photo `A`. */
export function resourceRow(role: string, hash: string, over: Partial<Resource> = {}): Resource {
  return {
    type: 'resource',
    id: resourceId(A, role, hash),
    assetId: A,
    role,
    hash,
    size: 10,
    mime: 'image/jpeg',
    fileName: null,
    modifiedAt: null,
    removed: false,
    ...over,
  };
}

/** Of a file of which nothing else is known. */
export function planRows(over: Partial<FileRows> = {}): FileRows {
  return {
    file: fileRow(),
    remote: null,
    match: null,
    purgedBefore: false,
    word: null,
    queued: [],
    transfer: null,
    siblings: 0,
    shownBeside: false,
    held: null,
    ...over,
  };
}
