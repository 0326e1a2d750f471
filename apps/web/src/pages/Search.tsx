import { message, say, sayMany } from '@rollcall/protocol';
import { useQuery } from '@tanstack/react-query';
import { Link, useNavigate, useSearch } from '@tanstack/react-router';
import { useCallback, useDeferredValue, useEffect, useMemo, useRef, useState } from 'react';
import { devicesQuery } from '../api/queries.ts';
import { todayOf } from '../library/capture.ts';
import { COLLECTIONS, countOf, type Collection } from '../library/collections.ts';
import { daySections } from '../sections/byDay.ts';
import { useMadeOf } from '../library/live.ts';
import type { Replica } from '../library/replica.ts';
import { Icon } from '../parts/Icon.tsx';
import { useNow } from '../parts/useNow.ts';
import { useTitle } from '../parts/useTitle.ts';
import { Ideas } from '../search/Ideas.tsx';
import { FIELD_WORDS, type Field } from '../search/fields.ts';
import { createFinder } from '../search/find.ts';
import { MOST, readQuery, type Term } from '../search/query.ts';
import { Unsafe } from '../search/Unsafe.tsx';
import { readUnsafe } from '../search/unsafe.ts';
import { useSearchIndex } from '../search/useSearchIndex.ts';
import { PlayButton } from '../slideshow/PlayButton.tsx';
import { RuleDialog } from '../smart/RuleDialog.tsx';
import { LibraryGrid } from './LibraryGrid.tsx';

/** One box: what a person types is found while they type. */
export function SearchPage() {
  const { q = '' } = useSearch({ from: '/shell/search' });
  useTitle(q === '' ? say('Search') : say('{words} – Search', { words: q }));
  const [typed, setTyped] = useState(q);
  const [saving, setSaving] = useState<string | null>(null);
  const sought = useDeferredValue(typed);
  const navigate = useNavigate();
  const today = todayOf(useNow());
  const places = useSearchIndex();
  // The address follows, so that a search can be come back to; what comes from it (back, a link) is taken over.
  const told = useRef(q);
  useEffect(() => {
    if (q === told.current) return;
    told.current = q;
    setTyped(q);
  }, [q]);
  useEffect(() => {
    if (typed === told.current) return;
    const timer = setTimeout(() => {
      told.current = typed;
      const words = typed.trim() === '' ? {} : { q: typed };
      // A photo may have been opened meanwhile.
      void navigate({
        to: '/search',
        search: ({ photo }) => (photo === undefined ? words : { ...words, photo }),
        replace: true,
        resetScroll: false,
      });
    }, 400);
    return () => clearTimeout(timer);
  }, [typed, navigate]);

  const { data: devices = [] } = useQuery(devicesQuery);
  const unsafe = useMemo(
    () =>
      readUnsafe(
        sought,
        devices.filter(({ kind }) => kind !== 'browser'),
      ),
    [sought, devices],
  );
  const terms = useMemo(() => readQuery(unsafe.rest, today), [unsafe.rest, today]);
  const [find] = useState(createFinder);
  const days = useMadeOf(useCallback((replica: Replica) => find(replica, terms, places), [find, terms, places]));
  const sections = useMemo(() => daySections(days, today), [days, today]);
  const found = countOf(days);
  const head = (
    <div className="search-head">
      {terms.length > 0 && (
        <div className="search-told">
          <strong role="status">{found === 0 ? say('Nothing found') : sayMany(found, '{count} photo', '{count} photos')}</strong>
          <ul className="search-terms" aria-label={say('Looked for')}>
            {terms.map((term, index) => (
              // oxlint-disable-next-line react/no-array-index-key -- the same word may be looked for twice
              <li key={`${index} ${term.typed}`}>{termWords(term)}</li>
            ))}
          </ul>
        </div>
      )}
      {terms.length > 0 && unsafe.on === null && (
        <div className="album-actions">
          {found > 0 && <PlayButton />}
          <button type="button" className="button small" onClick={() => setSaving(sought.trim())}>
            <Icon name="smart" size={16} /> {say('Save as a smart album')}
          </button>
        </div>
      )}
      {unsafe.on !== null && <Unsafe devices={unsafe.on} />}
    </div>
  );
  const empty = (
    <div className="page wide">
      {head}
      {terms.length > 0 ? <Nothing terms={terms} /> : unsafe.on === null && <Ideas onChoose={setTyped} />}
    </div>
  );
  return (
    <div className="page-with-grid">
      <div className="search-top">
        <h1 className="visually-hidden">{say('Search')}</h1>
        <SearchField value={typed} onChange={setTyped} />
      </div>
      {saving !== null && (
        <RuleDialog
          made={{ folder: null, search: saving }}
          onClose={() => setSaving(null)}
          onSaved={(albumId) => void navigate({ to: '/albums/$albumId', params: { albumId } })}
        />
      )}
      <LibraryGrid
        label={say('Photos that were found, newest first')}
        sections={sections}
        stretches={days}
        lead={head}
        empty={empty}
        scrubber
        // Until the address has followed.
        changing={typed !== q}
      />
    </div>
  );
}

function SearchField({ value, onChange }: { readonly value: string; readonly onChange: (value: string) => void }) {
  const field = useRef<HTMLInputElement>(null);
  useEffect(() => field.current?.focus(), []);
  return (
    <search className="search-field">
      <Icon name="search" size={20} />
      <input
        ref={field}
        type="search"
        aria-label={say('Search your photos')}
        placeholder={say('A place, a date, a name, a camera, an album …')}
        autoComplete="off"
        autoCorrect="off"
        spellCheck={false}
        maxLength={MOST.letters}
        value={value}
        onChange={(event) => onChange(event.currentTarget.value)}
      />
      {value !== '' && (
        <button type="button" className="icon-button small" aria-label={say('Clear the search')} onClick={() => onChange('')}>
          <Icon name="close" size={17} />
        </button>
      )}
    </search>
  );
}

/** What is not to be so, by the field it was asked of. */
const NOT_SO: Readonly<Record<Field, string>> = {
  taken: message('Not taken: {words}'),
  place: message('Not place: {words}'),
  person: message('Not person: {words}'),
  camera: message('Not camera: {words}'),
  keyword: message('Not keyword: {words}'),
  album: message('Not album: {words}'),
  file: message('Not file name: {words}'),
  caption: message('Not title or caption: {words}'),
  kind: message('Not kind: {words}'),
};

function termWords(term: Term): string {
  switch (term.is) {
    case 'when':
      return fieldWords('taken', term.typed, term.not === true);
    case 'kind':
      return fieldWords('kind', term.collection.title, term.not === true);
    case 'text':
      if (term.field !== undefined) return fieldWords(term.field, term.typed, term.not === true);
      return term.not ? say('Not “{words}”', { words: term.typed }) : say('“{words}”', { words: term.typed });
    default:
      return term satisfies never;
  }
}

function fieldWords(field: Field, words: string, not: boolean): string {
  return not ? say(NOT_SO[field], { words }) : `${FIELD_WORDS[field]}: ${words}`;
}

function Nothing({ terms }: { readonly terms: readonly Term[] }) {
  const kinds = new Set<Collection>(terms.flatMap((term) => (term.is === 'kind' ? [term.collection] : [])));
  return (
    <div className="search-nothing">
      <p className="quiet">
        {terms.length === 1
          ? say('Names of files, titles, captions, keywords, people, cameras, places and albums were looked through.')
          : say('Every word has to be true of a photo. Try fewer words.')}
      </p>
      {COLLECTIONS.filter((collection) => kinds.has(collection)).map(({ name, title }) => (
        <p key={name}>
          <Link to="/collections/$name" params={{ name }}>
            {say('All {kind}', { kind: title })}
          </Link>
        </p>
      ))}
    </div>
  );
}
