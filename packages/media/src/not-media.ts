import { message, say } from '@rollcall/protocol';
import { startsWith } from './bytes.ts';
import { endingOf } from './formats.ts';

const OTHER_ENDINGS: Readonly<Record<string, string>> = {
  aae: message('edit made in Apple Photos'),
  xmp: message('sidecar'),
  json: message('data file'),
  csv: message('table'),
  tsv: message('table'),
  txt: message('text'),
  md: message('text'),
  html: message('web page'),
  htm: message('web page'),
  zip: message('archive'),
  gz: message('archive'),
  tgz: message('archive'),
  tar: message('archive'),
  '7z': message('archive'),
  rar: message('archive'),
  pdf: message('PDF document'),
  doc: message('document'),
  docx: message('document'),
  odt: message('document'),
  rtf: message('document'),
  xls: message('table'),
  xlsx: message('table'),
  ods: message('table'),
  mp3: message('sound'),
  m4a: message('sound'),
  m4b: message('sound'),
  wav: message('sound'),
  flac: message('sound'),
  ogg: message('sound'),
  oga: message('sound'),
  opus: message('sound'),
  aac: message('sound'),
  aif: message('sound'),
  aiff: message('sound'),
  wma: message('sound'),
  amr: message('sound'),
  thm: message('small picture a camera keeps beside a video'),
  lrf: message('small copy a camera keeps beside a video'),
  db: message('database'),
  sqlite: message('database'),
  ini: message('settings'),
  plist: message('settings'),
  xml: message('data file'),
  yml: message('data file'),
  yaml: message('data file'),
  js: message('program'),
  ts: message('program'),
  exe: message('program'),
  log: message('text'),
};

/** What a file seems to be that is neither photo nor video, in a person's words. */
export function whatElse(name: string, head: Uint8Array): string {
  if (head.length === 0) return message('empty file');
  if (startsWith(head, 0, '%PDF')) return message('PDF document');
  const byName = OTHER_ENDINGS[endingOf(name)];
  if (byName !== undefined) return byName;
  if (startsWith(head, 0, 'PK\x03\x04') || startsWith(head, 0, 'PK\x05\x06')) return message('archive');
  if (
    startsWith(head, 0, 'ID3') ||
    startsWith(head, 0, 'fLaC') ||
    startsWith(head, 0, 'OggS') ||
    startsWith(head, 8, 'WAVE') ||
    startsWith(head, 4, 'ftyp')
  )
    return message('sound');
  const ending = endingOf(name);
  return ending === '' || ending.length > 10 ? message('unknown kind of file') : say('{ending} file', { ending: ending.toUpperCase() });
}
