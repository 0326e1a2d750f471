import { latin, startsWith } from './bytes.ts';
import { endingOf } from './formats.ts';

/** How much of a text is looked at. */
const GLANCE = 4096;

/** The media type of what is no photo or video, by its content; of plain texts the name says which kind. */
export function otherMime(name: string, head: Uint8Array): string {
  if (head.length === 0) return 'inode/x-empty';
  if (startsWith(head, 0, 'PK\x03\x04') || startsWith(head, 0, 'PK\x05\x06')) return 'application/zip';
  if (startsWith(head, 0, '%PDF')) return 'application/pdf';
  const text = latin(head, 0, GLANCE)
    .replace(/^\xef\xbb\xbf/, '')
    .trimStart();
  if (endingOf(name) === 'aae' || /adjustmentFormatIdentifier/.test(text)) return 'application/vnd.apple.photos';
  if (text.includes('\0')) return 'application/octet-stream';
  if (/<(x:xmpmeta|x:xml_doc|rdf:RDF)[\s>]/.test(text)) return 'application/rdf+xml';
  if (/^<(!doctype\s+html|html)[\s>]/i.test(text)) return 'text/html';
  if (text.startsWith('<?xml')) return 'text/xml';
  switch (endingOf(name)) {
    case 'json':
      return /^[[{]/.test(text) ? 'application/json' : 'text/plain';
    case 'csv':
      return 'text/csv';
    case 'svg':
      return 'image/svg+xml';
    default:
      return 'text/plain';
  }
}
