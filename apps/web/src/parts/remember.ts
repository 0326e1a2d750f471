/** What this browser remembers between visits; nothing where storage is switched off. */
export function remembered(key: string): string | null {
  try {
    return localStorage.getItem(`rollcall.${key}`);
  } catch {
    return null;
  }
}

export function remember(key: string, value: string | null): void {
  try {
    if (value === null) localStorage.removeItem(`rollcall.${key}`);
    else localStorage.setItem(`rollcall.${key}`, value);
  } catch {
    // Storage is switched off: it lasts until the page is closed.
  }
}
