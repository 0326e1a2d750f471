/** What names tell, compared without regard to capitals and to how accents are written. */

export function folderOf(path: string): string {
  return path.slice(0, Math.max(0, path.lastIndexOf('/')));
}

export function lastOf(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1);
}

/** One spelling of a name, or of a path, for comparing. */
export function alike(name: string): string {
  return name.normalize('NFC').toLowerCase();
}

/** A name in one folder, for comparing: folders are told apart by every letter. */
export function placeOf(folder: string, name: string): string {
  return `${folder}/${alike(name)}`;
}

export function endingOf(name: string): string {
  const dot = name.lastIndexOf('.');
  return dot > 0 ? alike(name.slice(dot + 1)) : '';
}

export function withoutEnding(name: string): string {
  const dot = name.lastIndexOf('.');
  return dot > 0 ? name.slice(0, dot) : name;
}

/** The name without its ending, and without a second one that other programs leave (`IMG.mp4.jpg`, `PXL_1.MP.jpg`). */
export function stemOf(path: string): string {
  const name = lastOf(path);
  // A phone calls the film of an edited motion photo so, and the photo the same with `.jpg` behind it.
  if (/\.mp~\d+$/i.test(name)) return alike(name);
  return alike(withoutEnding(name).replace(/(?<=.)\.(heic|heif|jpe?g|mov|mp4|mp)$/i, ''));
}

/** The stem without what copies and downloads put behind it: `_HEVC`, `-1`, `(1)`, and the `_3` of a library's film. */
export function looseStemOf(path: string): string {
  return stemOf(path)
    .replace(/_(hevc|hvec)$/, '')
    .replace(/ ?\(\d{1,4}\)$/, '')
    .replace(/-\d{1,3}$/, '')
    .replace(/_3$/, '');
}

/** Where a camera tells RAW and JPEG of one picture apart behind the stem: `PXL_1.RAW-01.COVER.jpg`, `PXL_1.RAW-02.ORIGINAL.dng`. */
export function rawStemOf(path: string): string {
  return stemOf(path).replace(/\.raw-\d{1,3}(\.(cover|original|mp))*$/, '');
}

/** What programs put behind the name of an edited picture: Google in the person's language, osxphotos, icloudpd. */
export const EDITED_WORDS: readonly string[] = [
  'edited',
  'adjusted',
  'bearbeitet',
  'modifié',
  'modifie',
  'editado',
  'ha editado',
  'editada',
  'editat',
  'modificato',
  'modificado',
  'bewerkt',
  'edytowane',
  'redigerad',
  'redigeret',
  'redigert',
  'upraveno',
  'upravené',
  'muokattu',
  'szerkesztve',
  'szerkesztett',
  'düzenlendi',
  'επεξεργασμένο',
  'изменено',
  'отредактировано',
  'відредаговано',
  'редактирано',
  'uređeno',
  'urejeno',
  'muudetud',
  'rediģēts',
  'redaguota',
  'diedit',
  'đã chỉnh sửa',
  'แก้ไขแล้ว',
  'ערוך',
  '编辑',
  '已编辑',
  '已編輯',
  '編集済み',
  '수정됨',
  '편집됨',
];
const EDITED_NAME = new RegExp(`^(.+)[-_](?:${EDITED_WORDS.map((word) => word.normalize('NFC')).join('|')})((?: ?\\(\\d{1,4}\\))?)$`, 'u');

/** The stem of the picture that a file of this name would be an edit of; null when the name is none of an edit. */
export function editedStemOf(path: string): string | null {
  return uneditedStem(stemOf(path));
}

/** As `editedStemOf`, of a stem. */
export function uneditedStem(stem: string): string | null {
  const apple = /^([a-z]{3})_e(\d{4}.*)$/.exec(stem);
  if (apple !== null) return `${apple[1]}_${apple[2]}`;
  const marked = EDITED_NAME.exec(stem);
  return marked === null ? null : `${marked[1]}${marked[2]}`;
}

/** The stem of the picture whose edits, or camera effects, a file of this name holds (`IMG_1.AAE`, `IMG_O1.AAE`, `IMG_1_O.AAE`). */
export function adjustedStemsOf(path: string): string[] {
  const stem = stemOf(path);
  const camera = /^([a-z]{3})_[oe](\d{4}.*)$/.exec(stem);
  const library = /^(.+)_o$/.exec(stem);
  return [stem, ...(camera === null ? [] : [`${camera[1]}_${camera[2]}`]), ...(library === null ? [] : [library[1] as string])];
}
