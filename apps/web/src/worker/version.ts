import { useSyncExternalStore } from 'react';
import { tellWhatCame } from './came-before.ts';

/** A page that stays open looks for a new version this often, in milliseconds. */
const LOOK_EVERY = 3_600_000;

let waiting: ServiceWorker | null = null;
/** Another page has taken the new version up: this one runs the former one until it is loaded again. */
let replaced = false;
let reloading = false;
/** The server takes this page no more. */
let tooOld = false;
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

/** The server says that it takes this page no more: the new one is looked for at once. */
export function noteTooOld(): void {
  if (tooOld) return;
  tooOld = true;
  changed();
  void lookNow();
}

/** `ready`: a newer version of the program is there than the one that runs; `needed`: and without it the server takes nothing. */
export function useNewVersion(): 'ready' | 'needed' | null {
  return useSyncExternalStore(
    (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    () => (tooOld ? 'needed' : waiting !== null || replaced ? 'ready' : null),
  );
}

/** Goes on with the new version. */
export async function takeNewVersion(): Promise<void> {
  // Loaded again without it, the worker would give the same page again.
  if (tooOld && waiting === null) await lookNow();
  if (waiting === null) return window.location.reload();
  reloading = true;
  waiting.postMessage('take-over');
}

/** Resolves when the newest program that the server has is ready, or there is none; never rejects. */
async function lookNow(): Promise<void> {
  try {
    const registration = await navigator.serviceWorker?.getRegistration();
    await registration?.update();
    const coming = registration?.installing;
    if (coming) await new Promise<void>((resolve) => coming.addEventListener('statechange', () => resolve(), { once: true }));
    waiting = registration?.waiting ?? waiting;
    changed();
  } catch {
    // Nobody answers; the person can press again.
  }
}
