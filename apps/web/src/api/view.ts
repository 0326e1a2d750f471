import { BYTES, type ViewKind } from '@rollcall/protocol';

/** Which version of what: a resource of an asset. */
export interface Viewed {
  readonly assetId: string;
  readonly of: string;
  readonly kind: ViewKind;
}

/** How a version for looking at stands. `never`: there will be none, and why in a person's words. */
export type View =
  | { readonly state: 'asking' }
  | { readonly state: 'being-made' }
  | { readonly state: 'unreachable' }
  | { readonly state: 'ready'; readonly url: string }
  | { readonly state: 'never'; readonly words: string };

interface Refusal {
  readonly error?: { readonly code?: string; readonly words?: string; readonly details?: { readonly never?: boolean } };
}

/** Asks for one byte of it: the server then makes it, where it is not made yet. Rejects only when it was called off. */
export async function askView({ assetId, of, kind }: Viewed, signal: AbortSignal): Promise<View> {
  const url = `${BYTES.view(assetId, kind)}?v=${of}`;
  try {
    const answer = await fetch(url, { headers: { range: 'bytes=0-0' }, credentials: 'same-origin', signal });
    if (answer.ok) {
      await answer.body?.cancel();
      return { state: 'ready', url };
    }
    const { error } = (await answer.json()) as Refusal;
    if (error?.code === 'not-found') return { state: 'never', words: 'It is not in your library.' };
    if (error?.code !== 'not-ready') return { state: 'unreachable' };
    if (error.details?.never !== true) return { state: 'being-made' };
    return { state: 'never', words: error.words ?? 'There is no such version of it.' };
  } catch {
    signal.throwIfAborted();
    return { state: 'unreachable' };
  }
}
