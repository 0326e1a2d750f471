import { LIMITS, readRule, writeRule, say, sayMany, type Album, type SmartRule } from '@rollcall/protocol';
import { useCallback, useDeferredValue, useId, useMemo, useState } from 'react';
import { createAlbum, setAlbum, titleOf } from '../albums/changes.ts';
import { todayOf } from '../library/capture.ts';
import { COLLECTIONS, countOf } from '../library/collections.ts';
import { useMadeOf } from '../library/live.ts';
import type { Replica } from '../library/replica.ts';
import { Dialog } from '../parts/Dialog.tsx';
import { Icon } from '../parts/Icon.tsx';
import { useNow } from '../parts/useNow.ts';
import { FIELD_WORDS, FIELDS } from '../search/fields.ts';
import { fold } from '../search/fold.ts';
import { kindNamed, writtenKind } from '../search/kinds.ts';
import { useSearchIndex } from '../search/useSearchIndex.ts';
import { readCondition, writeCondition, type Condition } from './condition.ts';
import { daysOfRule } from './evaluate.ts';

interface RuleProps {
  /** The album that is edited; or where a new one is made, and from which search. */
  readonly album?: Album;
  readonly made?: { readonly folder: string | null; readonly search?: string };
  readonly onClose: () => void;
  readonly onSaved: (albumId: string) => void;
}

/** A line with its number, by which it is known while it is changed. */
interface Line extends Condition {
  readonly key: number;
}

const EMPTY: Condition = { field: 'any', not: false, text: '' };
const EXAMPLES: Readonly<Record<Exclude<Condition['field'], 'kind'>, string>> = {
  any: say('beach summer 2023'),
  taken: say('last summer'),
  place: say('Rome'),
  person: say('Ann'),
  camera: 'Pixel 8',
  keyword: say('sea'),
  album: say('Holiday'),
  file: 'IMG_',
  caption: say('birthday'),
};

function beginning({ album, made }: Pick<RuleProps, 'album' | 'made'>): SmartRule {
  const rule = readRule(album?.rule);
  return typeof rule === 'string' ? { match: 'all', searches: [made?.search ?? ''] } : rule;
}

/** The rule of a smart album, line by line, and how many photos it finds. */
export function RuleDialog({ album, made, onClose, onSaved }: RuleProps) {
  const id = useId();
  const [first] = useState(() => beginning({ ...(album ? { album } : {}), ...(made ? { made } : {}) }));
  const [title, setTitle] = useState(album?.title ?? made?.search ?? '');
  const [match, setMatch] = useState(first.match);
  const [lines, setLines] = useState<readonly Line[]>(() => first.searches.map((search, key) => ({ ...readCondition(search), key })));
  const [busy, setBusy] = useState(false);
  const searches = useMemo(() => lines.map(writeCondition).filter((search) => search !== ''), [lines]);
  const rule = useDeferredValue(useMemo<SmartRule>(() => ({ match, searches }), [match, searches]));
  const places = useSearchIndex();
  const today = todayOf(useNow());
  const found = useMadeOf(useCallback((replica: Replica) => countOf(daysOfRule(replica, rule, today, places)), [rule, today, places]));
  const name = titleOf(title);
  const written = writeRule({ match, searches });
  const tooLong = written.length > LIMITS.albumRule || searches.some((search) => search.length > LIMITS.searchText);
  const change = (key: number, to: Partial<Condition>): void =>
    setLines((before) => before.map((line) => (line.key === key ? { ...line, ...to } : line)));
  const save = async (): Promise<void> => {
    if (name === '' || searches.length === 0 || tooLong) return;
    setBusy(true);
    if (album) {
      if (!(await setAlbum(album.id, { title: name, rule: written }))) return setBusy(false);
      onSaved(album.id);
    } else {
      const albumId = await createAlbum(name, [], { kind: 'smart', order: 'newest-first', folder: made?.folder ?? null, rule: written });
      if (albumId === null) return setBusy(false);
      onSaved(albumId);
    }
    onClose();
  };
  return (
    <Dialog
      title={album ? say('Edit the smart album') : say('New smart album')}
      wide
      onClose={onClose}
      onSubmit={() => void save()}
      actions={
        <>
          <button type="button" className="button" onClick={onClose}>
            {say('Cancel')}
          </button>
          <button type="submit" className="button primary" disabled={busy || name === '' || searches.length === 0 || tooLong}>
            {album ? say('Save') : say('Make it')}
          </button>
        </>
      }
    >
      <div className="field">
        <label htmlFor={`${id}-title`}>{say('Name')}</label>
        <input id={`${id}-title`} type="text" autoComplete="off" value={title} onChange={(event) => setTitle(event.currentTarget.value)} />
      </div>
      <div className="rule-match">
        <label htmlFor={`${id}-match`}>{say('Photos of which')}</label>
        <select id={`${id}-match`} value={match} onChange={(event) => setMatch(event.currentTarget.value === 'any' ? 'any' : 'all')}>
          <option value="all">{say('every line is true')}</option>
          <option value="any">{say('any line is true')}</option>
        </select>
      </div>
      <ol className="rule-lines" aria-label={say('Lines of the rule')}>
        {lines.map((line, index) => (
          <RuleLine
            key={line.key}
            line={line}
            number={index + 1}
            onChange={(to) => change(line.key, to)}
            {...(lines.length > 1 ? { onRemove: () => setLines((before) => before.filter(({ key }) => key !== line.key)) } : {})}
          />
        ))}
      </ol>
      <div className="rule-foot">
        <button
          type="button"
          className="button small"
          disabled={lines.length >= LIMITS.ruleSearches}
          onClick={() => setLines((before) => [...before, { ...EMPTY, key: Math.max(...before.map(({ key }) => key)) + 1 }])}
        >
          <Icon name="plus" size={16} /> {say('Add a line')}
        </button>
        <span role="status" className="quiet">
          {tooLong
            ? say('This is too long for a rule.')
            : searches.length === 0
              ? say('Say what to look for.')
              : sayMany(found, '{count} photo now', '{count} photos now')}
        </span>
      </div>
    </Dialog>
  );
}

interface LineProps {
  readonly line: Line;
  readonly number: number;
  readonly onChange: (to: Partial<Condition>) => void;
  /** Missing where it is the only one. */
  readonly onRemove?: () => void;
}

function RuleLine({ line: { field, not, text }, number, onChange, onRemove }: LineProps) {
  const kind = field === 'kind' ? kindNamed(fold(text.trim())) : undefined;
  return (
    <li className="rule-line">
      <select
        aria-label={say('Line {number}: where', { number })}
        value={field}
        onChange={(event) => onChange({ field: FIELDS.find((each) => each === event.currentTarget.value) ?? 'any' })}
      >
        <option value="any">{say('Anything')}</option>
        {FIELDS.map((each) => (
          <option key={each} value={each}>
            {FIELD_WORDS[each]}
          </option>
        ))}
      </select>
      <select
        aria-label={say('Line {number}: is or is not', { number })}
        value={not ? 'not' : 'is'}
        onChange={(event) => onChange({ not: event.currentTarget.value === 'not' })}
      >
        <option value="is">{say('is')}</option>
        <option value="not">{say('is not')}</option>
      </select>
      {field === 'kind' ? (
        <select
          className="rule-what"
          aria-label={say('Line {number}: what', { number })}
          value={kind === undefined ? text : writtenKind(kind)}
          onChange={(event) => onChange({ text: event.currentTarget.value })}
        >
          {kind === undefined && <option value={text}>{text === '' ? say('Choose…') : text}</option>}
          {COLLECTIONS.map(({ name, title }) => (
            <option key={name} value={writtenKind(name)}>
              {title}
            </option>
          ))}
        </select>
      ) : (
        <input
          type="text"
          className="rule-what"
          aria-label={say('Line {number}: what', { number })}
          placeholder={EXAMPLES[field]}
          autoComplete="off"
          spellCheck={false}
          maxLength={LIMITS.searchText - 20}
          value={text}
          onChange={(event) => onChange({ text: event.currentTarget.value })}
        />
      )}
      {onRemove && (
        <button
          type="button"
          className="icon-button small"
          aria-label={say('Take line {number} out', { number })}
          title={say('Take it out')}
          onClick={onRemove}
        >
          <Icon name="close" size={16} />
        </button>
      )}
    </li>
  );
}
