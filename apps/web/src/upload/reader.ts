import { say } from '@rollcall/protocol';
import type { HashAnswer, HashQuestion } from './hash.worker.ts';
import { Unreadable } from './unreadable.ts';

let worker: Worker | null = null;
let questions = 0;

/** The SHA-256 of a file, in hex, computed beside the page. Rejects with `Unreadable`, or when stopped. */
export function hashFile(file: Blob, progress: (done: number) => void, signal: AbortSignal): Promise<string> {
  const reader = (worker ??= new Worker(new URL('./hash.worker.ts', import.meta.url), { type: 'module' }));
  const id = ++questions;
  return new Promise((resolve, reject) => {
    const end = (): void => {
      reader.removeEventListener('message', hear);
      reader.removeEventListener('error', broken);
      signal.removeEventListener('abort', stop);
    };
    const hear = ({ data }: MessageEvent<HashAnswer>): void => {
      if (data.id !== id) return;
      switch (data.state) {
        case 'reading':
          return progress(data.done);
        case 'done':
          end();
          return resolve(data.hash);
        case 'failed':
          end();
          return reject(new Unreadable());
        default:
          data satisfies never;
      }
    };
    const broken = (): void => {
      end();
      worker = null;
      reject(new Unreadable(say('This browser could not read the file.')));
    };
    const stop = (): void => {
      end();
      // The only way to end the reading of a large file.
      reader.terminate();
      worker = null;
      reject(new DOMException('stopped', 'AbortError'));
    };
    reader.addEventListener('message', hear);
    reader.addEventListener('error', broken);
    signal.addEventListener('abort', stop);
    reader.postMessage({ id, file } satisfies HashQuestion);
  });
}
