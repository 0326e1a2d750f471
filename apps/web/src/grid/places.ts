import { useLayoutEffect, useRef, type RefObject } from 'react';
import { boxOf, photoAt, type Layout } from './layout.ts';

type Scroller = RefObject<HTMLElement | null>;

/** This near to the top, one is looking at the newest: what comes is shown. */
const AT_TOP = 40;

/** When photos come or go above, what one looks at stays where it is. */
export function useKeptInPlace(scroller: Scroller, sheetTop: { readonly current: number }, layout: Layout): void {
  const before = useRef<Layout | null>(null);
  useLayoutEffect(() => {
    const old = before.current;
    before.current = layout;
    const element = scroller.current;
    if (!element || !old || old === layout || element.scrollTop <= AT_TOP + sheetTop.current) return;
    const y = element.scrollTop - sheetTop.current;
    const anchor = photoAt(old, y);
    const now = anchor && boxOf(layout, anchor.id);
    if (anchor && now && Math.abs(now.top - anchor.top) >= 1) element.scrollTop += now.top - anchor.top;
  }, [layout, scroller, sheetTop]);
}

const places = new Map<string, number>();

/** Whoever comes back to a page finds it where it was left. */
export function useRememberedPlace(scroller: Scroller, page: string, drawn: boolean): void {
  const restored = useRef(false);
  useLayoutEffect(() => {
    const element = scroller.current;
    if (!drawn || !element || restored.current) return;
    restored.current = true;
    element.scrollTop = places.get(page) ?? 0;
  }, [drawn, page, scroller]);
  useLayoutEffect(() => {
    const element = scroller.current;
    return () => {
      if (element && restored.current) places.set(page, element.scrollTop);
    };
  }, [page, scroller]);
}
