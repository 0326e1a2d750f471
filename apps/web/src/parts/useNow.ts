import { useEffect, useState } from 'react';

/** The time, looked at again every half minute: what says "5 minutes ago" does not stay wrong. */
export function useNow(): number {
  const [now, setNow] = useState(() => Date.now());
  useEffect(() => {
    const timer = setInterval(() => setNow(Date.now()), 30_000);
    return () => clearInterval(timer);
  }, []);
  return now;
}
