import { historyWords } from '@rollcall/core';
import { say } from '@rollcall/protocol';
import { useQuery } from '@tanstack/react-query';
import { tellFailure } from '../api/call.ts';
import { historyQuery } from '../api/queries.ts';
import { moment } from '../words.ts';

/** What was done to a photo, by which device, the newest first. */
export function History({ assetId }: { readonly assetId: string }) {
  const { data: entries, error } = useQuery(historyQuery(assetId));
  return (
    <section className="info-section" aria-label={say('History')}>
      <h3>{say('History')}</h3>
      {error && <p className="quiet">{tellFailure(error)}</p>}
      <ol className="history">
        {entries?.map((entry, index) => (
          <li key={index}>
            <span>{historyWords(entry)}</span>
            <span className="quiet">{moment(entry.at)}</span>
          </li>
        ))}
      </ol>
    </section>
  );
}
