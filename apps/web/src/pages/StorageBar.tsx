import type { LibrarySummary } from '@rollcall/protocol';

/** How full the cloud is. The figures stand beside it as text. */
export function StorageBar({ library }: { readonly library: LibrarySummary }) {
  const part = (bytes: number): string => `${library.quota > 0 ? Math.min(100, (bytes / library.quota) * 100) : 100}%`;
  const full = library.bytes + library.reserved > library.quota * 0.95;
  return (
    <span className={`storage-bar${full ? ' full' : ''}`} aria-hidden="true">
      {library.bytes > 0 && <span className="used" style={{ width: part(library.bytes) }} />}
      <span className="reserved" style={{ width: part(library.reserved) }} />
    </span>
  );
}
