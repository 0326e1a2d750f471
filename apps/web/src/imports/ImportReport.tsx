import {
  filesWords,
  originWords,
  proofLines,
  proofLists,
  proofPage,
  proofSums,
  type Proof,
  type ProofList,
} from '@rollcall/importers/proof';
import { say } from '@rollcall/protocol';
import { useState, type ReactNode } from 'react';
import { Icon } from '../parts/Icon.tsx';
import { saveText } from '../parts/saveText.ts';

/** Of a list so many are shown; what is saved has all. */
const SHOWN = 200;

interface ReportProps {
  readonly title: string;
  readonly proof: Proof;
  /** What can be done now. */
  readonly children: ReactNode;
}

/** What an import brought, or would bring, with everything that was not matched, and why. */
export function ImportReport({ title, proof, children }: ReportProps) {
  const lists = proofLists(proof);
  const save = (ending: 'json' | 'html'): void =>
    saveText(
      `rollcall-import-${proof.endedAt.slice(0, 10)}.${ending}`,
      ending === 'json' ? `${JSON.stringify(proof, null, 2)}\n` : proofPage(proof),
    );
  return (
    <section className="card import-report" aria-labelledby="import-report">
      <h2 id="import-report">{title}</h2>
      <ul className="import-sums">
        {proofSums(proof).map(({ sum, words }) => (
          <li key={words}>
            <strong>{sum}</strong> <span className="quiet">{words}</span>
          </li>
        ))}
      </ul>
      <ul className="import-lines">
        {proofLines(proof).map(({ words, bad }) => (
          <li key={words} className={bad ? 'bad' : undefined}>
            <Icon name={bad ? 'alert' : 'check'} size={18} />
            <span>{words}</span>
          </li>
        ))}
      </ul>
      <div className="import-buttons">{children}</div>
      <h3>{say('Where it came from')}</h3>
      <ul className="import-sources">
        {proof.sources.map(({ name, origin, files }) => (
          <li key={name}>
            <code>{name}</code>{' '}
            <span className="quiet">
              {originWords(origin)}, {filesWords(files)}
            </span>
          </li>
        ))}
      </ul>
      {lists.length > 0 && <h3>{say('Not matched, or left out, and why')}</h3>}
      {lists.map((list) => (
        <Folded key={list.title} {...list} />
      ))}
      <div className="import-buttons">
        <button type="button" className="button small" onClick={() => save('html')}>
          <Icon name="download" size={18} /> {say('Save as a page')}
        </button>
        <button type="button" className="button small" onClick={() => save('json')}>
          <Icon name="download" size={18} /> {say('Save as JSON')}
        </button>
      </div>
    </section>
  );
}

function Folded({ title, items }: ProofList) {
  // Lists may be long: what nobody opens is not made.
  const [open, setOpen] = useState(false);
  const more = items.length - SHOWN;
  return (
    <details className="import-list" onToggle={({ currentTarget }) => setOpen(currentTarget.open)}>
      <summary>{title}</summary>
      {open && (
        <ul>
          {items.slice(0, SHOWN).map(({ path, more: told }) => (
            <li key={`${path} ${told ?? ''}`}>
              <code>{path}</code> {told !== undefined && <span className="quiet">{told}</span>}
            </li>
          ))}
          {more > 0 && <li className="quiet">{say('and {count} more, which the saved JSON names', { count: more })}</li>}
        </ul>
      )}
    </details>
  );
}
