import { useEffect, useId, useRef, type ReactNode, type SubmitEvent } from 'react';
import { createPortal } from 'react-dom';

interface DialogProps {
  readonly title: string;
  readonly children: ReactNode;
  readonly onClose: () => void;
  /** The buttons, the safe one first. */
  readonly actions?: ReactNode;
  /** For pictures side by side. */
  readonly wide?: boolean;
  readonly onSubmit?: (form: FormData) => void;
}

/** A question over the page. The browser's own dialog keeps the focus inside, closes on Escape, and gives the focus back. */
export function Dialog({ title, children, onClose, actions, wide = false, onSubmit }: DialogProps) {
  const ref = useRef<HTMLDialogElement>(null);
  const heading = useId();
  useEffect(() => {
    const dialog = ref.current;
    if (!dialog) return;
    const before = document.activeElement;
    dialog.showModal();
    return () => {
      dialog.close();
      if (before instanceof HTMLElement && before.isConnected) before.focus();
    };
  }, []);
  const submit = (event: SubmitEvent<HTMLFormElement>): void => {
    event.preventDefault();
    onSubmit?.(new FormData(event.currentTarget));
  };
  // Beside the page, not in it: what the viewer covers is inert.
  return createPortal(
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- a click beside it closes it, as Escape does
    <dialog
      ref={ref}
      className={wide ? 'dialog wide' : 'dialog'}
      aria-labelledby={heading}
      onCancel={(event) => {
        event.preventDefault();
        onClose();
      }}
      onKeyDown={(event) => event.stopPropagation()}
      onClick={(event) => {
        if (event.target === ref.current) onClose();
      }}
    >
      <form className="dialog-body" onSubmit={submit}>
        <h2 id={heading}>{title}</h2>
        {children}
        {actions && <div className="dialog-actions">{actions}</div>}
      </form>
    </dialog>,
    document.body,
  );
}
