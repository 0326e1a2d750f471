import { say } from '@rollcall/protocol';
import { useQuery } from '@tanstack/react-query';
import { closesQuery } from '../api/queries.ts';
import { Icon } from '../parts/Icon.tsx';
import { dayHere } from '../words.ts';
import { KeepButton } from './KeepButton.tsx';

/** On every page, while the library closes: the day, and the way back. */
export function ClosingBanner() {
  const { data: closing = null } = useQuery(closesQuery);
  if (closing === null) return null;
  return (
    <div className="banner" role="status">
      <Icon name="clock" size={18} />
      <span>
        {say('Your library closes on {day}. Nothing new is taken, and no file on any device is touched.', { day: dayHere(closing.on) })}
      </span>
      <KeepButton look="text-button" />
    </div>
  );
}
