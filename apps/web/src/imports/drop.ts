import type { DroppedFile } from '../upload/DropZone.tsx';
import type { Picked } from './reading/messages.ts';

const ARCHIVE = /\.(zip|tgz)$/i;

/** Only the parts of an export: those go into an import wherever they are dropped, for none is a photo. */
export function areArchives(names: readonly (string | null)[]): boolean {
  return names.length > 0 && names.every((name) => name !== null && ARCHIVE.test(name));
}

/** What was dropped, as an import takes it: archives by themselves, and each folder with all that lies in it. */
export function pickedOf(dropped: readonly DroppedFile[]): Picked[] {
  const byTop = Map.groupBy(dropped, ({ path }) => {
    const parts = path.split('/').filter((part) => part !== '');
    return parts.length > 1 ? parts[0]! : '';
  });
  const loose = byTop.get('') ?? [];
  const archives = loose.filter(({ file }) => ARCHIVE.test(file.name));
  const others = loose.filter(({ file }) => !ARCHIVE.test(file.name));
  byTop.delete('');
  return [
    ...archives.map(({ file }): Picked => ({ is: 'archive', file })),
    ...(others.length === 0 ? [] : [{ is: 'folder' as const, label: '', files: others.map(({ file }) => ({ path: file.name, file })) }]),
    ...[...byTop].map(([label, its]): Picked => ({
      is: 'folder',
      label,
      files: its.map(({ path, file }) => ({
        path: path
          .split('/')
          .filter((part) => part !== '')
          .slice(1)
          .join('/'),
        file,
      })),
    })),
  ];
}
