/** Whether every current browser draws such a file itself. */
export function browserShows(mime: string): boolean {
  return ['image/jpeg', 'image/png', 'image/gif', 'image/webp', 'image/avif', 'image/bmp'].includes(mime);
}
