import { say, sayMany } from '@rollcall/protocol';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { useEffect, useState } from 'react';
import { Dialog } from '../parts/Dialog.tsx';
import { sharedFiles } from '../worker/shared.ts';
import { addFiles } from './start.ts';

/** Of more it is only said that there are more. */
const NAMED = 5;

/** Files that another app shared with this one; asked for, because any page of the web could send some here as well. */
export function Shared() {
  const { shared } = useSearch({ from: '/shell' });
  const navigate = useNavigate();
  const [files, setFiles] = useState<readonly File[]>([]);
  useEffect(() => {
    if (shared !== 'yes') return;
    void sharedFiles()
      .catch(() => [])
      .then((found) => {
        setFiles(found);
        return navigate({ to: '/', replace: true });
      });
  }, [shared, navigate]);
  if (files.length === 0) return null;
  const names = files.slice(0, NAMED).map(({ name }) => name);
  const close = (): void => setFiles([]);
  const add = (): void => {
    void addFiles(files);
    close();
  };
  return (
    <Dialog
      title={sayMany(files.length, 'Add {count} file to your library?', 'Add {count} files to your library?')}
      onClose={close}
      onSubmit={add}
      actions={
        <>
          <button type="button" className="button" onClick={close}>
            {say('Cancel')}
          </button>
          <button type="submit" className="button primary">
            {say('Add')}
          </button>
        </>
      }
    >
      <p>{say('They were shared with Rollcall: {names}', { names: `${names.join(', ')}${files.length > names.length ? ' …' : ''}` })}</p>
      <p className="quiet">{say('Leave this page open until they are uploaded.')}</p>
    </Dialog>
  );
}
