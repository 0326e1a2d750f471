import { sayMany } from '@rollcall/protocol';

export function filesWords(files: number): string {
  return sayMany(files, '{count} file', '{count} files');
}

export const albumsWords = (albums: number): string => sayMany(albums, '{count} album', '{count} albums');
export const photosWords = (photos: number): string => sayMany(photos, '{count} photo or video', '{count} photos and videos');
