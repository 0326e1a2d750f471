import { createSHA256 } from 'hash-wasm';

export interface HashQuestion {
  readonly id: number;
  readonly file: Blob;
}
export type HashAnswer =
  | { readonly id: number; readonly state: 'reading'; readonly done: number }
  | { readonly id: number; readonly state: 'done'; readonly hash: string }
  | { readonly id: number; readonly state: 'failed' };

const answer = (message: HashAnswer): void => self.postMessage(message);

const sha = createSHA256();

// One after another: the queue asks for one at a time.
self.addEventListener('message', (event: MessageEvent<HashQuestion>) => void read(event.data));

async function read({ id, file }: HashQuestion): Promise<void> {
  try {
    const hasher = await sha;
    hasher.init();
    let done = 0;
    let told = 0;
    const reader = file.stream().getReader();
    for (;;) {
      const { done: end, value } = await reader.read();
      if (end) break;
      hasher.update(value);
      done += value.length;
      if (done - told > 4_000_000) {
        told = done;
        answer({ id, state: 'reading', done });
      }
    }
    answer({ id, state: 'done', hash: hasher.digest('hex') });
  } catch {
    answer({ id, state: 'failed' });
  }
}
