import { startsWith } from './bytes.ts';
import { endingOf } from './formats.ts';

const OTHER_ENDINGS: Readonly<Record<string, string>> = {
  aae: 'edit made in Apple Photos',
  xmp: 'sidecar',
  json: 'data file',
  csv: 'table',
  tsv: 'table',
  txt: 'text',
  md: 'text',
  html: 'web page',
  htm: 'web page',
  zip: 'archive',
  gz: 'archive',
  tgz: 'archive',
  tar: 'archive',
  '7z': 'archive',
  rar: 'archive',
  pdf: 'PDF document',
  doc: 'document',
  docx: 'document',
  odt: 'document',
  rtf: 'document',
  xls: 'table',
  xlsx: 'table',
  ods: 'table',
  mp3: 'sound',
  m4a: 'sound',
  m4b: 'sound',
  wav: 'sound',
  flac: 'sound',
  ogg: 'sound',
  oga: 'sound',
  opus: 'sound',
  aac: 'sound',
  aif: 'sound',
  aiff: 'sound',
  wma: 'sound',
  amr: 'sound',
  thm: 'small picture a camera keeps beside a video',
  lrf: 'small copy a camera keeps beside a video',
  db: 'database',
  sqlite: 'database',
  ini: 'settings',
  plist: 'settings',
  xml: 'data file',
  yml: 'data file',
  yaml: 'data file',
  js: 'program',
  ts: 'program',
  exe: 'program',
  log: 'text',
};

/** What a file seems to be that is neither photo nor video, in a person's words. */
export function whatElse(name: string, head: Uint8Array): string {
  if (head.length === 0) return 'empty file';
  if (startsWith(head, 0, '%PDF')) return 'PDF document';
  const byName = OTHER_ENDINGS[endingOf(name)];
  if (byName !== undefined) return byName;
  if (startsWith(head, 0, 'PK\x03\x04') || startsWith(head, 0, 'PK\x05\x06')) return 'archive';
  if (
    startsWith(head, 0, 'ID3') ||
    startsWith(head, 0, 'fLaC') ||
    startsWith(head, 0, 'OggS') ||
    startsWith(head, 8, 'WAVE') ||
    startsWith(head, 4, 'ftyp')
  )
    return 'sound';
  const ending = endingOf(name);
  return ending === '' || ending.length > 10 ? 'unknown kind of file' : `${ending.toUpperCase()} file`;
}
