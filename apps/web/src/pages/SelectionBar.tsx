import { say } from '@rollcall/protocol';
import type { ReactNode } from 'react';
import { Icon } from '../parts/Icon.tsx';

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
    <div className="selection-bar" role="toolbar" aria-label={say('What to do with the selected photos')}>
      <button
        type="button"
        className="icon-button"
        aria-label={say('Clear the selection')}
        title={say('Clear the selection (Escape)')}
        onClick={onClear}
      >
        <Icon name="close" />
      </button>
      <span className="selection-count" role="status">
        {say('{count} selected', { count })}
      </span>
      {children}
    </div>
  );
}
