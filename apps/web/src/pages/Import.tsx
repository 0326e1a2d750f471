import { say, sizeWords } from '@rollcall/protocol';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useEffect, useState } from 'react';
import { libraryQuery, sessionQuery } from '../api/queries.ts';
import { begin, forgetImport, lookAhead, useImport, type ImportView } from '../imports/bring.ts';
import { ChooseImport } from '../imports/ChooseImport.tsx';
import { ImportProgress } from '../imports/ImportProgress.tsx';
import { ImportReport } from '../imports/ImportReport.tsx';
import { readOut } from '../parts/news.tsx';
import { SubPageHead } from '../parts/SubPageHead.tsx';
import { useTitle } from '../parts/useTitle.ts';

/** Photos from other libraries: chosen, looked at, brought, and proven. */
export function ImportPage() {
  const title = say('Bring your photos');
  useTitle(title);
  const view = useImport();
  const { data: session } = useQuery(sessionQuery);
  const { data: room } = useQuery(libraryQuery);
  const { state } = view;
  useEffect(() => {
    if (state === 'looked') readOut(say('It was looked at: what would come is told below.'));
    if (state === 'ended') readOut(say('The import has ended: what came of it is told below.'));
  }, [state]);
  return (
    <div className="page">
      <SubPageHead back={{ to: '/albums', label: say('Albums') }} title={title}>
        <p className="quiet">
          {say(
            'From Google, from Apple, or from any folder: with Live Photos, edits, titles, captions, favourites, places, dates and albums.',
          )}
        </p>
        {room !== undefined && state === 'none' && (
          <p className="quiet">
            {say('{free} are free in your cloud.', { free: sizeWords(Math.max(0, room.quota - room.bytes - room.reserved)) })}
          </p>
        )}
      </SubPageHead>
      <Stage view={view} onPicked={(picked) => session && lookAhead(picked, session.library.id)} />
    </div>
  );
}

function Stage({ view, onPicked }: { readonly view: ImportView; readonly onPicked: Parameters<typeof ChooseImport>[0]['onPicked'] }) {
  const [withoutTrash, setWithoutTrash] = useState(false);
  switch (view.state) {
    case 'none':
      return <ChooseImport trouble={view.trouble} onPicked={onPicked} />;
    case 'working':
      return <ImportProgress {...view} />;
    case 'looked': {
      const { proof, full } = view;
      return (
        <ImportReport title={say('What an import would bring')} proof={proof}>
          {proof.things.trashed > 0 && (
            <label className="import-choice">
              <input type="checkbox" checked={withoutTrash} onChange={({ target }) => setWithoutTrash(target.checked)} />{' '}
              {say('Leave out what is in the trash there')}
            </label>
          )}
          {full && (
            <Link to="/storage" className="button primary">
              {say('See what takes the room')}
            </Link>
          )}
          {!full && proof.things.all > 0 && (
            <button type="button" className="button primary" onClick={() => begin(withoutTrash)}>
              {say('Begin')}
            </button>
          )}
          <ChooseOther />
        </ImportReport>
      );
    }
    case 'ended': {
      const { proof } = view;
      return (
        <ImportReport title={proof.complete ? say('What was imported') : say('It stopped before its end')} proof={proof}>
          {!proof.complete && !proof.dryRun && (
            <button type="button" className="button primary" onClick={() => begin(withoutTrash)}>
              {say('Go on')}
            </button>
          )}
          {proof.complete && (
            <Link to="/collections/$name" params={{ name: 'imports' }} className="button primary">
              {say('Show them')}
            </Link>
          )}
          <ChooseOther />
        </ImportReport>
      );
    }
    default:
      return view satisfies never;
  }
}

function ChooseOther() {
  return (
    <button type="button" className="button" onClick={forgetImport}>
      {say('Choose something else')}
    </button>
  );
}
