import { say } from '@rollcall/protocol';
import { Link, useNavigate, useSearch } from '@tanstack/react-router';
import { useMemo, useState } from 'react';
import { LinkCommands } from '../devices/LinkCommands.tsx';
import { todayOf } from '../library/capture.ts';
import { daySections } from '../sections/byDay.ts';
import { useLibrary } from '../library/live.ts';
import { Icon, Mark } from '../parts/Icon.tsx';
import { useNow } from '../parts/useNow.ts';
import { useTitle } from '../parts/useTitle.ts';
import { pickFiles } from '../upload/UploadButton.tsx';
import { LibraryGrid } from './LibraryGrid.tsx';
import { Periods } from './Periods.tsx';
import { TimelineHead, type Look } from './TimelineHead.tsx';

/** All photos and videos, newest first. */
export function TimelinePage() {
  const { replica, status } = useLibrary();
  const { timeline } = replica;
  useTitle(say('Photos'));
  const today = todayOf(useNow());
  const { by = 'all' } = useSearch({ from: '/shell/' });
  const navigate = useNavigate();
  const [chosen, setChosen] = useState<string | null>(null);
  const sections = useMemo(() => daySections(timeline.days, today), [timeline, today]);
  const empty = sections.length === 0;
  const lookBy = (next: Look): void => void navigate({ to: '/', search: next === 'all' ? {} : { by: next } });
  if (by !== 'all' && !empty)
    return (
      <div className="page wide">
        <h1 className="visually-hidden">{say('Photos')}</h1>
        <TimelineHead by={by} onChange={lookBy} />
        <Periods
          timeline={timeline}
          by={by}
          show={chosen}
          onChoose={(photo) => {
            setChosen(photo);
            lookBy(by === 'years' ? 'months' : 'all');
          }}
        />
      </div>
    );
  return (
    <>
      {!empty && <h1 className="visually-hidden">{say('Photos')}</h1>}
      <LibraryGrid
        lead={empty ? null : <TimelineHead by="all" onChange={lookBy} />}
        show={chosen}
        label={say('Photos and videos, newest first')}
        sections={sections}
        stretches={timeline.days}
        scrubber
        empty={status.state === 'loading' ? <Loading /> : <Empty />}
      />
    </>
  );
}

function Loading() {
  return (
    <div className="nothing" role="status">
      <h1 className="visually-hidden">{say('Photos')}</h1>
      <p className="quiet">{say('Your library is loading…')}</p>
    </div>
  );
}

function Empty() {
  return (
    <div className="nothing">
      <Mark size={64} />
      <h1>{say('No photos yet')}</h1>
      <p>
        {say(
          'Drop photos, videos or whole folders anywhere on this page. Or make a folder on a computer a device of your library, and everything in it comes by itself:',
        )}
      </p>
      <LinkCommands />
      <div className="nothing-actions">
        <button type="button" className="button primary" onClick={() => pickFiles(false)}>
          <Icon name="upload" size={18} /> {say('Choose photos')}
        </button>
        <button type="button" className="button" onClick={() => pickFiles(true)}>
          <Icon name="folder" size={18} /> {say('Choose a folder')}
        </button>
        <Link to="/import" className="button">
          <Icon name="inbox" size={18} /> {say('Bring them from Google or Apple')}
        </Link>
      </div>
    </div>
  );
}
