export { albumLines, below, exportedAlbums, type AlbumShelf } from './albums.ts';
export { keptApart } from './apart.ts';
export { isChosen, isPartial } from './choice.ts';
export { exportNames, pathKey, type ExportNames } from './names.ts';
