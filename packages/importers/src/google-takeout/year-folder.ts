/** What Google calls the folder of a year, before the year, in the languages of its takeouts. */
const NAMES = [
  'photos from',
  'fotos von',
  'photos de',
  'fotos de',
  'fotos del',
  'foto del',
  'foto da',
  'foto dal',
  "foto's uit",
  'foto’s uit',
  'foto från',
  'foton från',
  'bilder fra',
  'billeder fra',
  'zdjęcia z',
  'fotky z',
  'fotky z roku',
  'fotók innen',
  'kuvat vuodelta',
  'фото за',
  'фотографии за',
  'фотографії за',
  'fotoğraflar',
  'foto dari',
  'ảnh từ',
];
const BEFORE = new RegExp(`^(?:${NAMES.map((name) => name.normalize('NFC')).join('|')}) \\d{4}$`, 'u');
/** Where the year comes first. */
const AFTER = /^\d{4}\s?(?:年(?:の写真|的照片|的相片)?|년의? 사진|年拍摄的照片)$/u;

/** A folder that holds the photos of a year, and is no album of a person's, by its title. */
export function isYearFolder(title: string): boolean {
  const plain = title.normalize('NFC').toLowerCase().replaceAll(/\s+/g, ' ').trim();
  return BEFORE.test(plain) || AFTER.test(plain);
}
