import { say, sayMany, sizeWords } from '@rollcall/protocol';
import { useEffect, useState } from 'react';
import { useLibrary, useOutbox } from '../library/live.ts';
import { tell } from '../parts/news.tsx';
import { forgetFetched } from '../kept/here.ts';
import { keepSafely, roomHere, type RoomHere } from '../kept/room.ts';

/** What this browser keeps so that the library is there without a network, and how to be rid of it. */
export function KeptCard() {
  const [room, setRoom] = useState<RoomHere | null>(null);
  const [looks, setLooks] = useState(0);
  const { replica } = useLibrary();
  const { waiting } = useOutbox();
  useEffect(() => {
    let over = false;
    void roomHere().then((now) => {
      if (!over) setRoom(now);
    });
    return () => {
      over = true;
    };
  }, [looks]);
  const again = (): void => setLooks((before) => before + 1);
  const forget = async (): Promise<void> => {
    try {
      await forgetFetched();
      tell(say('This browser has forgotten your library. It keeps it anew when you open the page next; sign out if it should not.'));
    } catch {
      tell(say('This browser keeps nothing, or does not let go of it. Its own settings can clear the data of this site.'), {
        tone: 'trouble',
      });
    }
    again();
  };
  const firmly = async (): Promise<void> => {
    if (!(await keepSafely()))
      tell(say('The browser did not agree. It may after you have installed Rollcall as an app.'), { tone: 'trouble' });
    again();
  };
  return (
    <section className="card" aria-labelledby="kept">
      <h2 id="kept">{say('Kept in this browser')}</h2>
      <p>
        {keptWords(replica.live.size, room)}
        {room !== null && room.bytes !== null ? ` ${say('{size} in all.', { size: sizeWords(room.bytes) })}` : ''}
      </p>
      {waiting.length > 0 && (
        <p>
          {sayMany(
            waiting.length,
            '{count} change is not sent yet. That stays, whatever you forget here, until you sign out.',
            '{count} changes are not sent yet. That stays, whatever you forget here, until you sign out.',
          )}
        </p>
      )}
      <p className="quiet">
        {room?.firm === true
          ? say('The browser keeps it until you forget it here, or sign out.')
          : say('The browser may take it away by itself when room is short. Your photos are in your cloud all the same.')}
      </p>
      <div className="kept-actions">
        {room?.firm === false && (
          <button type="button" className="button small" onClick={() => void firmly()}>
            {say('Ask the browser to keep it')}
          </button>
        )}
        <button type="button" className="button small" onClick={() => void forget()}>
          {say('Forget what is kept in this browser')}
        </button>
      </div>
      <p className="quiet small">
        {say(
          'A page works while it is open. On an iPhone, and mostly on Android, it uploads nothing and hears nothing once it is closed or the screen is locked.',
        )}
      </p>
    </section>
  );
}

function keptWords(photos: number, room: RoomHere | null): string {
  const list = sayMany(photos, 'the list of {count} photo', 'the list of {count} photos');
  if (room === null) return say('So that your library is here without a network: {list}.', { list });
  const seen = sayMany(room.pictures, '{count} small picture that you looked at', '{count} small pictures that you looked at');
  return say('So that your library is here without a network: {list}, and {seen}.', { list, seen });
}
