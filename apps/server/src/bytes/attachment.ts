/**
 * `Content-Disposition: attachment` with a file name (RFC 6266). The plain name is ASCII for old clients;
 * the exact one is in `filename*` (RFC 8187), where it differs.
 */
export function attachment(fileName: string): string {
  const wellFormed = fileName.toWellFormed();
  const plain = wellFormed
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .replace(/[^ !#-[\]-~]/gu, '_')
    .replace(/[%/\\]/g, '_');
  const exact = encodeURIComponent(wellFormed).replace(/['()*]/g, (char) => `%${char.charCodeAt(0).toString(16).toUpperCase()}`);
  return plain === fileName ? `attachment; filename="${plain}"` : `attachment; filename="${plain}"; filename*=UTF-8''${exact}`;
}

/** A media type as it may stand in a header; anything else is opaque bytes. */
export function safeMime(mime: string): string {
  return /^[a-z0-9][a-z0-9!#$&^_.+-]*\/[a-z0-9][a-z0-9!#$&^_.+-]*$/i.test(mime) ? mime : 'application/octet-stream';
}
