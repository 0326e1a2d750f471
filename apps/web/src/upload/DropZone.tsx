import { say } from '@rollcall/protocol';
import { useEffect, useRef, useState } from 'react';
import { Icon } from '../parts/Icon.tsx';
import { takeDropped, type Found } from './dropped.ts';
import { addFiles } from './start.ts';

const carriesFiles = (event: DragEvent): boolean => event.dataTransfer?.types.includes('Files') ?? false;

/** A file of a drop, by its path in what was dropped. */
export interface DroppedFile {
  readonly path: string;
  readonly file: File;
}

interface DropZoneProps {
  /** Who takes a drop of these names instead; null: they are uploaded. A folder has no name here. */
  readonly elsewhere: (names: readonly (string | null)[]) => ((dropped: readonly DroppedFile[]) => void) | null;
}

/** The whole window takes files and folders. */
export function DropZone({ elsewhere }: DropZoneProps) {
  const [over, setOver] = useState(false);
  const asked = useRef(elsewhere);
  useEffect(() => {
    asked.current = elsewhere;
  });
  useEffect(() => {
    // Enter and leave are told for every element on the way; the difference is what counts.
    let depth = 0;
    const enter = (event: DragEvent): void => {
      if (!carriesFiles(event)) return;
      depth += 1;
      setOver(true);
    };
    const leave = (event: DragEvent): void => {
      if (!carriesFiles(event)) return;
      depth = Math.max(0, depth - 1);
      if (depth === 0) setOver(false);
    };
    const hover = (event: DragEvent): void => {
      if (carriesFiles(event)) event.preventDefault();
    };
    const drop = (event: DragEvent): void => {
      if (!event.dataTransfer || !carriesFiles(event)) return;
      event.preventDefault();
      depth = 0;
      setOver(false);
      const { items } = event.dataTransfer;
      const take = asked.current(namesOf(items));
      const dropped = takeDropped(items);
      void (take === null ? dropped(addFiles) : all(dropped).then(take));
    };
    window.addEventListener('dragenter', enter);
    window.addEventListener('dragleave', leave);
    window.addEventListener('dragover', hover);
    window.addEventListener('drop', drop);
    return () => {
      window.removeEventListener('dragenter', enter);
      window.removeEventListener('dragleave', leave);
      window.removeEventListener('dragover', hover);
      window.removeEventListener('drop', drop);
    };
  }, []);
  if (!over) return null;
  return (
    <div className="drop-zone" aria-hidden="true">
      <div>
        <Icon name="upload" size={40} />
        <p>{say('Drop to add to your library')}</p>
      </div>
    </div>
  );
}

function namesOf(items: DataTransferItemList): (string | null)[] {
  return [...items]
    .filter(({ kind }) => kind === 'file')
    .map((item) => (item.webkitGetAsEntry()?.isDirectory ? null : (item.getAsFile()?.name ?? '')));
}

async function all(dropped: (found: Found) => Promise<void>): Promise<DroppedFile[]> {
  const files: DroppedFile[] = [];
  await dropped((some, { pathOf }) => {
    for (const file of some) files.push({ path: pathOf(file), file });
    return Promise.resolve();
  });
  return files;
}
