import { useSyncExternalStore } from 'react';
import { tellWhatCame } from './came-before.ts';

/** A page that stays open looks for a new version this often, in milliseconds. */
const LOOK_EVERY = 3_600_000;

let waiting: ServiceWorker | null = null;
/** Another page has taken the new version up: this one runs the former one until it is loaded again. */
let replaced = false;
let reloading = false;
const listeners = new Set<() => void>();
const changed = (): void => listeners.forEach((listener) => listener());

/** Has the worker installed that keeps the program here, so that it starts without a network. Never rejects. */
export async function keepProgram(): Promise<void> {
  if (!('serviceWorker' in navigator) || !import.meta.env.PROD) return;
  const { serviceWorker } = navigator;
  try {
    const first = serviceWorker.controller === null;
    const registration = await serviceWorker.register('/service-worker.js');
    const look = (): void => {
      // Without one before it, it is the first, and no news.
      waiting = serviceWorker.controller === null ? null : registration.waiting;
      changed();
    };
    registration.addEventListener('updatefound', () => registration.installing?.addEventListener('statechange', look));
    let claimed = first;
    serviceWorker.addEventListener('controllerchange', () => {
      if (reloading) return window.location.reload();
      if (claimed && serviceWorker.controller) tellWhatCame(serviceWorker.controller);
      if (!claimed) {
        replaced = true;
        changed();
      }
      claimed = false;
    });
    look();
    setInterval(() => void registration.update().catch(() => undefined), LOOK_EVERY);
  } catch {
    // Storage is switched off: the page works as long as there is a network.
  }
}

/** Whether a newer version of the program is ready than the one that runs. */
export function useNewVersion(): boolean {
  return useSyncExternalStore(
    (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    () => waiting !== null || replaced,
  );
}

/** Goes on with the new version. */
export function takeNewVersion(): void {
  if (waiting === null) return window.location.reload();
  reloading = true;
  waiting.postMessage('take-over');
}
