import { BYTES, type ViewKind, say } from '@rollcall/protocol';
import { ask, refusalCode } from './call.ts';

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

/** Asks how it stands: the server then makes it, where it is not made yet. Never rejects. */
export async function askView({ assetId, of, kind }: Viewed): Promise<View> {
  try {
    const { state, words } = await ask('viewState', { params: { assetId, kind }, query: { v: of } });
    if (state === 'never') return { state, words: words ?? say('There is no such version of it.') };
    return state === 'ready' ? { state, url: `${BYTES.view(assetId, kind)}?v=${of}` } : { state };
  } catch (error) {
    if (refusalCode(error) === 'not-found') return { state: 'never', words: say('It is not in your library.') };
    return { state: 'unreachable' };
  }
}
