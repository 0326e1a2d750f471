import { useEffect, useRef, useState } from 'react';
import { SETTLE, turnTo, type Turn } from './settling.ts';

/** Whether a page has come to rest: it has not while it is another one again and again, as it is while somebody types a search. @param changing it is known that it changes */
export function useSettled(page: object, changing: boolean): boolean {
  const last = useRef<Turn | null>(null);
  const [settled, setSettled] = useState<Turn | null>(null);
  // By the clock of frames, which is the same for all that is drawn in one.
  const turn = turnTo(page, last.current, Number(document.timeline.currentTime ?? 0), changing);
  last.current = turn;
  useEffect(() => {
    if (!turn.soon) return;
    const timer = setTimeout(() => setSettled(turn), SETTLE);
    return () => clearTimeout(timer);
  }, [turn]);
  return !turn.soon || settled === turn;
}
