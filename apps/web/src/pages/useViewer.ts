import { useNavigate, useRouter, useSearch } from '@tanstack/react-router';
import { useCallback, useRef } from 'react';

export interface ViewerPlace {
  /** The photo that is open, or null. */
  readonly photo: string | null;
  /** The photo that was open last. */
  readonly last: string | null;
  readonly open: (id: string) => void;
  readonly move: (id: string) => void;
  readonly close: () => void;
}

/** Which photo is open stands in the address: it can be shared, reloaded, and left with the back button. */
export function useViewer(): ViewerPlace {
  const { photo = null } = useSearch({ from: '/shell' });
  const navigate = useNavigate();
  const router = useRouter();
  const opened = useRef(false);
  const last = useRef<string | null>(null);
  if (photo !== null) last.current = photo;
  const open = useCallback(
    (id: string) => {
      opened.current = true;
      void navigate({ to: '.', search: { photo: id }, resetScroll: false });
    },
    [navigate],
  );
  const move = useCallback(
    (id: string) => void navigate({ to: '.', search: { photo: id }, replace: true, resetScroll: false }),
    [navigate],
  );
  const close = useCallback(() => {
    if (opened.current) router.history.back();
    else void navigate({ to: '.', search: {}, replace: true, resetScroll: false });
    opened.current = false;
  }, [navigate, router]);
  return { photo, last: photo === null ? last.current : null, open, move, close };
}
