import type { ReactNode } from 'react';
import { Icon } from '../parts/Icon.tsx';
import { count as words } from '../words.ts';

export function SelectionBar({
  count,
  onClear,
  children,
}: {
  readonly count: number;
  readonly onClear: () => void;
  readonly children: ReactNode;
}) {
  return (
    <div className="selection-bar" role="toolbar" aria-label="What to do with the selected photos">
      <button type="button" className="icon-button" aria-label="Clear the selection" title="Clear the selection (Escape)" onClick={onClear}>
        <Icon name="close" />
      </button>
      <span className="selection-count" role="status">
        {words(count)} selected
      </span>
      {children}
    </div>
  );
}
