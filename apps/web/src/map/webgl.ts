let known: boolean | null = null;

/** Whether this browser can draw a map. */
export function canDrawMaps(): boolean {
  if (known !== null) return known;
  const context = document.createElement('canvas').getContext('webgl2');
  known = context !== null;
  // There are few of them at once.
  context?.getExtension('WEBGL_lose_context')?.loseContext();
  return known;
}
