import { say, type Town } from '@rollcall/protocol';
import { useQuery } from '@tanstack/react-query';
import { useDeferredValue, useId, useState } from 'react';
import { townsNamedQuery } from '../api/queries.ts';
import { listedName } from '../places/exonyms.ts';
import { townWords } from '../places/placeWords.ts';
import type { Point } from './area.ts';

interface TownSearchProps {
  /** The nearest of those with the same name come first; null: none is nearer. */
  readonly near: Point | null;
  readonly onChoose: (town: Town) => void;
}

/** How many towns are offered. */
const OFFERED = 6;

/** Finds a town by its name, of those that the server knows. */
export function TownSearch({ near, onChoose }: TownSearchProps) {
  const [typed, setTyped] = useState('');
  const name = useDeferredValue(typed.trim()).slice(0, 100);
  const { data: towns = [], isFetched } = useQuery({ ...townsNamedQuery(listedName(name), near), placeholderData: (before) => before });
  const id = useId();
  const offered = name === '' ? [] : towns.slice(0, OFFERED);
  const choose = (town: Town): void => {
    setTyped('');
    onChoose(town);
  };
  return (
    <div className="field town-search">
      <label htmlFor={id}>{say('Find a town')}</label>
      <input
        id={id}
        type="text"
        autoComplete="off"
        autoCorrect="off"
        spellCheck={false}
        maxLength={100}
        value={typed}
        onChange={(event) => setTyped(event.currentTarget.value)}
        onKeyDown={(event) => {
          if (event.key !== 'Enter') return;
          // The first is taken; nothing is saved yet.
          event.preventDefault();
          if (offered[0]) choose(offered[0]);
        }}
      />
      {offered.length > 0 && (
        <ul className="town-offers" aria-label={say('Towns that were found')}>
          {offered.map((town) => (
            <li key={`${town.lat},${town.lon}`}>
              <button type="button" onClick={() => choose(town)}>
                {townWords(town)}
              </button>
            </li>
          ))}
        </ul>
      )}
      {name !== '' && isFetched && offered.length === 0 && (
        <p className="hint" role="status">
          {say('No town is called so.')}
        </p>
      )}
    </div>
  );
}
