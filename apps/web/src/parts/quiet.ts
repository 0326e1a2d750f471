/** Whether nothing is to move by itself: somebody asked this system for less motion, or this browser for less data. */
export function keepsStill(): boolean {
  const link = (navigator as { readonly connection?: { readonly saveData?: boolean } }).connection;
  return link?.saveData === true || window.matchMedia('(prefers-reduced-motion: reduce)').matches;
}
