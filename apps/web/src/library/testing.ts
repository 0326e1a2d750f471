import { noteOf, type FeedKeeper, type FeedNote } from '../kept/kept-feed.ts';
import { resourceId, type Asset, type Entity, type FeedEntry, type Rendition, type Resource } from '@rollcall/protocol';

/** An id that says its number. */
export const idOf = (number: number): string => `01900000-0000-7000-8000-${String(number).padStart(12, '0')}`;

export function asset(number: number, more: Partial<Asset> = {}): Asset {
  return {
    type: 'asset',
    id: idOf(number),
    kind: 'photo',
    state: 'live',
    trashedAt: null,
    addedAt: 0,
    addedBy: null,
    rendering: null,
    fileName: `IMG_${number}.jpg`,
    capturedAt: '2024-05-06T12:00:00',
    capturedSource: 'exif',
    width: 400,
    height: 300,
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
    ...more,
  };
}

export function resource(number: number, role: string, hash: string): Resource {
  const assetId = idOf(number);
  return {
    type: 'resource',
    id: resourceId(assetId, role, hash),
    assetId,
    role,
    hash,
    size: 1,
    mime: 'image/jpeg',
    fileName: null,
    modifiedAt: null,
    removed: false,
  };
}

export function rendition(number: number, state: Rendition['state']): Rendition {
  return {
    type: 'rendition',
    assetId: idOf(number),
    state,
    of: '0'.repeat(32),
    placeholder: null,
    words: state === 'ready' ? null : 'damaged',
  };
}

/** Entries of a feed, in the order given. */
export function feed(entities: readonly Entity[], from = 1): FeedEntry[] {
  return entities.map((entity, index) => ({ seq: from + index, entity }));
}

/** Keeps a feed for as long as a test lasts, by the same rules as a browser. */
export function keeper(): FeedKeeper & { readonly state: { note: FeedNote | null; pages: (readonly FeedEntry[])[]; dropped: number } } {
  const state = { note: null as FeedNote | null, pages: [] as (readonly FeedEntry[])[], dropped: 0 };
  return {
    state,
    read: async () => (state.note === null ? null : { pages: state.pages, cursor: state.note.cursor, complete: state.note.complete }),
    append: async (from, page) => {
      const note = noteOf(state.note, from, page);
      if (typeof note === 'string') return;
      state.pages = from === undefined ? [page.changes] : [...state.pages, page.changes];
      state.note = note;
    },
    replace: async (cursor, rows) => {
      if (state.note?.cursor !== cursor) return;
      state.pages = [rows];
      state.note = { ...state.note, entries: rows.length };
    },
    drop: async () => {
      state.dropped += 1;
      state.note = null;
      state.pages = [];
    },
  };
}
