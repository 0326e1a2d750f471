import { whatIsAsked } from './asked.ts';

/** What is still on its way when the worker takes over is told so long, in milliseconds. */
const TELL_FOR = 30_000;
/** Pictures of one message, at most. */
const MOST = 500;

/** Tells the worker, which has just come, of the pictures that this page has got without it; it finds out which are pictures. */
export function tellWhatCame(worker: Pick<ServiceWorker, 'postMessage'>): void {
  const observer = new PerformanceObserver((list) => {
    const came = list.getEntriesByType('resource').filter((entry) => (entry as PerformanceResourceTiming).workerStart === 0);
    if (came.length > 0) worker.postMessage({ came: came.map(({ name }) => name) });
  });
  observer.observe({ type: 'resource', buffered: true });
  setTimeout(() => observer.disconnect(), TELL_FOR);
}

/**
 * The pictures among the addresses that a page tells of.
 * @param told whatever a page has sent
 * @param origin the worker's own
 */
export function cameBefore(told: unknown, origin: string): readonly string[] {
  const { came } = (told ?? {}) as { came?: unknown };
  if (!Array.isArray(came)) return [];
  return came
    .filter((each): each is string => typeof each === 'string' && URL.canParse(each))
    .filter((each) => whatIsAsked({ method: 'GET', url: new URL(each), navigates: false }, origin, new Set()) === 'picture')
    .slice(0, MOST);
}
