import { useEffect, type RefObject } from 'react';

/** What covers the page has the focus while it is there; then whatever had it before has it again. */
export function useHeldFocus(ref: RefObject<HTMLElement | null>): void {
  useEffect(() => {
    const before = document.activeElement;
    ref.current?.focus();
    return () => {
      if (before instanceof HTMLElement && before.isConnected) before.focus({ preventScroll: true });
    };
  }, [ref]);
}
