import { sha256Text } from '@rollcall/protocol';

/** The same for one thing in one library, each time it is imported: a UUID of version 8. @param what which thing it is */
export function ownId(libraryId: string, what: string): string {
  const hex = sha256Text(`${libraryId}:${what}`);
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-8${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
}
