/** A text as a search looks at it: disks write the same letters in different ways, and people in whatever case. */
export function searchable(text: string): string {
  return text.normalize('NFC').toLowerCase();
}
