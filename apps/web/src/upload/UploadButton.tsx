import { say } from '@rollcall/protocol';
import { useNavigate } from '@tanstack/react-router';
import { useEffect, useId, useRef, useState } from 'react';
import { Icon } from '../parts/Icon.tsx';
import { chooseFolder, keepsFolders, takeFolder } from './folder.ts';
import { PICKABLE } from './pickable.ts';
import { addFiles } from './start.ts';

/** Opens the browser's picker for files, or for a whole folder. */
export function pickFiles(folder: boolean): void {
  if (folder && keepsFolders()) {
    void chooseFolder().then((chosen) => chosen && takeFolder(chosen, addFiles));
    return;
  }
  const input = document.createElement('input');
  input.type = 'file';
  input.multiple = true;
  if (folder) input.webkitdirectory = true;
  else input.accept = PICKABLE;
  input.addEventListener('change', () => void addFiles([...(input.files ?? [])]));
  input.click();
}

export function UploadButton() {
  const [open, setOpen] = useState(false);
  const navigate = useNavigate();
  const ref = useRef<HTMLDivElement>(null);
  const menu = useId();
  useEffect(() => {
    if (!open) return;
    ref.current?.querySelector<HTMLElement>('[role="menuitem"]')?.focus();
    const away = (event: PointerEvent): void => {
      if (!ref.current?.contains(event.target as Node)) setOpen(false);
    };
    document.addEventListener('pointerdown', away);
    return () => document.removeEventListener('pointerdown', away);
  }, [open]);
  const bring = (): void => {
    setOpen(false);
    void navigate({ to: '/import' });
  };
  const choose = (folder: boolean): void => {
    setOpen(false);
    pickFiles(folder);
  };
  return (
    // oxlint-disable-next-line jsx-a11y/no-static-element-interactions -- listens for the buttons inside it
    <div
      className="upload-button"
      ref={ref}
      onKeyDown={(event) => {
        if (event.key === 'Escape' && open) {
          setOpen(false);
          ref.current?.querySelector<HTMLElement>('button')?.focus();
        } else if (open && (event.key === 'ArrowDown' || event.key === 'ArrowUp')) {
          event.preventDefault();
          const stops = [...(ref.current?.querySelectorAll<HTMLElement>('[role="menuitem"]') ?? [])];
          const at = stops.indexOf(document.activeElement as HTMLElement);
          stops[(at + 1) % stops.length]?.focus();
        }
      }}
      onBlur={(event) => {
        if (!event.currentTarget.contains(event.relatedTarget)) setOpen(false);
      }}
    >
      <button
        type="button"
        className="button primary"
        aria-haspopup="menu"
        aria-expanded={open}
        {...(open ? { 'aria-controls': menu } : {})}
        aria-label={say('Upload')}
        onClick={() => setOpen(!open)}
      >
        <Icon name="upload" size={18} />
        <span className="upload-label">{say('Upload')}</span>
      </button>
      {open && (
        <div className="menu" role="menu" id={menu} aria-label={say('Upload')}>
          <button type="button" role="menuitem" onClick={() => choose(false)}>
            <Icon name="photos" size={18} /> {say('Photos and videos')}
          </button>
          <button type="button" role="menuitem" onClick={() => choose(true)}>
            <Icon name="folder" size={18} /> {say('A whole folder')}
          </button>
          <button type="button" role="menuitem" onClick={bring}>
            <Icon name="inbox" size={18} /> {say('From Google, Apple or a folder with data')}
          </button>
        </div>
      )}
    </div>
  );
}
