import { useEffect, useRef, type RefObject } from 'react';

/** A video element that lets go of its bytes and its decoder when it is left: browsers keep both for as long as they like otherwise. */
export function useReleased(): RefObject<HTMLVideoElement | null> {
  const ref = useRef<HTMLVideoElement>(null);
  useEffect(() => {
    const element = ref.current;
    return () => {
      element?.pause();
      element?.removeAttribute('src');
      element?.load();
    };
  }, []);
  return ref;
}
