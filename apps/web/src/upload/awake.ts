/** Keeps the screen on while something is uploaded: a phone that sleeps stops the page. Returns how to let it sleep. */
export function stayAwake(): () => void {
  let over = false;
  let lock: WakeLockSentinel | null = null;
  const hold = (): void => {
    if (over || document.visibilityState !== 'visible' || !('wakeLock' in navigator)) return;
    // Low on power, the system says no: then it sleeps.
    void navigator.wakeLock.request('screen').then(
      (held) => {
        lock = held;
        if (over) void held.release();
      },
      () => undefined,
    );
  };
  hold();
  // The system lets go of it when another page is looked at.
  document.addEventListener('visibilitychange', hold);
  return () => {
    over = true;
    document.removeEventListener('visibilitychange', hold);
    void lock?.release();
  };
}
