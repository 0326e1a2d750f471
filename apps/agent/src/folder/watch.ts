import { statSync } from 'node:fs';
import { relative, sep } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import watcher from '@parcel/watcher';
import { OWN_FOLDER } from './contents.ts';
import { watchEach } from './watch-each.ts';

interface Watch {
  close(): Promise<void>;
  /** Called now and then: looks for what no system tells of. */
  glance?(): void;
}

/** Called with the paths below the root at which something appeared, changed or went. */
type PathsChanged = (paths: readonly string[]) => void;

/** Tells of changes as a system reports them that watches a folder with all below it. */
async function watchWhole(root: string, changed: PathsChanged, failed: (error: Error) => void): Promise<Watch> {
  const subscription = await watcher.subscribe(
    root,
    (error, events) => {
      if (error) {
        failed(error);
        return;
      }
      const paths = new Set<string>();
      for (const event of events) {
        const path = relative(root, event.path).split(sep).join('/');
        if (path !== '' && path !== OWN_FOLDER && !path.startsWith(`${OWN_FOLDER}/`)) paths.add(path);
      }
      if (paths.size > 0) changed([...paths]);
    },
    { ignore: [OWN_FOLDER] },
  );
  return { close: () => subscription.unsubscribe() };
}

export interface Watching {
  /** The folder is there, and is this device's. */
  ready(): boolean;
  changed: PathsChanged;
  /** A watch has begun; what happened before is found by a look around. */
  begun(): void;
  /** It cannot be watched, or not all of it. */
  failed(words: string): void;
}

function watchFolder(root: string, heard: Parameters<typeof watchEach>[1]): Promise<Watch> {
  return process.platform === 'linux' ? watchEach(root, heard) : watchWhole(root, heard.changed, heard.failed);
}

/** How often it is seen to that the watch is there, and of the right folder. */
const GLANCE_MS = 2000;

/** Watches a folder until it is told to stop, through disks that go and come: each is another folder under the same path. */
export async function keepWatching(root: string, signal: AbortSignal, watching: Watching): Promise<void> {
  let watch: Watch | null = null;
  let watched: string | null = null;
  let told = '';
  const tell = (error: unknown): void => {
    const words = (error as Error).message;
    if (words !== told) watching.failed(words);
    told = words;
  };
  const end = async (): Promise<void> => {
    const ended = watch;
    watch = null;
    await ended?.close().catch(() => undefined);
  };
  while (!signal.aborted) {
    const there = watching.ready() ? folderAt(root) : null;
    if (watch !== null && there !== watched) await end();
    watch?.glance?.();
    if (watch === null && there !== null) {
      watched = there;
      let failed = false;
      // Hints, never the truth, since systems drop events.
      const begun = await watchFolder(root, {
        changed: watching.changed,
        failed: () => {
          failed = true;
          void end();
        },
        lacking: tell,
      }).catch(tell);
      // What failed while it began is begun again.
      if (begun && failed) await begun.close().catch(() => undefined);
      else if (begun) {
        watch = begun;
        watching.begun();
      }
    }
    await wait(GLANCE_MS, undefined, { signal }).catch(() => undefined);
  }
  await end();
}

/** Which folder lies at a path now; null: none. */
function folderAt(path: string): string | null {
  try {
    const { dev, ino } = statSync(path, { bigint: true });
    return `${dev}-${ino}`;
  } catch {
    return null;
  }
}
