import type { KeyboardEvent } from 'react';
import type { Layout } from './layout.ts';
import { extend, NOTHING, toggle, type Selection } from './selection.ts';
import { zoomGrid } from './zoom.ts';
import { walk, type Direction } from './walk.ts';

const KEYS: Readonly<Record<string, Direction>> = {
  ArrowLeft: 'left',
  ArrowRight: 'right',
  ArrowUp: 'up',
  ArrowDown: 'down',
  Home: 'first',
  End: 'last',
};

interface GridKeysProps {
  readonly layout: Layout;
  readonly selection: Selection;
  /** The ids as on the page. */
  readonly order: () => readonly string[];
  readonly onSelect: (selection: Selection) => void;
  readonly onDelete: (ids: readonly string[]) => void;
  readonly onFavourite: ((ids: readonly string[]) => void) | undefined;
  /** Brings a photo into sight, and gives it the focus if asked to. */
  readonly show: (id: string, focus: boolean) => void;
  /** @param range all from the last choice on */
  readonly choose: (id: string, range: boolean) => void;
}

/** What the keys do on the photo that has the focus: walk, choose, favour, delete. */
export function gridKeys({ layout, selection, order, onSelect, onDelete, onFavourite, show, choose }: GridKeysProps) {
  const selecting = selection.ids.size > 0;
  return (event: KeyboardEvent): void => {
    const id = (event.target as Element).closest<HTMLElement>('[data-id]')?.dataset['id'];
    const direction = KEYS[event.key];
    const modified = event.ctrlKey || event.metaKey || event.altKey;
    if (direction !== undefined && !modified) {
      if (id === undefined) return;
      const next = walk(layout, id, direction);
      if (next === null) return;
      event.preventDefault();
      if (event.shiftKey) onSelect(extend(selecting ? selection : toggle(selection, id), next, order()));
      show(next, true);
    } else if (event.key === 'Escape' && selecting) {
      onSelect(NOTHING);
    } else if (event.key === 'a' && (event.ctrlKey || event.metaKey)) {
      event.preventDefault();
      onSelect({ ids: new Set(order()), anchor: selection.anchor });
    } else if ((event.key === '+' || event.key === '-') && !modified) {
      zoomGrid(event.key === '+' ? 1 : -1);
    } else if (id === undefined || modified) {
      return;
    } else if (event.key === ' ' || event.key === 'x') {
      event.preventDefault();
      choose(id, event.shiftKey);
    } else if (event.key === 'Delete' || event.key === 'Backspace') {
      event.preventDefault();
      onDelete(selecting ? [...selection.ids] : [id]);
    } else if (event.key === 'f' && onFavourite) {
      onFavourite(selecting ? [...selection.ids] : [id]);
    }
  };
}
