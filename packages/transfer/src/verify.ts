import { planted } from '@rollcall/protocol';

/** The hash by which all bytes of an upload are kept: their own. Null: they are not what was announced. @param announced null: nothing was */
export function keptAs(announced: string | null, found: string): string | null {
  if (planted('upload-unverified')) return announced ?? found;
  return announced === null || announced === found ? found : null;
}

/** Bytes that came are those that were asked for. */
export function isAsAsked(hash: string, found: string): boolean {
  return found === hash || planted('download-unverified');
}
