import { whatIsAsked } from './asked.ts';
import { cameBefore } from './came-before.ts';
import { Pictures } from './pictures.ts';
import type { WorkerScope } from './scope.ts';
import { takeShared } from './shared.ts';

/** The files of the program, by their paths, and what names this version of it: the build puts them in. */
declare const SHELL: { readonly version: string; readonly files: readonly string[] };

const scope = self as unknown as WorkerScope;
const SHELLS = 'rollcall-shell-';
const MINE = SHELLS + SHELL.version;
/** Versions that are kept beside this one, for pages that still run them and have not fetched all their parts. */
const FORMER = 2;
const PAGE = '/';

const files = new Set(SHELL.files);
const pictures = new Pictures();

scope.addEventListener('install', (event) => event.waitUntil(install()));
scope.addEventListener('activate', (event) => event.waitUntil(activate()));
scope.addEventListener('message', (event) => {
  // The person wants the new version now.
  if (event.data === 'take-over') event.waitUntil(scope.skipWaiting());
  else event.waitUntil(pictures.keepThose(cameBefore(event.data, scope.location.origin)));
});
scope.addEventListener('fetch', (event) => {
  const { request } = event;
  const url = new URL(request.url);
  const wait = (work: Promise<unknown>): void => event.waitUntil(work);
  switch (whatIsAsked({ method: request.method, url, navigates: request.mode === 'navigate' }, scope.location.origin, files)) {
    case 'page':
      return event.respondWith(kept(PAGE, request));
    case 'file':
      return event.respondWith(kept(url.pathname, request));
    case 'picture':
      return event.respondWith(pictures.answer(request, wait));
    case 'shared':
      return event.respondWith(takeShared(request));
    case 'other':
      return;
    default:
      return;
  }
});

/** All of a version or nothing: where one file does not come, the worker is not installed, and the former one goes on. */
async function install(): Promise<void> {
  const shell = await caches.open(MINE);
  await shell.addAll([PAGE, ...SHELL.files].map((path) => new Request(path, { cache: 'no-cache' })));
}

async function activate(): Promise<void> {
  const former = (await caches.keys()).filter((name) => name.startsWith(SHELLS) && name !== MINE);
  for (const name of former.slice(0, Math.max(0, former.length - FORMER))) await caches.delete(name);
  await scope.clients.claim();
}

/** From this version, or a part of a former one that a page still runs, or the server. */
async function kept(path: string, request: Request): Promise<Response> {
  const mine = await (await caches.open(MINE)).match(path, { ignoreVary: true });
  return mine ?? (await caches.match(path, { ignoreVary: true })) ?? fetch(request);
}
