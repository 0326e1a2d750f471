import { useNavigate, useRouter, useSearch } from '@tanstack/react-router';
import { useCallback, useEffect, useRef } from 'react';
import { isClosedAt } from '../library/hidden.ts';
import { useLibrary } from '../library/live.ts';
import { resolve } from '../library/replica.ts';

export interface ViewerPlace {
  /** The photo that is open, or null. An address leads to no hidden one without the password. */
  readonly photo: string | null;
  /** The photo that was open last. */
  readonly last: string | null;
  readonly open: (id: string) => void;
  readonly move: (id: string) => void;
  readonly close: () => void;
}

/** Which photo is open stands in the address: it can be shared, reloaded, and left with the back button. */
export function useViewer(): ViewerPlace {
  const { photo: asked = null } = useSearch({ from: '/shell' });
  const { replica } = useLibrary();
  const id = asked === null ? null : resolve(replica, asked);
  const closed = id !== null && isClosedAt(replica, id);
  const photo = closed ? null : asked;
  const navigate = useNavigate();
  const router = useRouter();
  const opened = useRef(false);
  const last = useRef<string | null>(null);
  if (photo !== null) last.current = photo;
  const open = useCallback(
    (id: string) => {
      opened.current = true;
      void navigate({ to: '.', search: (before) => ({ ...before, photo: id }), resetScroll: false });
    },
    [navigate],
  );
  const move = useCallback(
    (id: string) => void navigate({ to: '.', search: (before) => ({ ...before, photo: id }), replace: true, resetScroll: false }),
    [navigate],
  );
  const close = useCallback(() => {
    if (opened.current) router.history.back();
    else void navigate({ to: '.', search: withoutPhoto, replace: true, resetScroll: false });
    opened.current = false;
  }, [navigate, router]);
  useEffect(() => {
    if (closed) close();
  }, [closed, close]);
  return { photo, last: photo === null ? last.current : null, open, move, close };
}

function withoutPhoto<S extends { photo?: string }>(search: S): Omit<S, 'photo'> {
  const rest = { ...search };
  delete rest.photo;
  return rest;
}
