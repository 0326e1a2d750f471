import { say, sayMany } from '@rollcall/protocol';
import { useEffect, useMemo, useRef } from 'react';
import { Cover } from '../albums/Cover.tsx';
import { periodsOf } from '../library/periods.ts';
import type { Timeline } from '../library/timeline.ts';

interface PeriodsProps {
  readonly timeline: Timeline;
  readonly by: 'years' | 'months';
  /** A photo whose year or month is to be in sight. */
  readonly show: string | null;
  /** The newest photo of the year or month that was chosen. */
  readonly onChoose: (photo: string) => void;
}

/** Years or months, each by one of its photos. */
export function Periods({ timeline, by, show, onChoose }: PeriodsProps) {
  const periods = useMemo(() => periodsOf(timeline, by), [timeline, by]);
  const list = useRef<HTMLUListElement>(null);
  useEffect(() => {
    const at = periods.findIndex(({ first }) => first.id === show);
    list.current?.children[at]?.scrollIntoView({ block: 'center' });
    // oxlint-disable-next-line react-hooks/exhaustive-deps -- once, not with every photo that comes
  }, [by]);
  return (
    <ul ref={list} className={`albums periods ${by}`} aria-label={by === 'years' ? say('Years') : say('Months')}>
      {periods.map(({ key, title, photos, cover, first }) => (
        <li key={key} className="album-card">
          <button type="button" className="album-link" onClick={() => onChoose(first.id)}>
            <Cover item={cover} />
            <strong>{title}</strong>
            <span className="quiet">{sayMany(photos, '{count} photo', '{count} photos')}</span>
          </button>
        </li>
      ))}
    </ul>
  );
}
