import { say } from '@rollcall/protocol';
import { Icon } from '../parts/Icon.tsx';

/** While it is held, by a finger, the mouse or a key, the photo is seen as it was. */
export function CompareButton({ comparing, onCompare }: { readonly comparing: boolean; readonly onCompare: (comparing: boolean) => void }) {
  const isKey = (key: string): boolean => key === ' ' || key === 'Enter';
  return (
    <button
      type="button"
      className={`icon-button editor-compare${comparing ? ' on' : ''}`}
      aria-pressed={comparing}
      aria-label={say('Hold to compare with the original')}
      title={say('Hold to compare with the original')}
      onPointerDown={(event) => {
        event.currentTarget.setPointerCapture(event.pointerId);
        onCompare(true);
      }}
      onPointerUp={() => onCompare(false)}
      onPointerCancel={() => onCompare(false)}
      onContextMenu={(event) => event.preventDefault()}
      onKeyDown={(event) => {
        if (!isKey(event.key)) return;
        event.preventDefault();
        onCompare(true);
      }}
      onKeyUp={(event) => isKey(event.key) && onCompare(false)}
      onBlur={() => onCompare(false)}
    >
      <Icon name="eye" />
    </button>
  );
}
