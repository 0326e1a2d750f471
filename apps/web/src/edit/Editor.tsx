import { say, type Asset, type RecipeRead, type Resource } from '@rollcall/protocol';
import { useEffect, useRef, useState } from 'react';
import { createPortal } from 'react-dom';
import { isLive, type Item } from '../library/item.ts';
import '../style/edit.css';
import { fetchBase, fetchRecipe, type BasePicture } from './base-picture.ts';
import { beginningOf, recipeOf, type Beginning } from './beginning.ts';
import { Workbench } from './Workbench.tsx';

interface EditorProps {
  readonly item: Item;
  readonly asset: Asset;
  readonly resources: readonly Resource[];
  /** `saved`: there is another edit now. */
  readonly onClose: (saved: boolean) => void;
}

type Fetched =
  | { readonly state: 'fetching' }
  | { readonly state: 'ready'; readonly beginning: Beginning; readonly picture: BasePicture }
  | { readonly state: 'trouble'; readonly words: string };

/** Edits a photo, over the whole page: what is shown here is a preview, and the server makes the edit when it is saved. */
export default function Editor({ item, asset, resources, onClose }: EditorProps) {
  // What was there when it was opened: what comes from elsewhere meanwhile is met when it is saved.
  const [opened] = useState({ asset, resources });
  const fetched = useFetched(opened.asset, opened.resources);
  const [leave, setLeave] = useState<() => void>(() => () => onClose(false));
  const ref = useRef<HTMLDialogElement>(null);
  useEffect(() => {
    const dialog = ref.current;
    if (!dialog) return;
    const before = document.activeElement;
    dialog.showModal();
    return () => {
      dialog.close();
      if (before instanceof HTMLElement && before.isConnected) before.focus({ preventScroll: true });
    };
  }, []);
  return createPortal(
    <dialog
      ref={ref}
      className="editor"
      aria-label={say('Edit {name}', { name: asset.fileName })}
      onCancel={(event) => {
        // A question over it closes by itself.
        if (event.target !== ref.current) return;
        event.preventDefault();
        leave();
      }}
      onKeyDown={(event) => event.stopPropagation()}
    >
      {fetched.state === 'ready' ? (
        <Workbench
          asset={opened.asset}
          live={isLive(item)}
          raw={item.raw}
          beginning={fetched.beginning}
          picture={fetched.picture}
          onClose={onClose}
          onLeave={(how) => setLeave(() => how)}
        />
      ) : (
        <div className="editor-waiting">
          <p role="status">{fetched.state === 'fetching' ? say('The photo is being opened…') : fetched.words}</p>
          <button type="button" className="button" onClick={() => onClose(false)}>
            {say('Cancel')}
          </button>
        </div>
      )}
    </dialog>,
    document.body,
  );
}

function useFetched(asset: Asset, resources: readonly Resource[]): Fetched {
  const [fetched, setFetched] = useState<Fetched>({ state: 'fetching' });
  useEffect(() => {
    const left = new AbortController();
    begin(asset, resources, left.signal).then(
      ({ beginning, picture }) => !left.signal.aborted && setFetched({ state: 'ready', beginning, picture }),
      (error: unknown) => {
        if (left.signal.aborted) return;
        const words =
          error instanceof Error && !(error instanceof TypeError)
            ? error.message
            : say('The server does not answer. Try again in a moment.');
        setFetched({ state: 'trouble', words });
      },
    );
    return () => left.abort();
  }, [asset, resources]);
  return fetched;
}

async function begin(
  asset: Asset,
  resources: readonly Resource[],
  until: AbortSignal,
): Promise<{ readonly beginning: Beginning; readonly picture: BasePicture }> {
  const recipe = recipeOf(asset, resources);
  const read: RecipeRead | null = recipe ? await fetchRecipe(recipe, until) : null;
  const beginning = beginningOf(asset, resources, read);
  if (beginning === null) throw new Error(say('Its bytes are not in the cloud yet. It can be edited when they are.'));
  return { beginning, picture: await fetchBase(beginning.base, until) };
}
