import type { Counts as Numbers, Device } from '@rollcall/protocol';
import { Link } from '@tanstack/react-router';
import { useLibrary } from '../library/live.ts';
import { count } from '../words.ts';
import { COUNT_CLASSES } from './classes.ts';
import { photosWords } from './safety.ts';

/** What a device holds, each item once: every number leads to its list. */
export function Counts({ device, counts }: { readonly device: Device; readonly counts: Numbers }) {
  const { replica, status } = useLibrary();
  const words = status.state === 'loading' ? null : photosWords(device, replica.live.size);
  return (
    <>
      <ul className="legend">
        {COUNT_CLASSES.filter(({ key }) => counts[key] > 0).map((each) => (
          <li key={each.key}>
            <Link to="/devices/$deviceId" params={{ deviceId: device.id }} search={{ class: each.query }} className="legend-link">
              <span className={`dot ${each.key}`} aria-hidden="true" />
              <strong>{count(counts[each.key])}</strong> {each.label}
            </Link>
          </li>
        ))}
      </ul>
      {words !== null && <p className="quiet">{words}</p>}
    </>
  );
}
