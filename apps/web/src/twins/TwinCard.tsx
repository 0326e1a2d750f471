import { say, sayMany } from '@rollcall/protocol';
import { previewUrl } from '../grid/pictures.ts';
import { act, restore, tellTrouble, trash } from '../library/act.ts';
import { doAll } from '../library/deletion.ts';
import { useLibrary } from '../library/live.ts';
import { Icon } from '../parts/Icon.tsx';
import { tell } from '../parts/news.tsx';
import { tellFailure } from '../api/call.ts';
import { useState } from 'react';
import { factsOf, givenBack, takenOver } from './facts.ts';

interface TwinProps {
  /** The one that is proposed to be kept comes first. */
  readonly ids: readonly string[];
  readonly onKeepAll: () => void;
  readonly onOpen: (id: string) => void;
}

/** A picture has at least so many pixels of width; where more stand side by side, one goes through them with a bar. */
const LEAST = 106;

function lookWords(name: string | undefined, number: number, all: number): string {
  return name === undefined
    ? say('Look at it, {number} of {all}', { number, all })
    : say('Look at {name}, {number} of {all}', { name, number, all });
}

export function TwinCard({ ids, onKeepAll, onOpen }: TwinProps) {
  const { replica } = useLibrary();
  const [busy, setBusy] = useState(false);
  const facts = factsOf(replica, ids);
  const keepOne = async (kept: string): Promise<void> => {
    const gone = ids.filter((id) => id !== kept);
    const over = takenOver(replica, kept, gone);
    const back = [...restore(gone), ...givenBack(replica, over)];
    setBusy(true);
    try {
      // What is taken over comes first: nothing goes before it is there.
      const trouble = tellTrouble(await act([...over, ...trash(gone)]));
      if (trouble === null)
        tell(
          sayMany(gone.length, 'One kept, {count} photo moved to Recently Deleted.', 'One kept, {count} photos moved to Recently Deleted.'),
          { undo: { words: say('Undo'), act: () => void doAll(back) } },
        );
      else tell(trouble, { tone: 'trouble' });
    } catch (error) {
      tell(tellFailure(error), { tone: 'trouble' });
    }
    setBusy(false);
  };
  return (
    <div className="card twins">
      <div className="twins-scroll">
        <table style={{ minWidth: `calc(var(--label) + ${ids.length * LEAST}px)` }}>
          <thead>
            <tr>
              <th scope="row">
                <span className="visually-hidden">{say('Picture')}</span>
              </th>
              {ids.map((id, index) => {
                const item = replica.live.get(id);
                const url = item ? previewUrl(item) : null;
                return (
                  <th key={id} scope="col">
                    <button type="button" className="twins-picture" onClick={() => onOpen(id)}>
                      <span className="visually-hidden">{lookWords(item?.fileName, index + 1, ids.length)}</span>
                      {url === null ? <Icon name="photos" size={28} /> : <img src={url} alt="" loading="lazy" decoding="async" />}
                    </button>
                  </th>
                );
              })}
            </tr>
          </thead>
          <tbody>
            {facts.map(({ name, values, differs }) => (
              <tr key={name} className={differs ? 'differs' : undefined}>
                <th scope="row">{name}</th>
                {values.map((value, index) => (
                  <td key={ids[index]}>{value === '' ? '–' : value}</td>
                ))}
              </tr>
            ))}
            <tr className="twins-choose">
              <th scope="row">
                <span className="visually-hidden">{say('Choice')}</span>
              </th>
              {ids.map((id, index) => (
                <td key={id}>
                  <button
                    type="button"
                    className={`button small${index === 0 ? ' primary' : ''}`}
                    disabled={busy}
                    onClick={() => void keepOne(id)}
                  >
                    <Icon name="check" size={16} /> {say('Keep this one')}
                  </button>
                </td>
              ))}
            </tr>
          </tbody>
        </table>
      </div>
      <button type="button" className="button small" disabled={busy} onClick={onKeepAll}>
        {ids.length === 2 ? say('Keep both') : say('Keep all')}
      </button>
    </div>
  );
}
