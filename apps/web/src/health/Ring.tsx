import { notSafeOf } from '@rollcall/core';
import { say, type CountsTold } from '@rollcall/protocol';
import { count } from '../words.ts';

const SIZE = 84;
const WIDTH = 9;
const RADIUS = (SIZE - WIDTH) / 2;
const LENGTH = 2 * Math.PI * RADIUS;

/** How much of what should be in the cloud is there: a ring, with the number of what is not. */
export function Ring({ counts }: { readonly counts: CountsTold | null }) {
  const all = counts === null ? 0 : counts.onDevice - counts.excluded;
  const unsafe = counts === null ? 0 : notSafeOf(counts);
  const safe = all - unsafe;
  const words = ringWords(counts === null ? null : { all, unsafe });
  // What is not safe is seen, however little it is.
  const share = all === 0 ? 0 : unsafe > 0 ? Math.min(safe / all, 0.97) : 1;
  return (
    <figure className={`ring ${counts === null ? 'unknown' : unsafe > 0 ? 'open' : 'whole'}`}>
      <svg width={SIZE} height={SIZE} viewBox={`0 0 ${SIZE} ${SIZE}`} role="img" aria-label={words}>
        <circle className="ring-base" cx={SIZE / 2} cy={SIZE / 2} r={RADIUS} strokeWidth={WIDTH} fill="none" />
        {share > 0 && (
          <circle
            className="ring-part"
            cx={SIZE / 2}
            cy={SIZE / 2}
            r={RADIUS}
            strokeWidth={WIDTH}
            fill="none"
            strokeDasharray={`${share * LENGTH} ${LENGTH}`}
            transform={`rotate(-90 ${SIZE / 2} ${SIZE / 2})`}
          />
        )}
        <text x="50%" y="50%" textAnchor="middle" dominantBaseline="central" aria-hidden="true">
          {counts === null ? '?' : count(unsafe > 0 ? unsafe : safe)}
        </text>
      </svg>
      <figcaption aria-hidden="true">{counts === null ? say('not told') : unsafe > 0 ? say('not safe') : say('safe')}</figcaption>
    </figure>
  );
}

function ringWords(told: { readonly all: number; readonly unsafe: number } | null): string {
  if (told === null) return say('It has not told what it holds');
  const { all, unsafe } = told;
  return unsafe > 0 ? say('{unsafe} of {all} not safe', { unsafe, all }) : say('All {all} safe', { all });
}
