import { levelWords, percentTaken, roomLevel, type RoomTaken } from '@rollcall/core';
import { ofQuotaWords, say, type LibrarySummary } from '@rollcall/protocol';

/** How full the cloud is. The figures stand beside it as text. */
export function StorageBar({ library }: { readonly library: LibrarySummary }) {
  const part = (bytes: number): string => `${library.quota > 0 ? Math.min(100, (bytes / library.quota) * 100) : 100}%`;
  return (
    <span className={`storage-bar ${roomLevel(takenOf(library))}`} aria-hidden="true">
      {library.bytes > 0 && <span className="used" style={{ width: part(library.bytes) }} />}
      <span className="reserved" style={{ width: part(library.reserved) }} />
    </span>
  );
}

/** How much of it is used, and how full that is from 80 % on. */
export function usedWords(library: LibrarySummary): string {
  const room = takenOf(library);
  const used = ofQuotaWords(library.bytes, library.quota);
  return levelWords(room) === null
    ? say('{used} used', { used })
    : say('{used} used, {percent}\u00a0% full', { used, percent: percentTaken(room) });
}

export function takenOf({ bytes, reserved, quota }: LibrarySummary): RoomTaken {
  return { taken: bytes + reserved, quota };
}
