import { useCallback, useEffect, useRef, useState } from 'react';

/** Of what a person has seen enough: half of it was in sight. */
const ENOUGH = 0.5;

export interface Seen {
  readonly seen: ReadonlySet<string>;
  /** For the element that shows the photo of this id. */
  readonly watch: (element: HTMLElement | null) => void;
}

/** Which photos were in sight on this page. Elements tell theirs as `data-seen`. */
export function useSeen(): Seen {
  const [seen, setSeen] = useState<ReadonlySet<string>>(new Set());
  const observer = useRef<IntersectionObserver | null>(null);
  const watching = useCallback((): IntersectionObserver => {
    observer.current ??= new IntersectionObserver(
      (entries, its) => {
        const shown = entries.filter(({ isIntersecting }) => isIntersecting).map(({ target }) => target as HTMLElement);
        for (const element of shown) its.unobserve(element);
        const ids = shown.map((element) => element.dataset['seen']).filter((id) => id !== undefined);
        if (ids.length > 0) setSeen((before) => new Set([...before, ...ids]));
      },
      { threshold: ENOUGH },
    );
    return observer.current;
  }, []);
  useEffect(
    () => () => {
      observer.current?.disconnect();
      observer.current = null;
    },
    [],
  );
  const watch = useCallback((element: HTMLElement | null) => void (element && watching().observe(element)), [watching]);
  return { seen, watch };
}
