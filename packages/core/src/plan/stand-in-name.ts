/** Endings by which every viewer knows a JPEG. */
const JPEG = /\.jpe?g$/i;

/** What the compressed version of an original is called: as the original, and so that every viewer takes it for the JPEG that it is. */
export function standInName(name: string): string {
  return JPEG.test(name) ? name : `${name}.jpg`;
}

/**
 * What the original is called whose stand-in has the name `written`, which may be a person's by now.
 * @param wanted the last name that is known of the original: it has its ending
 */
export function fullName(written: string, wanted: string): string {
  if (JPEG.test(wanted)) return written;
  const name = written.replace(JPEG, '');
  const dot = wanted.lastIndexOf('.');
  const ending = dot > 0 ? wanted.slice(dot) : '';
  return name.toLowerCase().endsWith(ending.toLowerCase()) ? name : `${name}${ending}`;
}
